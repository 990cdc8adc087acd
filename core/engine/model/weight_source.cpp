// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/weight_source.h"

#include "core/common/base/error.h"
#include "core/common/file/model_files.h"

#include <ATen/ATen.h>
#include <optional>

namespace temper {

namespace {

std::optional<at::ScalarType> sameType(DataType type)
{
    if (type == DataType::F32)
        return at::kFloat;
    if (type == DataType::BF16)
        return at::kBFloat16;
    if (type == DataType::F16)
        return at::kHalf;
    return std::nullopt;
}

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

bool aligned(const TensorView& view, at::ScalarType type)
{
    return reinterpret_cast<std::uintptr_t>(view.data) % c10::elementSize(type) == 0;
}

// GGUF keeps the two halves of a rotated head interleaved: row 2i and 2i+1 are rows i and i + size/2 of the original.
at::Tensor deinterleave(const at::Tensor& weight, std::int64_t heads)
{
    const std::int64_t half = weight.size(0) / heads / 2;
    auto split = weight.dim() == 2 ? weight.view({ heads, half, 2, weight.size(1) })
                                   : weight.view({ heads, half, 2 });
    return split.transpose(1, 2).reshape(weight.sizes()).contiguous();
}

} // namespace

at::Tensor tensorFromView(const TensorView& view, at::ScalarType type, std::shared_ptr<const void> keepAlive)
{
    const std::optional<at::ScalarType> stored = sameType(view.type);
    const bool shareable = stored == type && view.elements() > 0 && aligned(view, type);
    if (shareable)
        return at::from_blob(
            const_cast<std::byte*>(view.data), view.shape, [keepAlive](void*) {}, at::TensorOptions(type));
    at::Tensor expanded = at::empty(view.shape, at::kFloat);
    expandToFloat(view, expanded.data_ptr<float>());
    return expanded.to(type);
}

WeightSource::WeightSource(std::shared_ptr<const ModelFiles> files, WeightPlaces places)
    : m_files(std::move(files))
    , m_places(std::move(places))
{
}

const TensorView* WeightSource::find(const std::string& name) const
{
    return m_files->find(m_places(name).fileName);
}

bool WeightSource::has(const std::string& name) const { return find(name) != nullptr; }

at::Tensor WeightSource::load(
    const std::string& name, const std::vector<std::int64_t>& shape, at::ScalarType type) const
{
    const WeightPlace place = m_places(name);
    const TensorView* view = m_files->find(place.fileName);
    if (!view)
        throw Error(ErrorKind::Input, "the weight " + place.fileName + " is missing.", m_files->path().string(),
            "The files do not hold the model that the configuration describes.");
    if (view->shape != shape)
        throw Error(ErrorKind::Input,
            "the weight " + place.fileName + " has the shape " + shapeText(view->shape)
                + ", the configuration asks for " + shapeText(shape) + ".",
            m_files->path().string());
    at::Tensor weight = tensorFromView(*view, type, m_files->keepAlive());
    return place.interleavedHeads > 0 ? deinterleave(weight, place.interleavedHeads) : weight;
}

} // namespace temper
