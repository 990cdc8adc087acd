// SPDX-License-Identifier: Apache-2.0
// The tensors of any safetensors, GGUF and PyTorch files together, and their way into one float32 file.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/file/tensor_view.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace temper {

struct ListedTensor {
    const TensorView* view;
    const std::filesystem::path* file;
};

class TensorListing {
public:
    // The kind of a file is found by its first bytes, not its name. Throws Error(Input/Environment) as the
    // readers do.
    explicit TensorListing(std::vector<std::filesystem::path> files);

    const std::vector<ListedTensor>& tensors() const
    {
        return m_tensors;
    } // file by file, in each file's order

    // All tensors as float32 safetensors, in pieces of a few MB whatever the tensors' sizes. Throws
    // Error(Input) when two files hold a tensor of the same name or a type cannot be expanded,
    // Error(Cancelled) on request.
    void writeAsFloat(const std::filesystem::path& path,
        const ProgressFunction& progress = {},
        const std::stop_token& stop = {}) const;

private:
    std::vector<std::filesystem::path> m_files;
    std::vector<std::shared_ptr<const void>> m_opened; // SafetensorsFile, GgufFile or TorchFile
    std::vector<ListedTensor> m_tensors;
};

} // namespace temper
