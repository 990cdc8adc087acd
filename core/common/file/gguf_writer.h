// SPDX-License-Identifier: Apache-2.0
// A GGUF file (version 3) written piece by piece, so that tensors larger than memory can pass through.
#pragma once

#include "core/common/base/os_atomic_file.h"
#include "core/common/file/safetensors_writer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace temper {

// Types as GGUF names them; a program that reads the file asks for exactly these.
using GgufValue = std::variant<std::uint32_t,
    std::int32_t,
    float,
    bool,
    std::string,
    std::uint64_t,
    double,
    std::vector<std::string>,
    std::vector<float>,
    std::vector<std::int32_t>,
    std::vector<std::uint32_t>,
    std::vector<bool>>;

struct GgufEntry {
    std::string key;
    GgufValue value;
};

// Throws Error(Input) for what the format cannot hold (a name given twice, a type it does not have, a row
// that ends within a block), Error(Environment) when the disk is full. Without commit() the target stays.
class GgufWriter {
public:
    GgufWriter(const std::filesystem::path& path,
        const std::vector<GgufEntry>& metadata,
        const std::vector<TensorLayout>& tensors);

    // The next bytes of the current tensor; what lies between tensors is filled in here.
    void append(const void* data, std::size_t bytes);
    void commit(); // everything must have been appended

    // Bytes that a file with these tensors has beyond its metadata.
    static std::uint64_t dataBytes(const std::vector<TensorLayout>& tensors);

private:
    void pad();

    std::filesystem::path m_path;
    AtomicFile m_file;
    std::vector<std::uint64_t> m_sizes; // bytes of the tensors
    std::size_t m_tensor = 0;
    std::uint64_t m_written = 0; // of the current tensor
};

} // namespace temper
