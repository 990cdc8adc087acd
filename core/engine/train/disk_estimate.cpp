// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/disk_estimate.h"

#include "core/common/base/error.h"
#include "core/common/file/model_files.h"
#include "core/engine/model/language_model.h"
#include "core/engine/train/batch_plan.h"
#include "core/engine/train/memory_estimate.h"
#include "core/engine/train/revision.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::int64_t kFloat = 4;
constexpr std::int64_t kBytesPerLoggedStep
    = 1000; // a line in events.jsonl and trainer_log.jsonl, four TensorBoard records
constexpr std::int64_t kSmallFiles = 1 << 20; // recipe, run.json, state and configuration of each checkpoint

std::int64_t times(std::int64_t steps, Interval strategy, std::int64_t interval, std::int64_t stepsPerEpoch)
{
    switch (strategy) {
    case Interval::Never:
        return 0;
    case Interval::Steps:
        return steps / std::max<std::int64_t>(1, interval);
    case Interval::Epoch:
        return steps / std::max<std::int64_t>(1, stepsPerEpoch);
    }
    return 0;
}

// Trained weights keep the type of the source's safetensors; what came quantised is written as float32.
std::int64_t modelBytes(const ModelFiles& files)
{
    const std::vector<const TensorView*> views = files.tensors();
    const bool half = !files.isGguf() && !views.empty()
        && (views.front()->type == DataType::F16 || views.front()->type == DataType::BF16);
    return parameterCount(describeModel(files)) * (half ? 2 : kFloat);
}

std::int64_t contentBytes(const Revision& revision)
{
    constexpr std::int64_t kBytesOfAnEntry = 80; // of revision.jsonl
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < revision.rows.size(); ++i)
        bytes += static_cast<std::int64_t>(revision.rows.contentBytes(i)) + kBytesOfAnEntry;
    return bytes;
}

std::int64_t bytesIn(const std::filesystem::path& folder)
{
    std::int64_t bytes = 0;
    std::error_code problem;
    for (std::filesystem::recursive_directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        std::error_code vanished;
        if (at->is_regular_file(vanished))
            bytes += static_cast<std::int64_t>(at->file_size(vanished));
    }
    return bytes;
}

} // namespace

std::int64_t checkpointsAtOnce(const Recipe& recipe, std::int64_t steps, std::int64_t stepsPerEpoch)
{
    // The last step is always saved; a best one is saved on top only where it is wanted at the end.
    std::int64_t count = times(steps - 1, recipe.saveStrategy, recipe.saveSteps, stepsPerEpoch) + 1;
    const std::int64_t evaluations = times(steps - 1, recipe.evalStrategy, recipe.evalSteps, stepsPerEpoch);
    const bool keepsBest = recipe.loadBestModelAtEnd && hasEvaluationSet(recipe);
    if (keepsBest)
        count += evaluations;
    count = std::min(count, steps);
    if (recipe.saveTotalLimit == 0)
        return count;
    const std::int64_t best = hasEvaluationSet(recipe) && recipe.evalStrategy != Interval::Never ? 1 : 0;
    return std::min(count, recipe.saveTotalLimit + best + 1);
}

DiskEstimate estimateDisk(const Recipe& recipe, const DiskDemand& demand)
{
    const std::int64_t states = recipe.optim == OptimizerType::AdamW ? 3 : 1; // weights, means, squares
    DiskEstimate estimate;
    estimate.checkpoints = checkpointsAtOnce(recipe, demand.steps, demand.stepsPerEpoch) * states
        * demand.trainedNumbers * kFloat;
    estimate.result = demand.resultBytes;
    estimate.data = demand.dataBytes;
    estimate.logs
        = kSmallFiles + demand.steps / std::max<std::int64_t>(1, recipe.loggingSteps) * kBytesPerLoggedStep;
    return estimate;
}

DiskDemand diskDemand(const Recipe& recipe,
    const ModelFiles& files,
    const Revision& revision,
    const BatchPlan& plan,
    std::int64_t trainedNumbers)
{
    DiskDemand demand;
    demand.trainedNumbers = trainedNumbers;
    demand.resultBytes
        = recipe.finetuningType == FinetuningType::Lora ? trainedNumbers * kFloat : modelBytes(files);
    demand.dataBytes = contentBytes(revision);
    demand.steps = plan.totalSteps();
    demand.stepsPerEpoch = plan.stepsPerEpoch();
    return demand;
}

void requireDisk(const DiskEstimate& estimate, const std::filesystem::path& folder)
{
    std::error_code unknown;
    const std::filesystem::space_info space = std::filesystem::space(folder, unknown);
    if (unknown || space.available == static_cast<std::uintmax_t>(-1))
        return;
    const std::int64_t needed = estimate.total() - bytesIn(folder);
    const auto available
        = static_cast<std::int64_t>(std::min<std::uintmax_t>(space.available, std::uintmax_t { 1 } << 62U));
    if (needed <= available)
        return;
    const bool checkpoints = estimate.checkpoints > estimate.total() / 2;
    throw Error(ErrorKind::Environment,
        "this run will write about " + bytesText(needed) + " and the disk has room for "
            + bytesText(available) + ".",
        folder.string(),
        checkpoints ? "Free some space, set save_total_limit, or raise save_steps."
                    : "Free some space or name another folder.");
}

} // namespace temper
