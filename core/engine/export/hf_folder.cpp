// SPDX-License-Identifier: Apache-2.0
#include "core/engine/export/hf_folder.h"

#include "core/common/base/os_atomic_file.h"
#include "core/common/file/gguf.h"
#include "core/common/file/model_files.h"
#include "core/common/text/tokenizer_files.h"
#include "core/engine/model/tensor_files.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace temper {

namespace {

void refuseOccupied(const std::filesystem::path& folder)
{
    for (const char* name : { "config.json", "model.safetensors", "model.safetensors.index.json" })
        if (std::filesystem::exists(folder / name))
            throw Error(ErrorKind::Input, std::string("already holds ") + name + ".", folder.string(),
                "Name an empty or new folder.");
}

std::string activationName(ActivationKind kind)
{
    switch (kind) {
    case ActivationKind::Silu:
        return "silu";
    case ActivationKind::GeluTanh:
        return "gelu_pytorch_tanh";
    case ActivationKind::Gelu:
        return "gelu";
    case ActivationKind::Relu:
        return "relu";
    }
    return "silu";
}

OrderedJson ropeConfig(const RopeOptions& rope)
{
    OrderedJson config { { "rope_theta", rope.theta }, { "rope_type", "default" } };
    switch (rope.scaling) {
    case RopeScaling::None:
        break;
    case RopeScaling::Linear:
        config["rope_type"] = "linear";
        config["factor"] = rope.factor;
        break;
    case RopeScaling::Llama3:
        config["rope_type"] = "llama3";
        config["factor"] = rope.factor;
        config["low_freq_factor"] = rope.lowFrequencyFactor;
        config["high_freq_factor"] = rope.highFrequencyFactor;
        config["original_max_position_embeddings"] = static_cast<std::int64_t>(rope.originalContext);
        break;
    }
    return config;
}

// Weights that came as float16 or bfloat16 go out as they came; everything else is float32.
at::ScalarType storedType(const ModelFiles& files)
{
    if (files.isGguf())
        return at::kFloat;
    const TensorView* first = files.find("model.embed_tokens.weight");
    if (first && first->type == DataType::BF16)
        return at::kBFloat16;
    return first && first->type == DataType::F16 ? at::kHalf : at::kFloat;
}

std::string typeName(at::ScalarType type)
{
    return type == at::kFloat ? "float32" : type == at::kHalf ? "float16" : "bfloat16";
}

void writeConfig(const LanguageModel& model, at::ScalarType type, const std::filesystem::path& folder)
{
    OrderedJson config = model.files->isGguf() ? hfConfig(model.decoder->options())
                                               : readOrderedJsonFile(model.path / "config.json");
    config.erase("quantization_config");
    config[config.contains("torch_dtype") ? "torch_dtype" : "dtype"] = typeName(type);
    writeFileAtomically(folder / "config.json", config.dump(2) + "\n");
    OrderedJson generation { { "_from_model_config", true } };
    for (const char* key : { "bos_token_id", "eos_token_id", "pad_token_id" })
        if (config.contains(key) && !config[key].is_null())
            generation[key] = config[key];
    const std::filesystem::path given = model.path / "generation_config.json";
    if (!model.files->isGguf() && std::filesystem::exists(given))
        generation = readOrderedJsonFile(given);
    writeFileAtomically(folder / "generation_config.json", generation.dump(2) + "\n");
}

} // namespace

OrderedJson hfConfig(const DecoderOptions& o)
{
    OrderedJson config;
    config["architectures"] = { "LlamaForCausalLM" };
    config["model_type"] = o.family;
    config["vocab_size"] = o.vocabularySize;
    config["hidden_size"] = o.hiddenSize;
    config["intermediate_size"] = o.intermediateSize;
    config["num_hidden_layers"] = o.layers;
    config["num_attention_heads"] = o.heads;
    config["num_key_value_heads"] = o.keyValueHeads;
    config["head_dim"] = o.headSize;
    config["max_position_embeddings"] = o.contextLength;
    // Metadata keeps ε in single precision: 1e-5 must not become 9.99999974e-06.
    config["rms_norm_eps"] = std::stod(OrderedJson(static_cast<float>(o.normEpsilon)).dump());
    config["hidden_act"] = activationName(o.activation);
    config["attention_bias"] = o.outputBias;
    config["mlp_bias"] = o.feedForwardBias;
    config["rope_theta"] = o.rope.theta;
    config["rope_parameters"] = ropeConfig(o.rope);
    if (o.rope.scaling != RopeScaling::None) {
        config["rope_scaling"] = ropeConfig(o.rope);
        config["rope_scaling"].erase("rope_theta");
    }
    config["tie_word_embeddings"] = o.tiedEmbeddings;
    if (o.beginToken)
        config["bos_token_id"] = *o.beginToken;
    if (o.endTokens.size() == 1)
        config["eos_token_id"] = o.endTokens.front();
    else if (!o.endTokens.empty())
        config["eos_token_id"] = o.endTokens;
    if (o.padToken)
        config["pad_token_id"] = *o.padToken;
    return config;
}

std::optional<at::ScalarType> weightTypeOf(const std::string& name)
{
    if (name.empty())
        return std::nullopt;
    if (name == "float32")
        return at::kFloat;
    if (name == "bfloat16")
        return at::kBFloat16;
    if (name == "float16")
        return at::kHalf;
    throw Error(ErrorKind::Usage, "is \"" + name + "\".", "dtype", "Choose float32, bfloat16 or float16.");
}

std::string saveHfFolder(const LanguageModel& model,
    const std::filesystem::path& folder,
    std::optional<at::ScalarType> wanted)
{
    const at::NoGradGuard noGrad;
    refuseOccupied(folder);
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        throw Error(ErrorKind::Environment, "cannot be made.", folder.string(),
            "Check the path and its permissions.");
    const at::ScalarType type = wanted.value_or(storedType(*model.files));
    std::vector<NamedTensor> tensors;
    for (const NamedParameter& parameter : model.decoder->parameters())
        tensors.push_back({ parameter.name, parameter.tensor.detach().to(type) });
    saveTensors(folder / "model.safetensors", tensors, { { "format", "pt" } });
    writeConfig(model, type, folder);
    copyTokenizerFiles(model.path, folder);
    return typeName(type);
}

} // namespace temper
