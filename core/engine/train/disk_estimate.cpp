// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/disk_estimate.h"

#include "core/common/file/model_files.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::int64_t kSmallFiles = 64 << 10; // configurations and the state beside a checkpoint's tensors
constexpr std::int64_t kEventBytes
    = 400; // a step in events.jsonl, trainer_log.jsonl and TensorBoard's file together

std::int64_t rowBytes(const RecipeRows& rows)
{
    std::string line;
    std::int64_t bytes = 0;
    for (const DataRow& row : rows.revision.rows) {
        line.clear();
        appendContentJson(row, line);
        bytes += static_cast<std::int64_t>(line.size()) + 60; // and its place in revision.jsonl
    }
    return bytes;
}

std::int64_t resultBytes(const Recipe& recipe, const DryRun& run)
{
    if (recipe.finetuningType == FinetuningType::Lora)
        return run.memory.gradients;
    return static_cast<std::int64_t>(ModelFiles(recipe.modelNameOrPath).bytes());
}

} // namespace

std::int64_t mostCheckpoints(const Recipe& recipe, std::int64_t steps, std::int64_t stepsPerEpoch)
{
    const std::int64_t every = recipe.saveStrategy == Interval::Steps ? recipe.saveSteps : stepsPerEpoch;
    if (recipe.saveStrategy == Interval::Never || every < 1)
        return 1; // the one written when the run is stopped
    const std::int64_t written = (steps + every - 1) / every;
    const std::int64_t best = hasEvaluationSet(recipe) ? 1 : 0;
    return recipe.saveTotalLimit > 0 ? std::min(written, recipe.saveTotalLimit + best + 1) : written;
}

std::int64_t estimateDisk(const Recipe& recipe, const DryRun& run, const RecipeRows& rows)
{
    const std::int64_t checkpoint = run.memory.gradients + run.memory.optimizer + kSmallFiles;
    return mostCheckpoints(recipe, run.steps, run.stepsPerEpoch) * checkpoint + resultBytes(recipe, run)
        + rowBytes(rows) + run.steps * kEventBytes;
}

} // namespace temper
