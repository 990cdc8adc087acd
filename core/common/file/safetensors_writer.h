// SPDX-License-Identifier: Apache-2.0
// A safetensors file written piece by piece, so that tensors larger than memory can pass through.
#pragma once

#include "core/common/base/os_atomic_file.h"
#include "core/common/file/tensor_view.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace temper {

struct TensorLayout {
    std::string name;
    DataType type = DataType::F32;
    std::vector<std::int64_t> shape;
};

// Throws Error(Input) for a layout that the format cannot hold (a name given twice, a block type of GGUF),
// and Error(Environment) when the disk is full or not writable. Without commit() the target stays as it was.
class SafetensorsWriter {
public:
    SafetensorsWriter(const std::filesystem::path& path,
        const std::vector<TensorLayout>& tensors,
        const std::map<std::string, std::string>& metadata = {});

    // The next bytes of the data, in the order of the layouts; pieces need not end where tensors do.
    void append(const void* data, std::size_t bytes);
    void commit(); // everything must have been appended

private:
    std::filesystem::path m_path;
    AtomicFile m_file;
    std::uint64_t m_missing = 0;
};

} // namespace temper
