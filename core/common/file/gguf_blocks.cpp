// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf_blocks.h"

#include "core/common/base/error.h"
#include "core/common/file/float_types.h"

#include <array>
#include <bit>
#include <cstring>

namespace temper {

namespace {

using Byte = std::uint8_t;

constexpr int kSmall = 32; // weights in a block of the simple types
constexpr int kSuper = 256; // weights in a block of the K types

float halfAt(const Byte* source)
{
    std::uint16_t bits;
    std::memcpy(&bits, source, sizeof bits);
    return halfToFloat(bits);
}

struct Q4_0 {
    static constexpr std::size_t kBytes = 18;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block);
        const Byte* quants = block + 2;
        for (int j = 0; j < 16; ++j) {
            out[j] = static_cast<float>((quants[j] & 15) - 8) * scale;
            out[j + 16] = static_cast<float>((quants[j] >> 4) - 8) * scale;
        }
    }
};

struct Q4_1 {
    static constexpr std::size_t kBytes = 20;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block);
        const float minimum = halfAt(block + 2);
        const Byte* quants = block + 4;
        for (int j = 0; j < 16; ++j) {
            out[j] = static_cast<float>(quants[j] & 15) * scale + minimum;
            out[j + 16] = static_cast<float>(quants[j] >> 4) * scale + minimum;
        }
    }
};

// The fifth bits of 32 weights as 32 numbers, 0 or 16.
void spreadFifthBits(const Byte* source, int* out)
{
    std::uint32_t bits;
    std::memcpy(&bits, source, sizeof bits);
    for (int j = 0; j < kSmall; ++j)
        out[j] = static_cast<int>((bits >> j) & 1U) << 4;
}

struct Q5_0 {
    static constexpr std::size_t kBytes = 22;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block);
        int high[kSmall];
        spreadFifthBits(block + 2, high);
        const Byte* quants = block + 6;
        for (int j = 0; j < 16; ++j) {
            out[j] = static_cast<float>(((quants[j] & 15) | high[j]) - 16) * scale;
            out[j + 16] = static_cast<float>(((quants[j] >> 4) | high[j + 16]) - 16) * scale;
        }
    }
};

struct Q5_1 {
    static constexpr std::size_t kBytes = 24;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block);
        const float minimum = halfAt(block + 2);
        int high[kSmall];
        spreadFifthBits(block + 4, high);
        const Byte* quants = block + 8;
        for (int j = 0; j < 16; ++j) {
            out[j] = static_cast<float>((quants[j] & 15) | high[j]) * scale + minimum;
            out[j + 16] = static_cast<float>((quants[j] >> 4) | high[j + 16]) * scale + minimum;
        }
    }
};

struct Q8_0 {
    static constexpr std::size_t kBytes = 34;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block);
        const auto* quants = reinterpret_cast<const signed char*>(block + 2);
        for (int j = 0; j < kSmall; ++j)
            out[j] = static_cast<float>(quants[j]) * scale;
    }
};

// 16 nibbles pairs through a table of sixteen levels.
void expandLevels(const std::array<float, 16>& levels, float scale, const Byte* quants, float* out)
{
    for (int j = 0; j < 16; ++j) {
        out[j] = scale * levels[quants[j] & 15];
        out[j + 16] = scale * levels[quants[j] >> 4];
    }
}

struct IQ4_NL {
    static constexpr std::size_t kBytes = 18;
    static constexpr std::array<float, 16> kLevels { -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38,
        53, 69, 89, 113 };
    static void expand(const Byte* block, float* out)
    {
        expandLevels(kLevels, halfAt(block), block + 2, out);
    }
};

struct MXFP4 {
    static constexpr std::size_t kBytes = 17;
    // Twice the values of E2M1, with the scale halved, as ggml has it.
    static constexpr std::array<float, 16> kLevels { 0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8,
        -12 };
    static void expand(const Byte* block, float* out)
    {
        const std::uint32_t exponent = block[0];
        const float halfScale
            = std::bit_cast<float>(exponent < 2 ? 0x00200000U << exponent : (exponent - 1) << 23);
        expandLevels(kLevels, halfScale, block + 1, out);
    }
};

struct Q2_K { // { u8 scales[16]; u8 quants[64]; half scale, minimum }
    static constexpr std::size_t kBytes = 84;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block + 80);
        const float minimum = halfAt(block + 82);
        for (int group = 0; group < 16; ++group) { // 16 weights each
            const float groupScale = scale * static_cast<float>(block[group] & 15);
            const float groupMinimum = minimum * static_cast<float>(block[group] >> 4);
            const Byte* quants = block + 16 + 32 * (group / 8) + 16 * (group % 2);
            const int shift = 2 * (group % 8 / 2);
            for (int l = 0; l < 16; ++l)
                out[16 * group + l]
                    = groupScale * static_cast<float>((quants[l] >> shift) & 3) - groupMinimum;
        }
    }
};

