// SPDX-License-Identifier: Apache-2.0
#include "core/engine/objective/token_loss.h"

#include "core/common/base/error.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace temper {

namespace {

at::Tensor supervisedMask(const TokenTargets& targets)
{
    return targets.labels.ne(targets.ignored);
}

// Zero in place of a value where not supervised; a product with the mask would let NaN through.
at::Tensor onlySupervised(const at::Tensor& values, const TokenTargets& targets)
{
    return values.masked_fill(supervisedMask(targets).logical_not(), 0.0);
}

// −log softmax of every word, and of the label alone (shape of the labels; garbage where not supervised).
struct NegativeLogs {
    at::Tensor all;
    at::Tensor ofLabel;
};

NegativeLogs negativeLogs(const TokenTargets& targets)
{
    const at::Tensor all = at::log_softmax(targets.logits, -1).neg();
    const at::Tensor words = targets.labels.masked_fill(supervisedMask(targets).logical_not(), 0);
    return { all, all.gather(-1, words.unsqueeze(-1)).squeeze(-1) };
}

} // namespace

TokenTargets shiftedByOne(const TokenTargets& targets)
{
    const std::int64_t last = std::max<std::int64_t>(targets.labels.size(-1) - 1, 0);
    return { targets.logits.narrow(-2, 0, last),
        targets.labels.narrow(-1, targets.labels.size(-1) - last, last), targets.ignored };
}

void checkTargets(const TokenTargets& targets)
{
    const bool hasPositions = targets.logits.dim() >= 2 && targets.logits.size(-1) > 0;
    if (!hasPositions || targets.labels.sizes() != targets.logits.sizes().slice(0, targets.logits.dim() - 1))
        throw Error(ErrorKind::Input, "labels must have the shape of logits without its last dimension.");
    const at::Tensor supervised = targets.labels.masked_select(supervisedMask(targets));
    const std::int64_t vocabulary = targets.logits.size(-1);
    if (supervised.lt(0).logical_or(supervised.ge(vocabulary)).any().item<bool>())
        throw Error(ErrorKind::Input,
            "a label is neither a token from 0 to " + std::to_string(vocabulary - 1) + " nor "
                + std::to_string(targets.ignored) + ".");
}

std::int64_t supervisedTokens(const TokenTargets& targets)
{
    return supervisedMask(targets).sum().item<std::int64_t>();
}

at::Tensor tokenNll(const TokenTargets& targets)
{
    return onlySupervised(negativeLogs(targets).ofLabel, targets);
}

at::Tensor crossEntropyLoss(const TokenTargets& targets, double tokenCount)
{
    return tokenNll(targets).sum() / tokenCount;
}

at::Tensor smoothedLoss(const TokenTargets& targets, double epsilon, double tokenCount)
{
    const NegativeLogs logs = negativeLogs(targets);
    const at::Tensor mixed = (1.0 - epsilon) * logs.ofLabel + epsilon * logs.all.mean(-1);
    return onlySupervised(mixed, targets).sum() / tokenCount;
}

at::Tensor dynamicLoss(const TokenTargets& targets, double tokenCount)
{
    const at::Tensor nll = tokenNll(targets);
    return (nll.detach().neg().exp() * nll).sum() / tokenCount;
}

double tokenAccuracy(const TokenTargets& targets)
{
    const std::int64_t count = supervisedTokens(targets);
    if (count == 0)
        return 0.0;
    const at::Tensor right = targets.logits.detach().argmax(-1).eq(targets.labels);
    return right.logical_and(supervisedMask(targets)).sum().item<double>() / static_cast<double>(count);
}

} // namespace temper
