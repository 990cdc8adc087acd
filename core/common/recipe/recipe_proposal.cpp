// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_proposal.h"

#include "core/common/recipe/recipe_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace temper {
namespace {

constexpr std::int64_t kShortestCutoff = 128;
constexpr std::int64_t kLongestCutoff = 2048;
constexpr std::int64_t kCutoffStep = 64;
constexpr std::int64_t kTokensAtOnce = 8192; // of one pass, so that activations stay small
constexpr std::uint64_t kFewestRowsToHoldOut = 40;
constexpr std::uint64_t kMostRowsHeldOut = 200;

// What holds below a number of rows; the last entry holds for all above.
struct BySize {
    std::uint64_t below;
    double value;
};

constexpr std::array kEpochs { BySize { 60, 8 }, BySize { 600, 5 }, BySize { 5000, 3 }, BySize { 30000, 2 },
    BySize { UINT64_MAX, 1 } };
constexpr std::array kRowsAStep { BySize { 120, 4 }, BySize { 3000, 8 }, BySize { 20000, 16 },
    BySize { UINT64_MAX, 32 } };
constexpr std::array kRanks { BySize { 200, 8 }, BySize { 10000, 16 }, BySize { 60000, 32 },
    BySize { UINT64_MAX, 64 } };
constexpr std::array kRates { BySize { 500'000'000, 5e-4 }, BySize { 4'000'000'000, 3e-4 },
    BySize { 20'000'000'000, 2e-4 }, BySize { UINT64_MAX, 1e-4 } };

template <std::size_t Count> double valueFor(std::uint64_t size, const std::array<BySize, Count>& table)
{
    const auto entry = std::ranges::find_if(table, [&](const BySize& row) { return size < row.below; });
    return entry->value;
}

std::string grouped(std::uint64_t number)
{
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    return text;
}

// 135 M, 1.7 B.
std::string parametersText(std::uint64_t parameters)
{
    const double millions = static_cast<double>(parameters) / 1e6;
    return millions < 999.5 ? fmt::format("{:.0f} M", millions) : fmt::format("{:.1f} B", millions / 1000);
}

struct Reason {
    std::string english;
    std::string chinese;
};

// Chooses one setting after the other; later ones lean on earlier ones.
class Proposer {
public:
    Proposer(const DataShape& data, const ModelShape& model)
        : m_data(data)
        , m_model(model)
    {
    }

    RecipeProposal propose()
    {
        m_proposal.recipe.warmupRatio = 0.05;
        holdOut();
        chooseEpochs();
        chooseBatch();
        chooseCutoff();
        splitBatch();
        chooseRank();
        chooseRate();
        chooseIntervals();
        writeValues();
        return std::move(m_proposal);
    }

private:
    Recipe& recipe() { return m_proposal.recipe; }
    std::uint64_t rows() const { return m_proposal.trainRows; }

    void give(const char* key, Reason reason)
    {
        m_proposal.settings.push_back({ key, {}, std::move(reason.english), std::move(reason.chinese) });
    }

    void holdOut()
    {
        m_proposal.trainRows = m_data.rows;
        if (m_data.rows < kFewestRowsToHoldOut) {
            give("val_size",
                { fmt::format("{} rows are too few to hold any out, so that the run is judged by its probe "
                              "answers alone.",
                      grouped(m_data.rows)),
                    fmt::format("只有 {} 行，不宜再留出验证数据，运行只能凭探针回答来判断。",
                        grouped(m_data.rows)) });
            return;
        }
        const std::uint64_t held = std::min(kMostRowsHeldOut, (m_data.rows + 5) / 10);
        recipe().valSize = static_cast<double>(held);
        m_proposal.trainRows -= held;
        give("val_size",
            { fmt::format("{} of {} rows are held out, so that the loss is also measured on rows the model "
                          "never saw.",
                  grouped(held), grouped(m_data.rows)),
                fmt::format("从 {} 行中留出 {} 行，用模型没见过的数据来衡量损失。", grouped(m_data.rows),
                    grouped(held)) });
    }

    void chooseEpochs()
    {
        const double epochs = valueFor(rows(), kEpochs);
        recipe().numTrainEpochs = epochs;
        const int passes = static_cast<int>(epochs);
        if (passes == 1)
            give("num_train_epochs",
                { fmt::format(
                      "{} rows say enough in a single pass; repeating so many mostly teaches them by heart.",
                      grouped(rows())),
                    fmt::format("{} 行数据一轮就够，反复训练多半只是死记硬背。", grouped(rows())) });
        else
            give("num_train_epochs",
                { fmt::format("{} rows are few, so each is seen {} times; the held-out loss tells when that "
                              "is too often.",
                      grouped(rows()), passes),
                    fmt::format("{} 行数据不多，每行训练 {} 遍；是否过多由留出数据的损失判断。",
                        grouped(rows()), passes) });
    }

    void chooseBatch()
    {
        m_rowsAStep = static_cast<std::int64_t>(valueFor(rows(), kRowsAStep));
        recipe().perDeviceTrainBatchSize = m_rowsAStep;
        const double all = std::ceil(static_cast<double>(rows()) / static_cast<double>(m_rowsAStep));
        m_proposal.steps = static_cast<std::uint64_t>(all * recipe().numTrainEpochs);
    }

    void chooseCutoff()
    {
        const auto longRow = static_cast<std::int64_t>(m_data.longTokens);
        const auto longest = static_cast<std::int64_t>(m_data.longestTokens);
        const auto roundedUp
            = [](std::int64_t tokens) { return (tokens + kCutoffStep - 1) / kCutoffStep * kCutoffStep; };
        // A few tokens more are cheap where they keep the longest row whole.
        const std::int64_t wanted = roundedUp(longest <= 2 * longRow ? longest : longRow);
        const std::int64_t most
            = m_model.contextLength > 0 ? std::min(kLongestCutoff, m_model.contextLength) : kLongestCutoff;
        recipe().cutoffLen = std::min(std::max(wanted, kShortestCutoff), most);
        m_cutsRows = longest > recipe().cutoffLen;
    }

    void splitBatch()
    {
        const std::int64_t fitting = std::max<std::int64_t>(1, kTokensAtOnce / recipe().cutoffLen);
        std::int64_t atOnce = m_rowsAStep;
        while (atOnce > fitting)
            atOnce /= 2;
        recipe().perDeviceTrainBatchSize = std::max<std::int64_t>(1, atOnce);
        recipe().gradientAccumulationSteps = m_rowsAStep / recipe().perDeviceTrainBatchSize;
        const std::string steps = grouped(m_proposal.steps);
        if (recipe().gradientAccumulationSteps == 1)
            give("per_device_train_batch_size",
                { fmt::format("{} rows a step make {} steps in all: enough updates, each over several rows.",
                      m_rowsAStep, steps),
                    fmt::format(
                        "每步 {} 行，共 {} 步：更新次数足够，每次又兼顾多行。", m_rowsAStep, steps) });
        else
            give("per_device_train_batch_size",
                { fmt::format("{} rows at once, {} times a step: {} rows a step without holding them all in "
                              "memory, {} steps in all.",
                      recipe().perDeviceTrainBatchSize, recipe().gradientAccumulationSteps, m_rowsAStep,
                      steps),
                    fmt::format("一次 {} 行、累积 {} 次：每步 {} 行而不必同时放进内存，共 {} 步。",
                        recipe().perDeviceTrainBatchSize, recipe().gradientAccumulationSteps, m_rowsAStep,
                        steps) });
        giveCutoff();
    }

    void giveCutoff()
    {
        const std::string about = m_data.isEstimated ? "about " : "";
        const std::string aboutZh = m_data.isEstimated ? "约 " : " ";
        const std::string longest = grouped(m_data.longestTokens);
        if (m_cutsRows)
            give("cutoff_len",
                { fmt::format("99 of 100 rows have at most {}{} tokens; of longer ones, up to {}{}, the end "
                              "is cut to save memory.",
                      about, grouped(m_data.longTokens), about, longest),
                    fmt::format(
                        "百分之九十九的行不超过{}{} 个词元；更长的行（最长{}{} 个）截去末尾以节省内存。",
                        aboutZh, grouped(m_data.longTokens), aboutZh, longest) });
        else
            give("cutoff_len",
                { fmt::format(
                      "Holds every row whole: the longest has {}{} tokens, half of the rows have at most {}.",
                      about, longest, grouped(m_data.medianTokens)),
                    fmt::format("每一行都能完整放下：最长的有{}{} 个词元，一半的行不超过 {} 个。", aboutZh,
                        longest, grouped(m_data.medianTokens)) });
    }

    void chooseRank()
    {
        const double rank = valueFor(rows(), kRanks);
        recipe().loraRank = static_cast<std::int64_t>(rank);
        recipe().loraAlpha = 2 * rank;
        give("lora_rank",
            { fmt::format("Rank {} has room for what {} rows teach; a higher one costs memory and learns "
                          "noise sooner.",
                  recipe().loraRank, grouped(rows())),
                fmt::format("秩 {} 足以容纳 {} 行数据所教的内容；更高的秩费内存，也更容易学到噪声。",
                    recipe().loraRank, grouped(rows())) });
    }

    void chooseRate()
    {
        const std::uint64_t parameters = m_model.parameters;
        recipe().learningRate = valueFor(parameters == 0 ? 1'000'000'000 : parameters, kRates);
        const std::string rate = keyValueText(*findRecipeKey("learning_rate"), recipe());
        if (parameters == 0)
            give("learning_rate",
                { fmt::format("{} suits LoRA on models of one to four billion parameters; choose a model for "
                              "a rate of its own.",
                      rate),
                    fmt::format(
                        "{} 适合 10 亿到 40 亿参数的模型做 LoRA；选定模型后会给出对应的学习率。", rate) });
        else
            give("learning_rate",
                { fmt::format("{} is a usual step size for LoRA on a model of {} parameters; larger models "
                              "want smaller steps.",
                      rate, parametersText(parameters)),
                    fmt::format("对 {} 参数的模型做 LoRA，{} 是常用的学习率；模型越大，步子越小。",
                        parametersText(parameters), rate) });
    }

    // About ten evaluations and checkpoints over the run.
    void chooseIntervals()
    {
        const auto every = std::max<std::int64_t>(5, static_cast<std::int64_t>(m_proposal.steps / 10));
        recipe().evalSteps = every;
        recipe().saveSteps = every;
        recipe().probeSteps = every;
        recipe().saveTotalLimit = 2;
        recipe().loadBestModelAtEnd = recipe().valSize > 0;
    }

    void writeValues()
    {
        for (ProposedSetting& setting : m_proposal.settings)
            setting.value = keyValueText(*findRecipeKey(setting.key), m_proposal.recipe);
    }

    const DataShape& m_data;
    const ModelShape& m_model;
    RecipeProposal m_proposal;
    std::int64_t m_rowsAStep = 1;
    bool m_cutsRows = false;
};

} // namespace

RecipeProposal proposeRecipe(const DataShape& data, const ModelShape& model)
{
    return Proposer(data, model).propose();
}

} // namespace temper
