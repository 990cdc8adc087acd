// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/estimate.h"

namespace temper {

namespace {

std::int64_t whole(const Json& answer, const char* name)
{
    return answer.contains(name) && answer[name].is_number() ? answer[name].get<std::int64_t>() : 0;
}

double number(const Json& answer, const char* name)
{
    return answer.contains(name) && answer[name].is_number() ? answer[name].get<double>() : 0;
}

EstimateReason reasonOf(const Json& reason)
{
    return { QString::fromStdString(reason.value("key", std::string())),
        reason.value("sentence", std::string()), reason.value("remedy", std::string()) };
}

EstimateLever leverOf(const Json& told)
{
    EstimateLever lever;
    lever.totalBytes = number(told, "total_bytes");
    for (const Json& change : told.value("changes", Json::array()))
        lever.changes.emplace_back(QString::fromStdString(change.value("key", std::string())),
            QString::fromStdString(change.value("value", std::string())));
    return lever;
}

} // namespace

Estimate readEstimate(const Json& answer)
{
    Estimate estimate;
    estimate.ready = answer.value("ready", true);
    for (const Json& reason : answer.value("reasons", Json::array()))
        estimate.reasons.push_back(reasonOf(reason));
    for (const Json& lever : answer.value("levers", Json::array()))
        estimate.levers.push_back(leverOf(lever));
    const Json memory = answer.value("bytes", Json::object());
    for (const char* kind :
        { "weights", "adapters", "gradients", "optimizer", "activations", "logits", "program" }) {
        if (const double bytes = number(memory, kind); bytes > 0)
            estimate.memory.emplace_back(QString::fromLatin1(kind), bytes);
    }
    estimate.totalBytes = number(answer, "total_bytes");
    estimate.diskBytes = number(answer, "disk_bytes");
    estimate.rows = whole(answer, "rows");
    estimate.tokens = whole(answer, "tokens");
    estimate.supervisedTokens = whole(answer, "supervised_tokens");
    estimate.totalSteps = whole(answer, "total_steps");
    estimate.trainable = whole(answer, "trainable");
    if (answer.contains("seconds") && answer["seconds"].is_number())
        estimate.seconds = answer["seconds"].get<double>();
    estimate.freeBytes = number(answer, "available_bytes");
    estimate.freeDiskBytes = number(answer, "disk_available_bytes");
    estimate.evaluationRows = whole(answer, "evaluation_rows");
    estimate.unusableRows = whole(answer, "unusable");
    estimate.truncatedRows = whole(answer, "truncated");
    estimate.stepsPerEpoch = whole(answer, "steps_per_epoch");
    return estimate;
}

} // namespace temper
