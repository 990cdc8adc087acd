// SPDX-License-Identifier: Apache-2.0
// PyTorch's own files (pytorch_model.bin, .pt), zip and legacy: their tensors as views into the mapped file.
// No code of theirs is ever run.
#pragma once

#include "core/common/file/tensor_view.h"

#include <cstddef>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace temper {

class MappedFile;

class TorchFile {
public:
    // Throws Error(Input) naming the file and what it met that is no tensor: an opcode, a global, a storage
    // that is not there, a tensor that leads beyond its storage.
    explicit TorchFile(const std::filesystem::path& path);
    explicit TorchFile(std::shared_ptr<const MappedFile> mapping);

    // Sorted as the file has them. A tensor whose elements do not lie one after the other is copied, all
    // others are views.
    const std::vector<TensorView>& tensors() const { return m_tensors; }
    const TensorView* find(const std::string& name) const;
    std::shared_ptr<const MappedFile> mapping() const { return m_mapping; }

    static bool looksLikeTorch(const std::filesystem::path& path); // first bytes only

private:
    std::shared_ptr<const MappedFile> m_mapping;
    std::vector<TensorView> m_tensors;
    std::deque<std::vector<std::byte>> m_copies; // of tensors with strides of their own
    std::map<std::string, std::size_t> m_index;
};

} // namespace temper
