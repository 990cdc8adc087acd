// SPDX-License-Identifier: Apache-2.0
// safetensors files: mapped and checked completely before a byte of a tensor is touched; written atomically.
#pragma once

#include "core/common/file/tensor_view.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace temper {

class MappedFile;

// One open file. Views stay valid while this object (or a copy of the shared pointer to its mapping) lives.
class SafetensorsFile {
public:
    // Throws Error(Input) naming the file and the tensor for a header that lies: sizes, offsets, overlaps,
    // holes, duplicates, unknown types, a header above 100,000,000 bytes.
    explicit SafetensorsFile(const std::filesystem::path& path);
    explicit SafetensorsFile(std::shared_ptr<const MappedFile> mapping);

    const std::vector<TensorView>& tensors() const { return m_tensors; } // in the order of their offsets
    const TensorView* find(const std::string& name) const;
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    std::shared_ptr<const MappedFile> mapping() const { return m_mapping; }

private:
    std::shared_ptr<const MappedFile> m_mapping;
    std::vector<TensorView> m_tensors;
    std::map<std::string, std::size_t> m_index;
    std::map<std::string, std::string> m_metadata;
};

// Writes to a temporary name, syncs, renames, syncs the folder. Tensors are laid out in the given order,
// 8-byte aligned header padding as the reference writer. Throws Error(Environment) when the disk is full or
// not writable.
void writeSafetensors(const std::filesystem::path& path,
    const std::vector<TensorView>& tensors,
    const std::map<std::string, std::string>& metadata = {});

} // namespace temper
