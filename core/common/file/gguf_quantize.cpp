// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf_quantize.h"

#include "core/common/base/error.h"
#include "core/common/file/float_types.h"
#include "core/common/file/gguf_quantize_super.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace temper {

namespace {

constexpr int kSmall = 32;
constexpr int kSuper = 256;

void put(std::byte* out, std::uint16_t value)
{
    std::memcpy(out, &value, sizeof value);
}

std::byte pack(int low, int high)
{
    return static_cast<std::byte>(static_cast<unsigned>(low) | (static_cast<unsigned>(high) << 4));
}

// The value farthest from zero, with its sign; the first of several.
float extreme(const float* values)
{
    float largest = 0;
    float found = 0;
    for (int i = 0; i < kSmall; ++i)
        if (std::fabs(values[i]) > largest) {
            largest = std::fabs(values[i]);
            found = values[i];
        }
    return found;
}

void quantizeF32(const float* values, std::byte* out)
{
    std::memcpy(out, values, sizeof *values);
}
void quantizeF16(const float* values, std::byte* out)
{
    put(out, floatToHalf(*values));
}
void quantizeBF16(const float* values, std::byte* out)
{
    put(out, floatToBrain(*values));
}

void quantizeQ8(const float* values, std::byte* out)
{
    const float scale = std::fabs(extreme(values)) / 127.0F;
    const float inverse = scale != 0 ? 1.0F / scale : 0.0F;
    put(out, floatToHalf(scale));
    for (int i = 0; i < kSmall; ++i)
        out[2 + i] = static_cast<std::byte>(static_cast<std::int8_t>(std::round(values[i] * inverse)));
}

// Scaled so that the extreme value becomes −8 (−16): the range holds one more step on that side.
void quantizeQ4(const float* values, std::byte* out)
{
    const float scale = extreme(values) / -8.0F;
    const float inverse = scale != 0 ? 1.0F / scale : 0.0F;
    put(out, floatToHalf(scale));
    const auto step = [&](int i) { return std::min(15, static_cast<int>(values[i] * inverse + 8.5F)); };
    for (int i = 0; i < kSmall / 2; ++i)
        out[2 + i] = pack(step(i), step(i + kSmall / 2));
}

struct Line {
    float minimum;
    float scale;
    float inverse;
};

Line lineThrough(const float* values, float steps)
{
    const auto [low, high] = std::minmax_element(values, values + kSmall);
    const float scale = (*high - *low) / steps;
    return { *low, scale, scale != 0 ? 1.0F / scale : 0.0F };
}

void quantizeQ41(const float* values, std::byte* out)
{
    const Line line = lineThrough(values, 15.0F);
    put(out, floatToHalf(line.scale));
    put(out + 2, floatToHalf(line.minimum));
    const auto step = [&](int i) {
        return std::min(15, static_cast<int>((values[i] - line.minimum) * line.inverse + 0.5F));
    };
    for (int i = 0; i < kSmall / 2; ++i)
        out[4 + i] = pack(step(i), step(i + kSmall / 2));
}

// Five bits: four in pairs, the fifth of all values in one word before them.
template <typename Step> void packFive(std::byte* highBits, const Step& step)
{
    std::uint32_t high = 0;
    std::byte* const low = highBits + sizeof high;
    for (int i = 0; i < kSmall / 2; ++i) {
        const int a = step(i);
        const int b = step(i + kSmall / 2);
        low[i] = pack(a & 15, b & 15);
        high |= static_cast<std::uint32_t>((a & 16) >> 4) << i;
        high |= static_cast<std::uint32_t>((b & 16) >> 4) << (i + kSmall / 2);
    }
    std::memcpy(highBits, &high, sizeof high);
}

void quantizeQ5(const float* values, std::byte* out)
{
    const float scale = extreme(values) / -16.0F;
    const float inverse = scale != 0 ? 1.0F / scale : 0.0F;
    put(out, floatToHalf(scale));
    packFive(out + 2, [&](int i) { return std::min(31, static_cast<int>(values[i] * inverse + 16.5F)); });
}

void quantizeQ51(const float* values, std::byte* out)
{
    const Line line = lineThrough(values, 31.0F);
    put(out, floatToHalf(line.scale));
    put(out + 2, floatToHalf(line.minimum));
    packFive(
        out + 4, [&](int i) { return static_cast<int>((values[i] - line.minimum) * line.inverse + 0.5F); });
}

struct Quantizer {
    DataType type;
    int elements;
    void (*run)(const float* values, std::byte* out);
};

constexpr Quantizer kQuantizers[] = {
    { DataType::F32, 1, quantizeF32 },
    { DataType::F16, 1, quantizeF16 },
    { DataType::BF16, 1, quantizeBF16 },
    { DataType::Q8_0, kSmall, quantizeQ8 },
    { DataType::Q4_0, kSmall, quantizeQ4 },
    { DataType::Q4_1, kSmall, quantizeQ41 },
    { DataType::Q5_0, kSmall, quantizeQ5 },
    { DataType::Q5_1, kSmall, quantizeQ51 },
    { DataType::Q4_K, kSuper, quantizeQ4K },
    { DataType::Q5_K, kSuper, quantizeQ5K },
    { DataType::Q6_K, kSuper, quantizeQ6K },
};

const Quantizer* quantizerOf(DataType type)
{
    for (const Quantizer& quantizer : kQuantizers)
        if (quantizer.type == type)
            return &quantizer;
    return nullptr;
}

} // namespace

bool canQuantize(DataType type)
{
    return quantizerOf(type) != nullptr;
}

void quantize(DataType type, const float* values, std::int64_t count, std::byte* out)
{
    const Quantizer* const quantizer = quantizerOf(type);
    if (quantizer == nullptr || count % quantizer->elements != 0)
        throw Error(ErrorKind::Internal,
            "the type " + std::string(dataTypeName(type)) + " cannot be written, or a block is not whole.");
    const std::uint64_t bytes = blockBits(type) / 8;
    for (std::int64_t i = 0; i < count; i += quantizer->elements, out += bytes)
        quantizer->run(values + i, out);
}

} // namespace temper
