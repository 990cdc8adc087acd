// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/tensor_view.h"

#include "core/common/base/error.h"
#include "core/common/file/float_types.h"
#include "core/common/file/gguf_blocks.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <limits>

namespace temper {

namespace {

struct TypeRow {
    DataType type;
    std::string_view name;
    std::uint64_t elements; // a block
    std::uint64_t bits; // a block
};

// In the order of the enumeration.
constexpr TypeRow kTypes[] = {
    { DataType::Bool, "BOOL", 1, 8 },
    { DataType::U8, "U8", 1, 8 },
    { DataType::I8, "I8", 1, 8 },
    { DataType::I16, "I16", 1, 16 },
    { DataType::U16, "U16", 1, 16 },
    { DataType::I32, "I32", 1, 32 },
    { DataType::U32, "U32", 1, 32 },
    { DataType::I64, "I64", 1, 64 },
    { DataType::U64, "U64", 1, 64 },
    { DataType::F16, "F16", 1, 16 },
    { DataType::BF16, "BF16", 1, 16 },
    { DataType::F32, "F32", 1, 32 },
    { DataType::F64, "F64", 1, 64 },
    { DataType::C64, "C64", 1, 64 },
    { DataType::F8E4M3, "F8_E4M3", 1, 8 },
    { DataType::F8E5M2, "F8_E5M2", 1, 8 },
    { DataType::F8E8M0, "F8_E8M0", 1, 8 },
    { DataType::F8E4M3FNUZ, "F8_E4M3FNUZ", 1, 8 },
    { DataType::F8E5M2FNUZ, "F8_E5M2FNUZ", 1, 8 },
    { DataType::F4, "F4", 1, 4 },
    { DataType::F6E2M3, "F6_E2M3", 1, 6 },
    { DataType::F6E3M2, "F6_E3M2", 1, 6 },
    { DataType::Q4_0, "Q4_0", 32, 18 * 8 },
    { DataType::Q4_1, "Q4_1", 32, 20 * 8 },
    { DataType::Q5_0, "Q5_0", 32, 22 * 8 },
    { DataType::Q5_1, "Q5_1", 32, 24 * 8 },
    { DataType::Q8_0, "Q8_0", 32, 34 * 8 },
    { DataType::Q2_K, "Q2_K", 256, 84 * 8 },
    { DataType::Q3_K, "Q3_K", 256, 110 * 8 },
    { DataType::Q4_K, "Q4_K", 256, 144 * 8 },
    { DataType::Q5_K, "Q5_K", 256, 176 * 8 },
    { DataType::Q6_K, "Q6_K", 256, 210 * 8 },
    { DataType::IQ4_NL, "IQ4_NL", 32, 18 * 8 },
    { DataType::MXFP4, "MXFP4", 32, 17 * 8 },
};

const TypeRow& rowOf(DataType type)
{
    return kTypes[static_cast<std::size_t>(type)];
}

static_assert([] {
    for (std::size_t i = 0; i < std::size(kTypes); ++i)
        if (static_cast<std::size_t>(kTypes[i].type) != i)
            return false;
    return kTypes[std::size(kTypes) - 1].type == DataType::MXFP4;
}());

// Blocks of a fixed length vectorise where a loop of unknown length would not at -O2; the values need not be
// aligned.
template <typename Stored, typename Function>
void convert(const std::byte* __restrict source, std::int64_t count, float* __restrict out, Function toFloat)
{
    constexpr std::int64_t kBlock = 64;
    Stored values[kBlock];
    std::int64_t i = 0;
    for (; i + kBlock <= count; i += kBlock) {
        std::memcpy(values, source + static_cast<std::size_t>(i) * sizeof(Stored), sizeof values);
        for (std::int64_t j = 0; j < kBlock; ++j)
            out[i + j] = toFloat(values[j]);
    }
    for (; i < count; ++i) {
        std::memcpy(values, source + static_cast<std::size_t>(i) * sizeof(Stored), sizeof(Stored));
        out[i] = toFloat(values[0]);
    }
}

template <typename Stored> void convertNumbers(const std::byte* source, std::int64_t count, float* out)
{
    convert<Stored>(source, count, out, [](Stored value) { return static_cast<float>(value); });
}

// Types of one byte go through a table of their 256 values.
template <typename Function>
void convertBytes(const std::byte* source, std::int64_t count, float* out, Function toFloat)
{
    float values[256];
    for (int byte = 0; byte < 256; ++byte)
        values[byte] = toFloat(static_cast<std::uint8_t>(byte));
    for (std::int64_t i = 0; i < count; ++i)
        out[i] = values[std::to_integer<std::uint8_t>(source[i])];
}

template <typename Stored, float (*toFloat)(Stored)>
void convertWith(const std::byte* source, std::int64_t count, float* out)
{
    if constexpr (sizeof(Stored) == 1)
        convertBytes(source, count, out, toFloat);
    else
        convert<Stored>(source, count, out, [](Stored bits) { return toFloat(bits); });
}

float boolToFloat(std::uint8_t value)
{
    return value != 0 ? 1.0F : 0.0F;
}

struct Expansion {
    DataType type;
    void (*expand)(const std::byte* source, std::int64_t count, float* out);
};

// The plain types that have a float32 form.
constexpr Expansion kExpansions[] = {
    { DataType::Bool, convertWith<std::uint8_t, boolToFloat> },
    { DataType::U8, convertNumbers<std::uint8_t> },
    { DataType::I8, convertNumbers<std::int8_t> },
    { DataType::I16, convertNumbers<std::int16_t> },
    { DataType::U16, convertNumbers<std::uint16_t> },
    { DataType::I32, convertNumbers<std::int32_t> },
    { DataType::U32, convertNumbers<std::uint32_t> },
    { DataType::I64, convertNumbers<std::int64_t> },
    { DataType::U64, convertNumbers<std::uint64_t> },
    { DataType::F16, convertWith<std::uint16_t, halfToFloat> },
    { DataType::BF16, convertWith<std::uint16_t, brainToFloat> },
    { DataType::F32, convertNumbers<float> },
    { DataType::F64, convertNumbers<double> },
    { DataType::F8E4M3, convertWith<std::uint8_t, float8E4M3ToFloat> },
    { DataType::F8E5M2, convertWith<std::uint8_t, float8E5M2ToFloat> },
    { DataType::F8E8M0, convertWith<std::uint8_t, scaleToFloat> },
    { DataType::F8E4M3FNUZ, convertWith<std::uint8_t, float8E4M3FnuzToFloat> },
    { DataType::F8E5M2FNUZ, convertWith<std::uint8_t, float8E5M2FnuzToFloat> },
};

} // namespace

std::string_view dataTypeName(DataType type)
{
    return rowOf(type).name;
}

std::uint64_t blockElements(DataType type)
{
    return rowOf(type).elements;
}

std::uint64_t blockBits(DataType type)
{
    return rowOf(type).bits;
}

bool isPlain(DataType type)
{
    return rowOf(type).elements == 1;
}

std::optional<DataType> plainTypeNamed(std::string_view name)
{
    for (const TypeRow& row : kTypes)
        if (row.elements == 1 && row.name == name)
            return row.type;
    return {};
}

std::optional<std::int64_t> countElements(const std::vector<std::int64_t>& shape)
{
    bool empty = false;
    std::int64_t product = 1;
    for (const std::int64_t size : shape) {
        if (size < 0)
            return {};
        empty = empty || size == 0;
        if (!empty && size > std::numeric_limits<std::int64_t>::max() / product)
            return {};
        product = empty ? 0 : product * size;
    }
    return product;
}

std::optional<std::uint64_t> countBytes(DataType type, std::int64_t elements)
{
    const TypeRow& row = rowOf(type);
    const auto count = static_cast<std::uint64_t>(elements);
    if (elements < 0 || count % row.elements != 0)
        return {};
    const std::uint64_t blocks = count / row.elements;
    if (blocks > std::numeric_limits<std::uint64_t>::max() / row.bits || blocks * row.bits % 8 != 0)
        return {};
    return blocks * row.bits / 8;
}

std::int64_t TensorView::elements() const
{
    return countElements(shape).value_or(0);
}

TensorView slice(const TensorView& view, std::int64_t first, std::int64_t count)
{
    const auto offset = countBytes(view.type, first);
    const auto length = countBytes(view.type, count);
    if (!offset || !length || *offset > view.bytes || *length > view.bytes - *offset)
        throw Error(ErrorKind::Internal, "a slice does not fit into the tensor.", view.name);
    return { view.name, view.type, { count }, view.data + *offset, *length };
}

void expandToFloat(const TensorView& view, float* out)
{
    const std::int64_t count = view.elements();
    if (countBytes(view.type, count) != view.bytes)
        throw Error(ErrorKind::Internal, "the shape and the bytes of a tensor differ.", view.name);
    if (!isPlain(view.type))
        return expandBlocks(view.type, view.data, view.bytes * 8 / blockBits(view.type), out);
    for (const Expansion& expansion : kExpansions)
        if (expansion.type == view.type)
            return expansion.expand(view.data, count, out);
    throw Error(ErrorKind::Input,
        "the type " + std::string(dataTypeName(view.type)) + " cannot be turned into float32 here.",
        view.name.substr(0, 100), "Convert the tensor to another type first.");
}

} // namespace temper
