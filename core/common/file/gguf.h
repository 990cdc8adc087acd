// SPDX-License-Identifier: Apache-2.0
// GGUF v2/v3 files, read: metadata as JSON-like values and tensors as views into the mapped file.
#pragma once

#include "core/common/base/json.h"
#include "core/common/file/tensor_view.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace temper {

class MappedFile;

// The number by which GGUF names a tensor's type; nothing for a type that it does not have.
std::optional<std::uint32_t> ggufTypeId(DataType type);

class GgufFile {
public:
    // Throws Error(Input) naming the file and the key or tensor for anything that does not add up.
    explicit GgufFile(const std::filesystem::path& path);
    explicit GgufFile(std::shared_ptr<const MappedFile> mapping);

    const Json& metadata() const { return m_metadata; } // flat object, full keys ("tokenizer.ggml.tokens")
    const std::vector<TensorView>& tensors() const { return m_tensors; } // shapes slowest dimension first
    const TensorView* find(const std::string& name) const;
    std::shared_ptr<const MappedFile> mapping() const { return m_mapping; }

    static bool looksLikeGguf(const std::filesystem::path& path); // magic only; false when it cannot be read

private:
    std::shared_ptr<const MappedFile> m_mapping;
    Json m_metadata;
    std::vector<TensorView> m_tensors;
    std::map<std::string, std::size_t> m_index;
};

} // namespace temper
