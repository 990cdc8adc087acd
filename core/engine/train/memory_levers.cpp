// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/memory_levers.h"

#include "core/common/file/model_files.h"
#include "core/engine/model/language_model.h"
#include "core/engine/train/batch_plan.h"
#include "core/engine/train/dry_run.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::int64_t kShortestRows = 128;

class Levers {
public:
    Levers(const Recipe& recipe, const std::vector<std::uint64_t>& lengths)
        : m_recipe(recipe)
        , m_lengths(lengths)
        , m_files(recipe.modelNameOrPath)
        , m_options(describeModel(m_files))
        , m_now(memoryOf(recipe, lengths).total())
    {
    }

    void add(const Recipe& changed,
        const std::vector<std::uint64_t>& lengths,
        std::vector<std::pair<std::string, std::string>> changes)
    {
        const MemoryEstimate memory = memoryOf(changed, lengths);
        if (memory.total() < m_now)
            m_levers.push_back({ std::move(changes), memory });
    }

    void addSmallerBatch()
    {
        if (m_recipe.perDeviceTrainBatchSize < 2)
            return;
        Recipe changed = m_recipe;
        changed.gradientAccumulationSteps *= changed.perDeviceTrainBatchSize;
        changed.perDeviceTrainBatchSize = 1;
        add(changed, m_lengths,
            { { "per_device_train_batch_size", "1" },
                { "gradient_accumulation_steps", std::to_string(changed.gradientAccumulationSteps) } });
    }

    void addRecomputation()
    {
        Recipe changed = m_recipe;
        changed.gradientCheckpointing = true;
        if (!m_recipe.gradientCheckpointing)
            add(changed, m_lengths, { { "gradient_checkpointing", "true" } });
    }

    void addShorterRows()
    {
        const std::uint64_t longest
            = m_lengths.empty() ? 0 : *std::max_element(m_lengths.begin(), m_lengths.end());
        const std::int64_t half
            = std::min<std::int64_t>(m_recipe.cutoffLen, static_cast<std::int64_t>(longest)) / 2;
        if (half < kShortestRows)
            return;
        Recipe changed = m_recipe;
        changed.cutoffLen = half;
        std::vector<std::uint64_t> cut = m_lengths;
        for (std::uint64_t& length : cut)
            length = std::min(length, static_cast<std::uint64_t>(half));
        add(changed, cut, { { "cutoff_len", std::to_string(half) } });
    }

    void addAdapter()
    {
        if (m_recipe.finetuningType == FinetuningType::Lora)
            return;
        Recipe changed = m_recipe;
        changed.finetuningType = FinetuningType::Lora;
        add(changed, m_lengths, { { "finetuning_type", "lora" } });
    }

    std::vector<MemoryLever> take()
    {
        std::ranges::stable_sort(m_levers, {}, [](const MemoryLever& lever) { return lever.memory.total(); });
        return std::move(m_levers);
    }

private:
    MemoryEstimate memoryOf(const Recipe& recipe, const std::vector<std::uint64_t>& lengths) const
    {
        return estimateMemory(recipe, m_options, m_files, largestPass(BatchPlan(lengths, recipe), lengths));
    }

    const Recipe& m_recipe;
    const std::vector<std::uint64_t>& m_lengths;
    ModelFiles m_files;
    DecoderOptions m_options;
    std::int64_t m_now;
    std::vector<MemoryLever> m_levers;
};

} // namespace

std::vector<MemoryLever> memoryLevers(const Recipe& recipe, const std::vector<std::uint64_t>& lengths)
{
    Levers levers(recipe, lengths);
    levers.addSmallerBatch();
    levers.addRecomputation();
    levers.addShorterRows();
    levers.addAdapter();
    return levers.take();
}

} // namespace temper
