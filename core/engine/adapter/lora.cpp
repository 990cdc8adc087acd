// SPDX-License-Identifier: Apache-2.0
#include "core/engine/adapter/lora.h"

#include "core/engine/adapter/module_match.h"
#include "core/engine/model/families/config_reader.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <algorithm>
#include <cmath>

namespace temper {

namespace {

class LoraMatrix final : public LinearAdapter {
public:
    explicit LoraMatrix(LowRank lowRank)
        : m_lowRank(std::move(lowRank))
    {
    }

    const LowRank* lowRank() const override { return &m_lowRank; }
    LowRank& tensors() { return m_lowRank; }

    at::Tensor adapt(const Linear&, const at::Tensor& x, const at::Tensor& y) const override
    {
        const at::Tensor inner = at::mm(x, m_lowRank.a.to(x.scalar_type()).t());
        return y + at::mm(inner, m_lowRank.b.to(x.scalar_type()).t()) * m_lowRank.scale;
    }

    at::Tensor delta(const Linear&) const override
    {
        const at::NoGradGuard noGrad;
        return at::mm(m_lowRank.b, m_lowRank.a).mul_(m_lowRank.scale);
    }

private:
    LowRank m_lowRank;
};

struct PlacedMatrix {
    Linear* layer;
    std::shared_ptr<LoraMatrix> matrix;
};

class LoraAdapter final : public Adapter {
public:
    LoraAdapter(OrderedJson config, std::vector<PlacedMatrix> placed)
        : m_config(std::move(config))
        , m_placed(std::move(placed))
    {
    }

    std::vector<NamedParameter> parameters() const override
    {
        std::vector<NamedParameter> list;
        for (const PlacedMatrix& placed : m_placed) {
            const std::string prefix = "base_model.model." + placed.layer->name();
            LowRank& tensors = placed.matrix->tensors();
            list.push_back({ prefix + ".lora_A.weight", tensors.a, [&tensors](at::Tensor a) { tensors.a = a; } });
            list.push_back({ prefix + ".lora_B.weight", tensors.b, [&tensors](at::Tensor b) { tensors.b = b; } });
        }
        return list;
    }

    OrderedJson config() const override { return m_config; }

