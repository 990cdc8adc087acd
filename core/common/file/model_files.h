// SPDX-License-Identifier: Apache-2.0
// Where a model's weights and its description lie: an HF folder (safetensors or PyTorch's own files, single or
// sharded) or one GGUF file.
#pragma once

#include "core/common/base/json.h"
#include "core/common/file/tensor_view.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace temper {

class GgufFile;

// Opens the files of a model without reading weights. Throws Error(Input/Environment) with the path and the
// remedy: no such folder, no config.json, no weights, an index that names a shard or tensor that is not
// there.
class ModelFiles {
public:
    explicit ModelFiles(const std::filesystem::path& folderOrGguf);
    ~ModelFiles();
    ModelFiles(ModelFiles&&) noexcept;
    ModelFiles& operator=(ModelFiles&&) noexcept;

    bool isGguf() const;
    const std::filesystem::path& path() const;
    const GgufFile& gguf() const; // only when isGguf()
    const Json& config() const; // config.json (an empty object for GGUF: see its metadata)
    std::vector<const TensorView*> tensors() const; // of all shards
    const TensorView* find(const std::string& name) const; // nullptr when absent
    std::vector<std::filesystem::path> files() const; // every weight file, shards in order
    std::uint64_t bytes() const; // of the weight files together
    // Keeps the mapping behind a view alive for as long as the returned pointer lives.
    std::shared_ptr<const void> keepAlive() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace temper
