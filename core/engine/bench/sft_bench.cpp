// SPDX-License-Identifier: Apache-2.0
#include "core/engine/bench/sft_bench.h"

#include "core/common/base/os_process.h"
#include "core/engine/device/compute.h"
#include "core/engine/model/language_model.h"
#include "core/engine/train/training_setup.h"
#include "core/engine/train/training_step.h"

#include <ATen/ATen.h>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>

namespace temper {

namespace {

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The order in which the start numbers the matrices of a layer.
std::uint32_t slotOf(const std::string& name)
{
    static constexpr std::array<const char*, 7> slots { "q_proj", "k_proj", "v_proj", "o_proj", "gate_proj",
        "up_proj", "down_proj" };
    for (std::uint32_t slot = 0; slot < slots.size(); ++slot)
        if (name.find(slots[slot]) != std::string::npos)
            return slot;
    return 0;
}

// A[n] = hash(n, matrix) spread over ±1/√in, B = 0: the same numbers in any language.
void startDeterministically(const Trainable& trainable)
{
    const at::NoGradGuard noGrad;
    for (const NamedParameter& parameter : trainable.parameters) {
        at::Tensor tensor = parameter.tensor;
        if (parameter.name.find("lora_A") == std::string::npos) {
            tensor.zero_();
            continue;
        }
        const auto matrix = static_cast<std::uint32_t>(7 * layerOf(parameter.name)) + slotOf(parameter.name);
        const double bound = 1.0 / std::sqrt(static_cast<double>(tensor.size(1)));
        float* values = tensor.data_ptr<float>();
        for (std::int64_t n = 0; n < tensor.numel(); ++n) {
            auto x = static_cast<std::uint32_t>(n) + 1000003u * matrix + 12345u;
            x ^= x >> 16;
            x *= 0x7feb352du;
            x ^= x >> 15;
            x *= 0x846ca68bu;
            x ^= x >> 16;
            values[n] = static_cast<float>((static_cast<double>(x) / 4294967296.0 * 2.0 - 1.0) * bound);
        }
    }
}

Recipe recipeOf(const SftBench& bench)
{
    Recipe recipe;
    recipe.modelNameOrPath = bench.model;
    recipe.dataset = { bench.data.string() };
    recipe.loraRank = bench.rank;
    recipe.loraAlpha = bench.alpha;
    recipe.cutoffLen = bench.cutoffLength;
    recipe.maxSamples = (bench.steps + bench.warmup) * bench.batchRows;
    recipe.disableShuffling = true;
    recipe.threads = bench.threads;
    recipe.bf16 = bench.bfloat16 ? AutoSwitch::On : AutoSwitch::Off;
    return recipe;
}

struct Series {
    std::vector<double> seconds, losses;
    std::vector<std::int64_t> tokens, supervised;
};

Series runSteps(const SftBench& bench, LanguageModel& model, Optimizer& optimizer, const SampleStore& samples)
{
    Series series;
    StepSettings settings;
    settings.learningRate = bench.learningRate;
    settings.maxGradNorm = 1.0;
    settings.recompute = bench.recompute ? Recompute::Blocks : Recompute::Nothing;
    for (std::int64_t step = 0; step < bench.steps + bench.warmup; ++step) {
        const auto first = static_cast<std::size_t>(step * bench.batchRows);
        const std::vector<Sample> rows
            = samples.range(first, first + static_cast<std::size_t>(bench.batchRows));
        const double start = now();
        const StepResult result = trainStep(model, optimizer, { pointersTo(rows) }, settings);
        series.seconds.push_back(now() - start);
        series.losses.push_back(result.loss);
        series.tokens.push_back(result.tokens);
        series.supervised.push_back(result.supervisedTokens);
    }
    return series;
}

} // namespace

double measureMatrixProducts(bool bfloat16)
{
    const at::NoGradGuard noGrad;
    const auto type = bfloat16 ? at::kBFloat16 : at::kFloat;
    const at::Tensor a = at::ones({ 3000, 576 }, type);
    const at::Tensor b = at::ones({ 576, 1536 }, type);
    at::Tensor out = at::mm(a, b);
    double best = 1e9;
    for (int i = 0; i < 8; ++i) {
        const double start = now();
        at::mm_out(out, a, b);
        best = std::min(best, now() - start);
    }
    return 2.0 * 3000 * 576 * 1536 / best / 1e9;
}

OrderedJson runSftBench(const SftBench& bench, double startupStart)
{
    const Recipe recipe = recipeOf(bench);
    useThreads(bench.threads);
    const std::unique_ptr<LanguageModel> model = loadForTraining(recipe);
    const Trainable trainable = chooseTrainable(*model, recipe);
    startDeterministically(trainable);
    const Revision revision = chooseRows(recipe, {}, {}, {});
    const TrainingSamples samples = makeTrainingSamples(revision, loadTextTools(recipe), recipe, {}, {});
    Optimizer optimizer(trainable.parameters, recipe);
    const double startup = now() - startupStart;
    const Series series = runSteps(bench, *model, optimizer, samples.train.samples);
    const auto peak = peakResidentBytes();

    const auto sum = [&](const auto& list) {
        return std::accumulate(
            list.begin() + bench.warmup, list.end(), typename std::decay_t<decltype(list)>::value_type {});
    };
    OrderedJson json;
    json["bench"] = "sft";
    json["dtype"] = bench.bfloat16 ? "bf16" : "fp32";
    json["recompute"] = bench.recompute;
    json["trainable"] = trainable.count();
    json["real_tokens_per_s"] = static_cast<double>(sum(series.tokens)) / sum(series.seconds);
    json["supervised_tokens_per_s"] = static_cast<double>(sum(series.supervised)) / sum(series.seconds);
    json["step_s"] = series.seconds;
    json["tokens"] = series.tokens;
    json["loss"] = series.losses;
    json["startup_s"] = startup;
    json["peak_rss_mb"] = static_cast<double>(peak) / 1048576.0;
    json["gflops"] = measureMatrixProducts(bench.bfloat16);
    return json;
}

} // namespace temper
