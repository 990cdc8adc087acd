// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/memory_estimate.h"

#include "core/common/base/error.h"
#include "core/common/file/model_files.h"
#include "core/common/file/safetensors.h"
#include "core/engine/device/compute.h"
#include "core/engine/model/decoder.h"
#include "core/engine/model/language_model.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace temper {

namespace {

constexpr std::int64_t kProgramBytes = 210ll
    << 20; // measured: LibTorch, its kernels' scratch, the allocator's slack
constexpr std::int64_t kFloat = 4;
constexpr std::int64_t kScoreBytes = 96ll << 20; // as next_token.cpp chunks them

struct Shapes {
    std::int64_t hidden, inner, queries, keys, typeBytes;
};

std::vector<std::pair<std::int64_t, std::int64_t>> matrices(const Shapes& s)
{
    return { { s.queries, s.hidden }, { s.keys, s.hidden }, { s.keys, s.hidden }, { s.hidden, s.queries },
        { s.inner, s.hidden }, { s.inner, s.hidden }, { s.hidden, s.inner } };
}

struct AdapterShape {
    std::int64_t numbers = 0; // trained
    std::int64_t rank = 0;
};

// An adapter that is trained on has the shape of its tensors, whatever the recipe says.
AdapterShape shapeOfFolder(const std::filesystem::path& folder)
{
    const SafetensorsFile file(folder / "adapter_model.safetensors");
    AdapterShape adapter;
    for (const TensorView& tensor : file.tensors()) {
        adapter.numbers += countElements(tensor.shape).value_or(0);
        if (tensor.name.find("lora_A") != std::string::npos && !tensor.shape.empty())
            adapter.rank = std::max(adapter.rank, tensor.shape.front());
    }
    return adapter;
}

AdapterShape adapterShape(const Recipe& recipe, const DecoderOptions& options, const Shapes& shapes)
{
    if (recipe.finetuningType != FinetuningType::Lora)
        return {};
    if (!recipe.adapterNameOrPath.empty())
        return shapeOfFolder(recipe.adapterNameOrPath.back());
    static constexpr std::array<const char*, 7> names { "q_proj", "k_proj", "v_proj", "o_proj", "gate_proj",
        "up_proj", "down_proj" };
    const auto& targets = recipe.loraTarget;
    const bool all = std::find(targets.begin(), targets.end(), "all") != targets.end();
    std::int64_t numbers = 0;
    const auto list = matrices(shapes);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (all || std::find(targets.begin(), targets.end(), names[i]) != targets.end())
            numbers += recipe.loraRank * (list[i].first + list[i].second);
    return { numbers * options.layers, recipe.loraRank };
}

// Numbers of the model itself that are trained.
std::int64_t trainedCount(const Recipe& recipe, const DecoderOptions& options)
{
    if (recipe.finetuningType == FinetuningType::Lora)
        return 0;
    const std::int64_t all = parameterCount(options);
    if (recipe.finetuningType == FinetuningType::Full)
        return all;
    const std::int64_t embeddings = options.vocabularySize * options.hiddenSize;
    const std::int64_t layers = all - embeddings * (options.tiedEmbeddings ? 1 : 2);
    std::int64_t trained
        = layers / options.layers * std::min(options.layers, std::abs(recipe.freezeTrainableLayers));
    for (const std::string& module : recipe.freezeExtraModules)
        if (module == "embed_tokens" || (module == "lm_head" && !options.tiedEmbeddings))
            trained += embeddings;
    return trained;
}

// Bytes a token that one block keeps for its backward pass: x and h in float32; turned queries, keys, values,
// attention's output and the gate's two inputs in the compute type; norms and the gate's product are computed
// again.
std::int64_t keptBytes(const DecoderOptions& options, const Shapes& s, std::int64_t rank)
{
    return 2 * s.hidden * kFloat + (2 * s.queries + 2 * s.keys + 2 * s.inner) * s.typeBytes
        + options.heads * kFloat + 2 * kFloat + 7 * rank * s.typeBytes;
}

// Blocks whose insides are kept for the backward pass: from the lowest one that is trained upwards, since no
// gradient goes below it.
std::int64_t keptLayers(const Recipe& recipe, const DecoderOptions& options)
{
    if (recipe.finetuningType != FinetuningType::Freeze || recipe.freezeTrainableLayers < 0)
        return options.layers;
    const auto& extra = recipe.freezeExtraModules;
    const bool fromTheStart = std::any_of(extra.begin(), extra.end(),
        [](const std::string& module) { return module != "lm_head" && module != "norm"; });
    return fromTheStart ? options.layers : std::min(options.layers, recipe.freezeTrainableLayers);
}

// Bytes a token that exist only while a block is worked on, forward or backward.
std::int64_t passingBytes(const Shapes& s)
{
    return (4 * s.hidden + s.queries) * kFloat + 4 * s.inner * s.typeBytes;
}

std::int64_t
expandedWeightBytes(const DecoderOptions& options, const ModelFiles& files, std::int64_t typeBytes)
{
    // Mapped weights of the compute type are used where they lie; all others are expanded beside the mapping.
    const std::int64_t expanded = parameterCount(options) * typeBytes;
    const std::vector<const TensorView*> views = files.tensors();
    const bool mapped
        = !files.isGguf() && std::all_of(views.begin(), views.end(), [&](const TensorView* view) {
              return view->type == (typeBytes == 4 ? DataType::F32 : DataType::BF16);
          });
    return mapped ? expanded : expanded + static_cast<std::int64_t>(files.bytes());
}

} // namespace

