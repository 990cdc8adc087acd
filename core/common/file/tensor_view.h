// SPDX-License-Identifier: Apache-2.0
// A named tensor that lies in somebody else's memory (a mapped file, mostly): no copy, no owner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

// Plain types of safetensors, then the block types of GGUF. Values are our own, not those of a file format.
enum class DataType {
    Bool,
    U8,
    I8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    F16,
    BF16,
    F32,
    F64,
    C64,
    F8E4M3,
    F8E5M2,
    F8E8M0,
    F8E4M3FNUZ,
    F8E5M2FNUZ,
    F4,
    F6E2M3,
    F6E3M2,
    Q4_0,
    Q4_1,
    Q5_0,
    Q5_1,
    Q8_0,
    Q2_K,
    Q3_K,
    Q4_K,
    Q5_K,
    Q6_K,
    IQ4_NL,
    MXFP4,
};

std::string_view dataTypeName(DataType type); // "F32", "Q4_1", … as the file formats spell them
std::uint64_t blockElements(DataType type); // elements a block: 1 for plain types, 32 for Q4_0, …
std::uint64_t blockBits(DataType type); // bits a block
std::optional<DataType> plainTypeNamed(
    std::string_view name); // a name of safetensors; nothing when it is not known
bool isPlain(DataType type); // can lie in a safetensors file: everything but the block types of GGUF

// The product of the shape; nothing when a size is negative or the product leaves 63 bits.
std::optional<std::int64_t> countElements(const std::vector<std::int64_t>& shape);
// The bytes that many elements take; nothing when they end within a byte or a block, or leave 64 bits.
std::optional<std::uint64_t> countBytes(DataType type, std::int64_t elements);

struct TensorView {
    std::string name;
    DataType type = DataType::F32;
    std::vector<std::int64_t> shape; // row-major, slowest dimension first (GGUF's order is turned round)
    const std::byte* data = nullptr;
    std::uint64_t bytes = 0;

    std::int64_t elements() const; // product of the shape; 1 for rank 0
};

// `count` consecutive elements from `first` on, as a view of rank 1; both are multiples of
// blockElements(type).
TensorView slice(const TensorView& view, std::int64_t first, std::int64_t count);

// Expands any readable type to float32; `out` holds view.elements() values. Exact for F16, BF16 and the GGUF
// blocks as ggml computes them. Integers and bools become their values. Throws Error(Input) for a type that
// is not known here.
void expandToFloat(const TensorView& view, float* out);

} // namespace temper
