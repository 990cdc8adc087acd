// SPDX-License-Identifier: Apache-2.0
// Runs of float32 or bfloat16 numbers in memory, read as float32 vectors. Included once for every instruction set.
#if defined(TEMPER_KERNELS_FLOAT_ROWS_PER_TARGET_H) == defined(HWY_TARGET_TOGGLE)
#ifdef TEMPER_KERNELS_FLOAT_ROWS_PER_TARGET_H
#undef TEMPER_KERNELS_FLOAT_ROWS_PER_TARGET_H
#else
#define TEMPER_KERNELS_FLOAT_ROWS_PER_TARGET_H
#endif

#include <cstdint>
#include <cstring>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace temper::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::ScalableTag<float>;
using Vector = hn::Vec<Lanes>;

// `row` rows of `stride` numbers behind `data`. A block format adds a class with the same functions.
struct Float32Row {
    const float* values;
    Float32Row(const void* data, std::int64_t row, std::int64_t stride)
        : values(static_cast<const float*>(data) + row * stride)
    {
    }
    Vector load(std::int64_t column) const { return hn::LoadU(Lanes(), values + column); }
    float at(std::int64_t column) const { return values[column]; }
};

struct BFloat16Row {
    const std::uint16_t* values;
    BFloat16Row(const void* data, std::int64_t row, std::int64_t stride)
        : values(static_cast<const std::uint16_t*>(data) + row * stride)
    {
    }
    Vector load(std::int64_t column) const
    {
        const hn::Rebind<std::uint16_t, Lanes> halves;
        const hn::RebindToUnsigned<Lanes> words;
        return hn::BitCast(
            Lanes(), hn::ShiftLeft<16>(hn::PromoteTo(words, hn::LoadU(halves, values + column))));
    }
    float at(std::int64_t column) const
    {
        const std::uint32_t bits = static_cast<std::uint32_t>(values[column]) << 16;
        float value;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }
};

} // namespace temper::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif // per target
