// SPDX-License-Identifier: Apache-2.0
// Weights by their Hugging Face names, out of whatever files a model lies in.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace temper {

class ModelFiles;
struct TensorView;

// Where a weight lies under its canonical name.
struct WeightPlace {
    std::string fileName; // the tensor's name in the file
    std::int64_t interleavedHeads = 0; // above 0: rows of each head are stored in GGUF's rotary order
};

using WeightPlaces = std::function<WeightPlace(const std::string& canonicalName)>;

class WeightSource {
public:
    WeightSource(std::shared_ptr<const ModelFiles> files, WeightPlaces places);

    bool has(const std::string& name) const;
    // The tensor in `type`, zero-copy from the mapped file where type and layout allow it (then read-only).
    // Throws Error(Input) when it is missing or its shape is not the expected one.
    at::Tensor load(const std::string& name, const std::vector<std::int64_t>& shape, at::ScalarType type) const;

private:
    const TensorView* find(const std::string& name) const;

    std::shared_ptr<const ModelFiles> m_files;
    WeightPlaces m_places;
};

// The tensor of a view in `type`; shares the mapping's memory when it already has that type.
at::Tensor tensorFromView(const TensorView& view, at::ScalarType type, std::shared_ptr<const void> keepAlive);

} // namespace temper
