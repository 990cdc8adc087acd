// SPDX-License-Identifier: Apache-2.0
#include "core/engine/adapter/adapter.h"

#include "core/common/base/os_atomic_file.h"
#include "core/common/file/safetensors.h"
#include "core/engine/adapter/lora.h"
#include "core/engine/model/tensor_files.h"

#include <ATen/ATen.h>

namespace temper {

const std::vector<AdapterKind>& adapterKinds()
{
    static const std::vector<AdapterKind> list = { loraKind() };
    return list;
}

std::unique_ptr<Adapter> buildAdapter(
    Decoder& decoder, const Json& config, const std::string& subject, std::uint64_t seed)
{
    const auto type = config.is_object() ? config.find("peft_type") : config.end();
    const std::string name = type != config.end() && type->is_string() ? type->get<std::string>() : std::string();
    std::string known;
    for (const AdapterKind& kind : adapterKinds()) {
        if (kind.peftType == name)
            return kind.build(decoder, config, subject, seed);
        known += (known.empty() ? "" : ", ") + kind.peftType;
    }
    throw Error(ErrorKind::Input, "peft_type \"" + name + "\" is not known.", subject, "Known are: " + known + ".");
}

std::unique_ptr<Adapter> loadAdapter(Decoder& decoder, const std::filesystem::path& folder)
{
    const std::filesystem::path configPath = folder / "adapter_config.json";
    if (!std::filesystem::exists(configPath))
        throw Error(ErrorKind::Input, "holds no adapter_config.json.", folder.string(), "Name a PEFT adapter folder.");
    auto adapter = buildAdapter(decoder, readJsonFile(configPath), configPath.string(), 0);
    fillAdapter(*adapter, folder / "adapter_model.safetensors");
    return adapter;
}

void saveAdapter(const Adapter& adapter, const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    std::vector<NamedTensor> tensors;
    for (const NamedParameter& parameter : adapter.parameters())
        tensors.push_back({ parameter.name, parameter.tensor });
    saveTensors(folder / "adapter_model.safetensors", tensors, { { "format", "pt" } });
    writeFileAtomically(folder / "adapter_config.json", adapter.config().dump(2) + "\n");
}

void fillAdapter(const Adapter& adapter, const std::filesystem::path& weights)
{
    const at::NoGradGuard noGrad;
    const SafetensorsFile file(weights);
    for (const NamedParameter& parameter : adapter.parameters()) {
        const TensorView* view = file.find(parameter.name);
        if (!view)
            throw Error(ErrorKind::Input, "the tensor " + parameter.name + " is missing.", weights.string(),
                "The adapter does not fit this model.");
        if (view->shape != parameter.tensor.sizes().vec())
            throw Error(ErrorKind::Input, "the tensor " + parameter.name + " has another shape than the model asks for.",
                weights.string(), "The adapter does not fit this model.");
        at::Tensor target = parameter.tensor;
        target.copy_(tensorFromView(*view, at::kFloat, file.mapping()));
    }
    if (file.tensors().size() != adapter.parameters().size())
        for (const TensorView& view : file.tensors()) {
            const auto known = adapter.parameters();
            if (std::none_of(known.begin(), known.end(), [&](const auto& p) { return p.name == view.name; }))
                throw Error(ErrorKind::Input, "the tensor " + view.name + " belongs to nothing in this model.",
                    weights.string(), "The adapter does not fit this model.");
        }
}

} // namespace temper
