// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/families/llama.h"

#include "core/common/base/error.h"
#include "core/engine/model/families/config_reader.h"

#include <map>
#include <regex>

namespace temper {

namespace {

ActivationKind activationOf(const ConfigReader& config)
{
    static const std::map<std::string, ActivationKind> kinds
        = { { "silu", ActivationKind::Silu }, { "swish", ActivationKind::Silu },
              { "gelu", ActivationKind::Gelu }, { "gelu_pytorch_tanh", ActivationKind::GeluTanh },
              { "gelu_new", ActivationKind::GeluTanh }, { "relu", ActivationKind::Relu } };
    const std::string name = config.text("hidden_act", "silu");
    const auto found = kinds.find(name);
    if (found == kinds.end())
        throw Error(ErrorKind::Input, "hidden_act \"" + name + "\" is not known.", config.subject(),
            "Known are: silu, gelu, gelu_pytorch_tanh, relu.");
    return found->second;
}

void readScaling(const ConfigReader& scaling, RopeOptions& rope)
{
    const std::string type = scaling.text("rope_type", scaling.text("type", "default"));
    if (type == "default")
        return;
    if (type == "linear") {
        rope.scaling = RopeScaling::Linear;
    } else if (type == "llama3") {
        rope.scaling = RopeScaling::Llama3;
        rope.lowFrequencyFactor = scaling.number("low_freq_factor", 1.0);
        rope.highFrequencyFactor = scaling.number("high_freq_factor", 4.0);
        rope.originalContext = scaling.number("original_max_position_embeddings", 8192.0);
    } else {
        throw Error(ErrorKind::Input, "the rope type \"" + type + "\" is not known.", scaling.subject(),
            "Known are: default, linear, llama3.");
    }
    rope.factor = scaling.number("factor", 1.0);
}

// transformers 5 keeps everything in rope_parameters; older files have rope_theta and rope_scaling. Where
// both stand, rope_scaling counts, as in transformers.
std::optional<ConfigReader> ropeParameters(const ConfigReader& config)
{
    auto older = config.object("rope_scaling");
    return older && !older->isEmpty() ? std::move(older) : config.object("rope_parameters");
}

RopeOptions ropeOf(const ConfigReader& config)
{
    RopeOptions rope;
    rope.theta = config.number("rope_theta", 10000.0);
    if (const auto parameters = ropeParameters(config)) {
        rope.theta = parameters->number("rope_theta", rope.theta);
        readScaling(*parameters, rope);
    }
    return rope;
}

DecoderOptions fromConfig(const Json& json, const std::string& subject)
{
    const ConfigReader config(json, subject);
    DecoderOptions options;
    options.family = config.text("model_type", "llama");
    options.vocabularySize = config.integer("vocab_size");
    options.hiddenSize = config.integer("hidden_size");
    options.intermediateSize = config.integer("intermediate_size");
    options.layers = config.integer("num_hidden_layers");
    options.heads = config.integer("num_attention_heads");
    options.keyValueHeads = config.integer("num_key_value_heads", options.heads);
    options.headSize = config.integer("head_dim", options.heads > 0 ? options.hiddenSize / options.heads : 0);
    options.contextLength = config.integer("max_position_embeddings", 2048);
    options.normEpsilon = config.number("rms_norm_eps", 1e-6);
    options.activation = activationOf(config);
    options.rope = ropeOf(config);
    const bool bias = config.flag("attention_bias", false);
    options.queryKeyValueBias = bias;
    options.outputBias = bias;
    options.feedForwardBias = config.flag("mlp_bias", false);
    options.tiedEmbeddings = config.flag("tie_word_embeddings", false);
    options.endTokens = config.integers("eos_token_id");
    if (config.has("bos_token_id"))
        options.beginToken = config.integer("bos_token_id");
    if (config.has("pad_token_id"))
        options.padToken = config.integer("pad_token_id");
    return options;
}

DecoderOptions fromGguf(const Json& json, const std::string& subject)
{
    const ConfigReader metadata(json, subject);
    const std::string a = metadata.text("general.architecture", "llama") + ".";
    DecoderOptions options;
    options.family = "llama";
    options.hiddenSize = metadata.integer(a + "embedding_length");
    options.intermediateSize = metadata.integer(a + "feed_forward_length");
    options.layers = metadata.integer(a + "block_count");
    options.heads = metadata.integer(a + "attention.head_count");
    options.keyValueHeads = metadata.integer(a + "attention.head_count_kv", options.heads);
    options.headSize = metadata.integer(
        a + "attention.key_length", options.heads > 0 ? options.hiddenSize / options.heads : 0);
    options.contextLength = metadata.integer(a + "context_length", 2048);
    options.normEpsilon = metadata.number(a + "attention.layer_norm_rms_epsilon", 1e-5);
    options.rope.theta = metadata.number(a + "rope.freq_base", 10000.0);
    const std::string scaling = metadata.text(a + "rope.scaling.type", "none");
    if (scaling == "linear") {
        options.rope.scaling = RopeScaling::Linear;
        options.rope.factor = metadata.number(a + "rope.scaling.factor", 1.0);
    } else if (scaling != "none") {
        throw Error(ErrorKind::Input, "the rope scaling \"" + scaling + "\" is not known.", subject,
            "Known are: none, linear.");
    }
    options.endTokens = metadata.integers("tokenizer.ggml.eos_token_id");
    if (metadata.has("tokenizer.ggml.bos_token_id"))
        options.beginToken = metadata.integer("tokenizer.ggml.bos_token_id");
    return options;
}

WeightPlaces ggufPlaces(const DecoderOptions& options)
{
    static const std::map<std::string, std::string> parts
        = { { "self_attn.q_proj", "attn_q" }, { "self_attn.k_proj", "attn_k" },
              { "self_attn.v_proj", "attn_v" }, { "self_attn.o_proj", "attn_output" },
              { "mlp.gate_proj", "ffn_gate" }, { "mlp.up_proj", "ffn_up" }, { "mlp.down_proj", "ffn_down" },
              { "input_layernorm", "attn_norm" }, { "post_attention_layernorm", "ffn_norm" } };
    return [heads = options.heads, keyValueHeads = options.keyValueHeads](const std::string& name) {
        static const std::regex layered("model\\.layers\\.(\\d+)\\.(.+)\\.(weight|bias)");
        std::smatch match;
        WeightPlace place;
        if (std::regex_match(name, match, layered)) {
            const auto part = parts.find(match[2]);
            place.fileName = part == parts.end()
                ? name
                : "blk." + match[1].str() + "." + part->second + "." + match[3].str();
            if (match[2] == "self_attn.q_proj")
                place.interleavedHeads = heads;
            if (match[2] == "self_attn.k_proj")
                place.interleavedHeads = keyValueHeads;
        } else if (name == "model.embed_tokens.weight") {
            place.fileName = "token_embd.weight";
        } else if (name == "model.norm.weight") {
            place.fileName = "output_norm.weight";
        } else {
            place.fileName = "output.weight";
        }
        return place;
    };
}

} // namespace

Family llamaFamily()
{
    return { "llama", "llama", fromConfig, fromGguf, ggufPlaces };
}

} // namespace temper
