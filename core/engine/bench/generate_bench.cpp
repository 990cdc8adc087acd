// SPDX-License-Identifier: Apache-2.0
#include "core/engine/bench/generate_bench.h"

#include "core/common/base/os_process.h"
#include "core/common/data/row.h"
#include "core/engine/device/compute.h"
#include "core/engine/generate/generator.h"
#include "core/engine/generate/prompts.h"
#include "core/engine/model/language_model.h"
#include "core/engine/train/training_setup.h"

#include <chrono>

namespace temper {

namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// The first turn of every row as a prompt.
std::vector<std::vector<std::int32_t>> promptsOf(const GenerateBench& bench)
{
    Recipe recipe;
    recipe.modelNameOrPath = bench.model;
    recipe.dataset = { bench.data.string() };
    recipe.maxSamples = bench.prompts + bench.warmup;
    const Revision revision = chooseRows(recipe, {}, {}, {});
    const PromptEncoder encoder(bench.model, PromptForm::Chat);
    std::vector<std::vector<std::int32_t>> prompts;
    for (const DataRow& row : revision.rows) {
        OrderedJson given;
        given["messages"] = OrderedJson::array({ messagesJson(row).at(0) });
        prompts.push_back(encoder.encode({ given, bench.data.string() }));
    }
    return prompts;
}

// Passes everything on and takes the time of the prompt's pass and of the steps after it.
class TimedModel final : public StepModel {
public:
    explicit TimedModel(StepModel& model)
        : m_model(model)
    {
    }
    std::size_t vocabularySize() const override { return m_model.vocabularySize(); }
    std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) override
    {
        const double begin = now();
        const auto logits = m_model.start(prompts);
        m_firstToken = now();
        prefillSeconds += m_firstToken - begin;
        return logits;
    }
    std::span<const float> step(std::span<const std::int32_t> ids, std::span<const std::int64_t> from) override
    {
        return m_model.step(ids, from);
    }
    void finished() { decodeSeconds += now() - m_firstToken; }

    double prefillSeconds = 0;
    double decodeSeconds = 0;

private:
    StepModel& m_model;
    double m_firstToken = 0;
};

} // namespace

OrderedJson runGenerateBench(const GenerateBench& bench, double startupStart)
{
    useThreads(bench.threads);
    const auto prompts = promptsOf(bench);
    LoadOptions load;
    load.computeType = bench.bfloat16 ? at::kBFloat16 : at::kFloat;
    const auto model = loadLanguageModel(bench.model, load);
    const auto steps = makeStepModel(*model);
    const double startup = now() - startupStart;
    GenerationSettings settings;
    settings.maxNewTokens = static_cast<std::size_t>(bench.newTokens);
    OrderedJson firstIds;
    TimedModel timed(*steps);
    std::size_t promptTokens = 0, newTokens = 0;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        if (i == static_cast<std::size_t>(bench.warmup)) {
            timed.prefillSeconds = timed.decodeSeconds = 0;
            promptTokens = newTokens = 0;
        }
        const auto answers = generate(timed, { &prompts[i], 1 }, settings, {});
        timed.finished();
        promptTokens += prompts[i].size();
        newTokens += answers[0].ids.size() - 1;
        if (i == 0)
            firstIds = answers[0].ids;
    }
    OrderedJson json;
    json["bench"] = "generate";
    json["dtype"] = bench.bfloat16 ? "bf16" : "fp32";
    json["prompts"] = prompts.size();
    json["prompt_tokens"] = promptTokens;
    json["prefill_tokens_per_s"] = static_cast<double>(promptTokens) / timed.prefillSeconds;
    json["decode_tokens_per_s"] = static_cast<double>(newTokens) / timed.decodeSeconds;
    json["first_prompt_ids"] = firstIds;
    json["startup_s"] = startup;
    json["peak_rss_mb"] = static_cast<double>(peakResidentBytes()) / 1048576.0;
    return json;
}

} // namespace temper