    void merge(Decoder&) override
    {
        for (const PlacedMatrix& placed : m_placed) {
            Linear& layer = *placed.layer;
            const at::Tensor merged = layer.weight()->dense() + placed.matrix->delta(layer);
            layer.removeAdapters();
            layer.setWeight(std::make_shared<DenseWeight>(merged));
        }
    }

private:
    OrderedJson m_config;
    std::vector<PlacedMatrix> m_placed;
};

// Keys that change what is computed and that this version does not know must not be passed over.
void refuseUnknownVariants(const ConfigReader& config, const std::string& subject)
{
    for (const char* key : { "use_dora", "fan_in_fan_out", "lora_bias", "use_qalora", "use_bdlora" })
        if (config.has(key) && config.flag(key, false))
            throw Error(ErrorKind::Input, std::string(key) + " is on, which this version does not know.", subject);
    for (const char* key : { "layer_replication", "target_parameters", "trainable_token_indices", "modules_to_save" })
        if (config.has(key))
            throw Error(ErrorKind::Input, std::string(key) + " is set, which this version does not know.", subject);
    if (config.text("bias", "none") != "none")
        throw Error(ErrorKind::Input, "bias is not \"none\", which this version does not know.", subject);
}

bool chosenLayer(const std::string& module, const std::vector<std::int64_t>& layers)
{
    return layers.empty() || std::find(layers.begin(), layers.end(), layerOf(module)) != layers.end();
}

LowRank initialTensors(const Linear& layer, std::int64_t rank, at::Generator& generator)
{
    const std::int64_t in = layer.weight()->inFeatures();
    // kaiming_uniform(a = √5): U(±1/√in).
    const double bound = 1.0 / std::sqrt(static_cast<double>(in));
    LowRank tensors;
    tensors.a = at::empty({ rank, in }, at::kFloat).uniform_(-bound, bound, generator);
    tensors.b = at::zeros({ layer.weight()->outFeatures(), rank }, at::kFloat);
    return tensors;
}

std::unique_ptr<Adapter> build(Decoder& decoder, const Json& json, const std::string& subject, std::uint64_t seed)
{
    const ConfigReader config(json, subject);
    refuseUnknownVariants(config, subject);
    const Json targets = json.contains("target_modules") ? json["target_modules"] : Json();
    const Json excluded = config.has("exclude_modules") ? json["exclude_modules"] : Json();
    const auto layers = config.integers("layers_to_transform");
    const bool stabilised = config.flag("use_rslora", false);
    at::Generator generator = at::detail::createCPUGenerator(seed);
    std::vector<PlacedMatrix> placed;
    for (Linear* layer : decoder.linears()) {
        const std::string& name = layer->name();
        const bool out = !excluded.is_null() && matchesTargets(name, excluded, subject);
        if (out || !matchesTargets(name, targets, subject) || !chosenLayer(name, layers))
            continue;
        const auto rank = static_cast<std::int64_t>(patternValue(name, json.value("rank_pattern", Json()),
            static_cast<double>(config.integer("r", 8)), subject));
        const double alpha = patternValue(
            name, json.value("alpha_pattern", Json()), config.number("lora_alpha", 8.0), subject);
        if (rank < 1 || rank > 1 << 16)
            throw Error(ErrorKind::Input, "the rank " + std::to_string(rank) + " is not at least 1.", subject);
        LowRank tensors = initialTensors(*layer, rank, generator);
        const auto r = static_cast<double>(rank);
        tensors.scale = stabilised ? alpha / std::sqrt(r) : alpha / r;
        tensors.dropout = config.number("lora_dropout", 0.0);
        placed.push_back({ layer, std::make_shared<LoraMatrix>(tensors) });
        layer->addAdapter(placed.back().matrix);
    }
    if (placed.empty())
        throw Error(ErrorKind::Input, "no matrix of this model is named " + targets.dump() + ".", subject,
            "Use \"all-linear\" or names such as q_proj, v_proj.");
    return std::make_unique<LoraAdapter>(OrderedJson::parse(json.dump()), std::move(placed));
}

} // namespace

OrderedJson loraConfig(const LoraSettings& settings)
{
    OrderedJson config;
    config["auto_mapping"] = nullptr;
    config["base_model_name_or_path"] = settings.baseModel;
    config["bias"] = "none";
    config["exclude_modules"] = nullptr;
    config["fan_in_fan_out"] = false;
    config["inference_mode"] = true;
    config["init_lora_weights"] = true;
    config["layer_replication"] = nullptr;
    config["layers_pattern"] = nullptr;
    config["layers_to_transform"] = nullptr;
    config["loftq_config"] = OrderedJson::object();
    config["lora_alpha"] = settings.alpha;
    if (settings.alpha == std::floor(settings.alpha))
        config["lora_alpha"] = static_cast<std::int64_t>(settings.alpha);
    config["lora_bias"] = false;
    config["lora_dropout"] = settings.dropout;
    config["megatron_config"] = nullptr;
    config["megatron_core"] = "megatron.core";
    config["modules_to_save"] = nullptr;
    config["peft_type"] = "LORA";
    config["r"] = settings.rank;
    config["rank_pattern"] = OrderedJson::object();
    config["alpha_pattern"] = OrderedJson::object();
    config["revision"] = nullptr;
    config["target_modules"] = OrderedJson::parse(settings.targets.dump());
    config["task_type"] = "CAUSAL_LM";
    config["use_dora"] = false;
    config["use_rslora"] = settings.rankStabilised;
    return config;
}

AdapterKind loraKind() { return { "LORA", build }; }

} // namespace temper
