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

std::vector<const Sample*> chosenSamples(const std::vector<Sample>& all)
{
    const std::size_t count = std::min(all.size(), kMostJudgedRows);
    std::vector<const Sample*> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(&all[i * all.size() / count]);
    return chosen;
}

// One pass for all rows, then each row's targets by themselves.
void addRowLosses(LanguageModel& model, std::span<const Sample* const> rows, std::vector<SummedLoss>& losses)
{
    const at::NoGradGuard noGrad;
    const TrainingBatch batch = makeTrainingBatch(rows);
    const at::Tensor hidden = batch.targets.ids.numel() > 0 ? model.decoder->forward(batch.tokens, {}) : at::Tensor();
    std::int64_t first = 0;
    for (const Sample* row : rows) {
        const std::int64_t count = makeTrainingBatch(std::array { row }).targets.ids.numel();
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
    const auto context = static_cast<std::size_t>(std::max<std::int64_t>(0, model.decoder->options().contextLength));
    LikelihoodSum sum;
    addLikelihood(sum, encoding.ids, {}, context > 1 ? std::min(context, kWindow) : kWindow,
        [&](std::span<const std::int32_t> ids) { return tokenNll(model, ids); });
    return SummedLoss { sum.nll, sum.tokens };
}

} // namespace

HeldOutLosses heldOutLosses(const JudgedParts& parts, const ProgressFunction& progress, const std::stop_token& stop)
{
    const std::vector<const Sample*> samples = chosenSamples(parts.samples.evaluation.samples);
    const auto rowsAtOnce = static_cast<std::size_t>(std::max<std::int64_t>(1, parts.recipe.perDeviceEvalBatchSize));
    HeldOutLosses losses;
    for (std::size_t begin = 0; begin < samples.size(); begin += rowsAtOnce) {
        throwIfStopped(stop);
        if (progress)
            progress({ "", begin, samples.size(), "rows" });
        const std::size_t count = std::min(rowsAtOnce, samples.size() - begin);
        addRowLosses(parts.model, std::span(samples).subspan(begin, count), losses.rows);
    }
    losses.general = generalLoss(parts.model, parts.tools.tokenizer.get());
    return losses;
}

void recordHeldOutLosses(const JudgedParts& parts, const RunFolder& run, JudgedModel model, std::int64_t step,
    const ProgressFunction& progress, const std::stop_token& stop)
{
    if (parts.samples.evaluation.samples.empty())
        return;
    HeldOutLosses losses = heldOutLosses(parts, progress, stop);
    losses.step = step;
    writeHeldOutLosses(run, model, losses);
}

} // namespace temper