std::int64_t MemoryEstimate::total() const
{
    return weights + adapters + gradients + optimizer + activations + logits + program;
}

OrderedJson MemoryEstimate::json() const
{
    OrderedJson json { { "weights", weights }, { "adapters", adapters }, { "gradients", gradients },
        { "optimizer", optimizer }, { "activations", activations }, { "logits", logits },
        { "program", program }, { "total", total() } };
    json["devices"] = { { "cpu", total() } };
    return json;
}

std::string bytesText(std::int64_t bytes)
{
    std::array<char, 32> text {};
    const auto value = static_cast<double>(bytes);
    if (bytes >= 1'000'000'000)
        std::snprintf(text.data(), text.size(), "%.2f GB", value / 1e9);
    else
        std::snprintf(text.data(), text.size(), "%.0f MB", value / 1e6);
    return text.data();
}

std::string MemoryEstimate::text() const
{
    std::string table;
    for (const auto& [name, bytes] : std::initializer_list<std::pair<const char*, std::int64_t>> {
             { "weights", weights }, { "adapters", adapters }, { "gradients", gradients },
             { "optimizer", optimizer }, { "activations", activations }, { "logits", logits },
             { "program", program }, { "total", total() } }) {
        std::array<char, 64> line {};
        std::snprintf(line.data(), line.size(), "  %-12s %10s\n", name, bytesText(bytes).c_str());
        table += line.data();
    }
    return table;
}

std::int64_t largestPass(const Recipe& recipe)
{
    return recipe.perDeviceTrainBatchSize * recipe.cutoffLen;
}

MemoryEstimate estimateMemory(const Recipe& recipe,
    const DecoderOptions& options,
    const ModelFiles& files,
    std::int64_t tokensPerPass)
{
    const std::int64_t typeBytes = computeTypeOf(recipe.bf16) == at::kFloat ? 4 : 2;
    const Shapes shapes { options.hiddenSize, options.intermediateSize, options.heads * options.headSize,
        options.keyValueHeads * options.headSize, typeBytes };
    const AdapterShape adapter = adapterShape(recipe, options, shapes);
    const std::int64_t copied = trainedCount(recipe, options) * kFloat;
    const std::int64_t trained = copied + adapter.numbers * kFloat;
    MemoryEstimate estimate;
    estimate.weights = expandedWeightBytes(options, files, typeBytes);
    // Trained weights are copies; the mapped originals stay resident as long as the system lets them.
    estimate.weights += copied;
    estimate.adapters = adapter.numbers * kFloat;
    estimate.gradients = trained;
    estimate.optimizer = recipe.optim == OptimizerType::AdamW ? 2 * trained : 0;
    const std::int64_t kept = keptBytes(options, shapes, adapter.rank);
    const std::int64_t layers = keptLayers(recipe, options);
    estimate.activations = recipe.gradientCheckpointing
        ? tokensPerPass * (layers * shapes.hidden * kFloat + kept + passingBytes(shapes))
        : tokensPerPass * (layers * kept + passingBytes(shapes));
    estimate.logits = kScoreBytes + tokensPerPass * 3 * shapes.hidden * kFloat;
    estimate.program = kProgramBytes;
    return estimate;
}

void requireMemory(const MemoryEstimate& estimate, std::int64_t available)
{
    if (estimate.total() <= available)
        return;
    const std::int64_t withoutRows = estimate.total() - estimate.activations - estimate.logits;
    const std::string supply = " of memory and " + bytesText(available) + " can be had.";
    if (estimate.weights > available)
        throw Error(ErrorKind::Environment,
            "the weights alone need about " + bytesText(estimate.weights) + supply, {},
            "Use a smaller model, or end other programs.");
    if (withoutRows > available)
        throw Error(ErrorKind::Environment,
            "weights, gradients and optimizer need about " + bytesText(withoutRows) + supply, {},
            "Train fewer weights (finetuning_type: lora), use a smaller model, or end other programs.");
    throw Error(ErrorKind::Environment, "this run needs about " + bytesText(estimate.total()) + supply, {},
        "Lower per_device_train_batch_size or cutoff_len, or turn on gradient_checkpointing.");
}

} // namespace temper
