// SPDX-License-Identifier: Apache-2.0
// Tensors in and out of safetensors files.
#pragma once

#include "core/engine/model/weight_source.h"

#include <ATen/core/Tensor.h>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace temper {

struct NamedTensor {
    std::string name;
    at::Tensor tensor;
};

// Written atomically in the given order; tensors may be of any plain type and on any device.
void saveTensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
    const std::map<std::string, std::string>& metadata = {});

// All tensors of a file, copied into memory, in their own types.
std::vector<NamedTensor> readTensors(const std::filesystem::path& path);

} // namespace temper