struct Q3_K { // { u8 highBits[32]; u8 quants[64]; u8 scales[12]; half scale }
    static constexpr std::size_t kBytes = 110;
    static int scaleOf(const Byte* packed, int group)
    {
        const int low = group < 8 ? packed[group] & 15 : packed[group - 8] >> 4;
        const int high = (packed[8 + group % 4] >> (2 * (group / 4))) & 3;
        return (low | (high << 4)) - 32;
    }
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block + 108);
        for (int group = 0; group < 16; ++group) {
            const float groupScale = scale * static_cast<float>(scaleOf(block + 96, group));
            const Byte* high = block + 16 * (group % 2);
            const Byte* quants = block + 32 + 32 * (group / 8) + 16 * (group % 2);
            const int shift = 2 * (group % 8 / 2);
            const int bit = group / 2;
            for (int l = 0; l < 16; ++l) {
                const int quant = ((quants[l] >> shift) & 3) - 4 + (((high[l] >> bit) & 1) << 2);
                out[16 * group + l] = groupScale * static_cast<float>(quant);
            }
        }
    }
};

struct ScaleAndMinimum {
    float scale;
    float minimum;
};

// The j-th of eight pairs of 6-bit numbers in the 12 bytes of Q4_K and Q5_K, times the block's own pair.
ScaleAndMinimum pairOf(const Byte* block, int j)
{
    const Byte* s = block + 4;
    const int scale = j < 4 ? s[j] & 63 : (s[j + 4] & 15) | ((s[j - 4] >> 6) << 4);
    const int minimum = j < 4 ? s[j + 4] & 63 : (s[j + 4] >> 4) | ((s[j] >> 6) << 4);
    return { halfAt(block) * static_cast<float>(scale), halfAt(block + 2) * static_cast<float>(minimum) };
}

struct Q4_K { // { half scale, minimum; u8 pairs[12]; u8 quants[128] }
    static constexpr std::size_t kBytes = 144;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        for (int group = 0; group < 8; ++group) { // 32 weights each
            const auto [scale, minimum] = pairOf(block, group);
            const Byte* quants = block + 16 + 32 * (group / 2);
            const int shift = 4 * (group % 2);
            for (int l = 0; l < 32; ++l)
                out[32 * group + l] = scale * static_cast<float>((quants[l] >> shift) & 15) - minimum;
        }
    }
};

struct Q5_K { // { half scale, minimum; u8 pairs[12]; u8 highBits[32]; u8 quants[128] }
    static constexpr std::size_t kBytes = 176;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const Byte* high = block + 16;
        for (int group = 0; group < 8; ++group) {
            const auto [scale, minimum] = pairOf(block, group);
            const Byte* quants = block + 48 + 32 * (group / 2);
            const int shift = 4 * (group % 2);
            for (int l = 0; l < 32; ++l) {
                const int quant = ((quants[l] >> shift) & 15) + (((high[l] >> group) & 1) << 4);
                out[32 * group + l] = scale * static_cast<float>(quant) - minimum;
            }
        }
    }
};

struct Q6_K { // { u8 low[128]; u8 high[64]; i8 scales[16]; half scale }
    static constexpr std::size_t kBytes = 210;
    static void expand(const Byte* __restrict block, float* __restrict out)
    {
        const float scale = halfAt(block + 208);
        const auto* scales = reinterpret_cast<const signed char*>(block + 192);
        for (int group = 0; group < 16; ++group) {
            const int part = group % 8; // within 128 weights
            const float groupScale = scale * static_cast<float>(scales[group]);
            const Byte* low = block + 64 * (group / 8) + 16 * (part % 4);
            const Byte* high = block + 128 + 32 * (group / 8) + 16 * (part % 2);
            const int lowShift = 4 * (part / 4);
            const int highShift = 2 * (part / 2);
            for (int l = 0; l < 16; ++l) {
                const int quant = (((low[l] >> lowShift) & 15) | (((high[l] >> highShift) & 3) << 4)) - 32;
                out[16 * group + l] = groupScale * static_cast<float>(quant);
            }
        }
    }
};

template <typename Block, int kElements>
void expandAll(const std::byte* source, std::uint64_t blocks, float* out)
{
    const Byte* block = reinterpret_cast<const Byte*>(source);
    for (std::uint64_t i = 0; i < blocks; ++i, block += Block::kBytes, out += kElements)
        Block::expand(block, out);
}

struct Expansion {
    DataType type;
    void (*expand)(const std::byte* source, std::uint64_t blocks, float* out);
};

constexpr Expansion kExpansions[] = {
    { DataType::Q4_0, expandAll<Q4_0, kSmall> },
    { DataType::Q4_1, expandAll<Q4_1, kSmall> },
    { DataType::Q5_0, expandAll<Q5_0, kSmall> },
    { DataType::Q5_1, expandAll<Q5_1, kSmall> },
    { DataType::Q8_0, expandAll<Q8_0, kSmall> },
    { DataType::Q2_K, expandAll<Q2_K, kSuper> },
    { DataType::Q3_K, expandAll<Q3_K, kSuper> },
    { DataType::Q4_K, expandAll<Q4_K, kSuper> },
    { DataType::Q5_K, expandAll<Q5_K, kSuper> },
    { DataType::Q6_K, expandAll<Q6_K, kSuper> },
    { DataType::IQ4_NL, expandAll<IQ4_NL, kSmall> },
    { DataType::MXFP4, expandAll<MXFP4, kSmall> },
};

} // namespace

void expandBlocks(DataType type, const std::byte* source, std::uint64_t blocks, float* out)
{
    for (const Expansion& expansion : kExpansions)
        if (expansion.type == type)
            return expansion.expand(source, blocks, out);
    throw Error(ErrorKind::Internal, "the type " + std::string(dataTypeName(type)) + " has no blocks.");
}

} // namespace temper
