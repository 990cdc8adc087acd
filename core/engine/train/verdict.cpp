// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/verdict.h"

#include "core/common/text/tokenizer.h"
#include "core/engine/evaluate/perplexity.h"
#include "core/engine/train/general_text.h"
#include "core/engine/train/training_step.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::size_t kWindow = 512; // tokens of the general text that are read at once

// The held-out rows that are judged, from the `begin`th of them.
std::vector<Sample> judgedRows(const SampleStore& all, std::size_t begin, std::size_t count)
{
    const std::size_t judged = std::min(all.size(), kMostJudgedRows);
    std::vector<Sample> rows;
    for (std::size_t i = begin; i < std::min(judged, begin + count); ++i)
        rows.push_back(all.at(i * all.size() / judged));
    return rows;
}

// One pass for all rows, then each row's targets by themselves.
void addRowLosses(LanguageModel& model, const std::vector<Sample>& rows, std::vector<SummedLoss>& losses)
{
    const at::NoGradGuard noGrad;
    const TrainingBatch batch = makeTrainingBatch(pointersTo(rows));
    const at::Tensor hidden
        = batch.targets.ids.numel() > 0 ? model.decoder->forward(batch.tokens, {}) : at::Tensor();
    std::int64_t first = 0;
    for (const Sample& row : rows) {
        const auto count = static_cast<std::int64_t>(row.supervisedTokens());
        SummedLoss loss { 0, static_cast<std::uint64_t>(count) };
        if (count > 0) {
            const NextTokenTargets targets { batch.targets.positions.narrow(0, first, count),
                batch.targets.ids.narrow(0, first, count) };
            loss.nll = nextTokenLoss(hidden, model.decoder->headWeight(), targets, 1.0).item<double>();
        }
        losses.push_back(loss);
        first += count;
    }
}

std::optional<SummedLoss> generalLoss(LanguageModel& model, const Tokenizer* tokenizer)
{
    if (!tokenizer)
        return std::nullopt;
    const Encoding encoding = tokenizer->encode(generalText(), SpecialTokens::Add, Offsets::NotWanted);
    const auto context
        = static_cast<std::size_t>(std::max<std::int64_t>(0, model.decoder->options().contextLength));
    LikelihoodSum sum;
    addLikelihood(sum, encoding.ids, {}, context > 1 ? std::min(context, kWindow) : kWindow,
        [&](std::span<const std::int32_t> ids) { return tokenNll(model, ids); });
    return SummedLoss { sum.nll, sum.tokens };
}

} // namespace

HeldOutLosses
heldOutLosses(const JudgedParts& parts, const ProgressFunction& progress, const std::stop_token& stop)
{
    const SampleStore& samples = parts.samples.evaluation.samples;
    const std::size_t judged = std::min(samples.size(), kMostJudgedRows);
    const auto rowsAtOnce
        = static_cast<std::size_t>(std::max<std::int64_t>(1, parts.recipe.perDeviceEvalBatchSize));
    HeldOutLosses losses;
    for (std::size_t begin = 0; begin < judged; begin += rowsAtOnce) {
        throwIfStopped(stop);
        if (progress)
            progress({ "", begin, judged, "rows" });
        addRowLosses(parts.model, judgedRows(samples, begin, rowsAtOnce), losses.rows);
    }
    losses.general = generalLoss(parts.model, parts.tools.tokenizer.get());
    return losses;
}

void recordHeldOutLosses(const JudgedParts& parts,
    const RunFolder& run,
    JudgedModel model,
    std::int64_t step,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    if (parts.samples.evaluation.samples.empty())
        return;
    HeldOutLosses losses = heldOutLosses(parts, progress, stop);
    losses.step = step;
    writeHeldOutLosses(run, model, losses);
}

} // namespace temper
