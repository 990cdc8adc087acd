// SPDX-License-Identifier: Apache-2.0
#include "core/engine/objective/sft_family.h"

#include "core/common/base/error.h"
#include "core/engine/objective/token_loss.h"

#include <ATen/ATen.h>

namespace temper {

namespace {

TokenTargets targetsOf(ObjectiveCase& objective, const std::string& suffix)
{
    TokenTargets targets { objective.variable("logits" + suffix), objective.integers("labels" + suffix),
        static_cast<std::int64_t>(objective.number("ignore_index", kIgnoredLabel)) };
    try {
        checkTargets(targets);
    } catch (const Error& error) {
        throw Error(error.kind(), error.sentence(), objective.where("labels" + suffix));
    }
    return objective.flag("shift", true) ? shiftedByOne(targets) : targets;
}

bool isDynamic(const ObjectiveCase& objective)
{
    return objective.text("loss_type", objective.id().starts_with("dft") ? "dft" : "nll") == "dft";
}

at::Tensor lossOf(const ObjectiveCase& objective, const TokenTargets& targets, double tokenCount)
{
    if (isDynamic(objective))
        return dynamicLoss(targets, tokenCount);
    if (objective.hasParameter("epsilon"))
        return smoothedLoss(targets, objective.number("epsilon", 0.0), tokenCount);
    return crossEntropyLoss(targets, tokenCount);
}

ObjectiveOutputs evaluateMicroBatches(ObjectiveCase& objective)
{
    std::vector<TokenTargets> batches;
    std::int64_t supervised = 0;
    for (std::string suffix = "_0"; objective.hasInput("logits" + suffix);
         suffix = "_" + std::to_string(batches.size())) {
        batches.push_back(targetsOf(objective, suffix));
        supervised += supervisedTokens(batches.back());
    }
    const double tokenCount = objective.number("num_items_in_batch", static_cast<double>(supervised));
    ObjectiveOutputs outputs;
    at::Tensor total = at::zeros({}, at::kDouble);
    for (const TokenTargets& targets : batches) {
        const at::Tensor loss = lossOf(objective, targets, tokenCount);
        outputs.emplace_back("loss_" + std::to_string(outputs.size()), loss);
        total = total + loss;
    }
    outputs.emplace_back("loss", total);
    return outputs;
}

} // namespace

ObjectiveOutputs evaluateSft(ObjectiveCase& objective)
{
    if (objective.hasInput("logits_0"))
        return evaluateMicroBatches(objective);
    const TokenTargets targets = targetsOf(objective, "");
    const std::int64_t supervised = supervisedTokens(targets);
    const double tokenCount = objective.number("num_items_in_batch", static_cast<double>(supervised));
    return { { "loss", lossOf(objective, targets, tokenCount) }, { "per_token_nll", tokenNll(targets) },
        { "num_tokens", at::scalar_tensor(supervised, at::kLong) },
        { "token_accuracy", at::scalar_tensor(tokenAccuracy(targets), at::kDouble) } };
}

} // namespace temper
