// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/tensor_files.h"

#include "core/common/base/error.h"
#include "core/common/file/safetensors.h"

#include <ATen/ATen.h>
#include <cstring>
#include <utility>

namespace temper {

namespace {

constexpr std::pair<DataType, at::ScalarType> kTypes[] = { { DataType::Bool, at::kBool }, { DataType::U8, at::kByte },
    { DataType::I8, at::kChar }, { DataType::I16, at::kShort }, { DataType::I32, at::kInt }, { DataType::I64, at::kLong },
    { DataType::F16, at::kHalf }, { DataType::BF16, at::kBFloat16 }, { DataType::F32, at::kFloat },
    { DataType::F64, at::kDouble } };

DataType dataTypeOf(at::ScalarType type)
{
    for (const auto& [ours, theirs] : kTypes)
        if (theirs == type)
            return ours;
    throw Error(ErrorKind::Internal, std::string("tensors of type ") + c10::toString(type) + " are never written.");
}

at::ScalarType scalarTypeOf(const TensorView& view, const std::filesystem::path& path)
{
    for (const auto& [ours, theirs] : kTypes)
        if (ours == view.type)
            return theirs;
    throw Error(ErrorKind::Input,
        "the tensor " + view.name + " has the type " + std::string(dataTypeName(view.type))
            + ", which is not read here.",
        path.string());
}

} // namespace

void saveTensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
    const std::map<std::string, std::string>& metadata)
{
    std::vector<at::Tensor> kept;
    std::vector<TensorView> views;
    for (const NamedTensor& named : tensors) {
        kept.push_back(named.tensor.detach().cpu().contiguous());
        const at::Tensor& tensor = kept.back();
        views.push_back({ named.name, dataTypeOf(tensor.scalar_type()), tensor.sizes().vec(),
            static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes() });
    }
    writeSafetensors(path, views, metadata);
}

std::vector<NamedTensor> readTensors(const std::filesystem::path& path)
{
    const SafetensorsFile file(path);
    std::vector<NamedTensor> tensors;
    for (const TensorView& view : file.tensors()) {
        at::Tensor tensor = at::empty(view.shape, scalarTypeOf(view, path));
        if (view.bytes > 0)
            std::memcpy(tensor.data_ptr(), view.data, view.bytes);
        tensors.push_back({ view.name, tensor });
    }
    return tensors;
}

} // namespace temper
