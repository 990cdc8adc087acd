// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/training_step.h"

#include "core/common/base/error.h"

#include <ATen/ATen.h>
#include <cmath>
#include <torch/csrc/autograd/autograd.h>

namespace temper {

namespace {

[[noreturn]] void refuseNonFinite(const char* what, double value)
{
    throw Error(ErrorKind::Input,
        std::string(what) + " is " + (std::isnan(value) ? "not a number" : "infinite") + ".", {},
        "Lower learning_rate, or look for rows with broken text; the last checkpoint is kept.");
}

} // namespace

std::vector<const Sample*> pointersTo(const std::vector<Sample>& samples)
{
    std::vector<const Sample*> pointers;
    for (const Sample& sample : samples)
        pointers.push_back(&sample);
    return pointers;
}

TrainingBatch makeTrainingBatch(std::span<const Sample* const> samples)
{
    std::vector<std::vector<std::int32_t>> rows;
    std::vector<std::int64_t> positions, ids;
    std::int64_t start = 0;
    for (const Sample* sample : samples) {
        for (std::size_t i = 1; i < sample->labels.size(); ++i) {
            if (sample->labels[i] == kNoLoss)
                continue;
            positions.push_back(start + static_cast<std::int64_t>(i) - 1);
            ids.push_back(sample->labels[i]);
        }
        start += static_cast<std::int64_t>(sample->ids.size());
        rows.push_back(sample->ids);
    }
    return { makeTokenBatch(rows), { at::tensor(positions, at::kLong), at::tensor(ids, at::kLong) } };
}

StepResult trainStep(LanguageModel& model,
    Optimizer& optimizer,
    const std::vector<std::vector<const Sample*>>& passes,
    const StepSettings& settings)
{
    StepResult result;

    // 1. Lay out the passes; the loss is a mean over the tokens of all of them.
    std::vector<TrainingBatch> batches;
    for (const auto& samples : passes) {
        batches.push_back(makeTrainingBatch(samples));
        result.tokens += batches.back().tokens.tokens();
        result.supervisedTokens += batches.back().targets.ids.numel();
    }

    // 2. Forward and backward, pass by pass; gradients add up.
    PassOptions pass;
    pass.dropout = settings.dropout;
    pass.recompute = settings.recompute;
    for (TrainingBatch& batch : batches) {
        if (batch.targets.ids.numel() == 0)
            continue;
        const at::Tensor hidden = model.decoder->forward(batch.tokens, pass);
        const at::Tensor loss = nextTokenLoss(
            hidden, model.decoder->headWeight(), batch.targets, static_cast<double>(result.supervisedTokens));
        result.loss += loss.item<double>();
        if (!std::isfinite(result.loss))
            refuseNonFinite("the loss", result.loss);
        torch::autograd::backward({ loss }, {});
        batch = {};
        ++pass.dropout.step;
    }

    // 3. Bound the gradient.
    result.gradNorm = optimizer.clipGradients(settings.maxGradNorm);
    if (!std::isfinite(result.gradNorm))
        refuseNonFinite("the gradient norm", result.gradNorm);

    // 4. Update.
    optimizer.step(settings.learningRate);
    optimizer.clearGradients();
    return result;
}

SampleLoss sampleLoss(LanguageModel& model, std::span<const Sample* const> samples)
{
    const at::NoGradGuard noGrad;
    const TrainingBatch batch = makeTrainingBatch(samples);
    SampleLoss result;
    result.supervisedTokens = batch.targets.ids.numel();
    if (result.supervisedTokens == 0)
        return result;
    const at::Tensor hidden = model.decoder->forward(batch.tokens, {});
    result.nllSum = nextTokenLoss(hidden, model.decoder->headWeight(), batch.targets, 1.0).item<double>();
    return result;
}

} // namespace temper
