// SPDX-License-Identifier: Apache-2.0
// The small floating-point formats as float32, without branches so that compilers turn loops over them into
// vectors.
#pragma once

#include <bit>
#include <cstdint>

namespace temper {

// IEEE 754 binary16. Exact, subnormals and infinities included; NaNs stay NaNs.
// The two products rebuild the exponent without a table (Marat Dukhan, FP16, MIT licence).
inline float halfToFloat(std::uint16_t half)
{
    const std::uint32_t bits = static_cast<std::uint32_t>(half) << 16;
    const std::uint32_t sign = bits & 0x80000000U;
    const std::uint32_t rest = bits & 0x7FFFFFFFU;
    const float normal = std::bit_cast<float>((rest >> 3) + (0xE0U << 23)) * 0x1.0p-112F;
    const float subnormal = std::bit_cast<float>((rest >> 16) | (126U << 23)) - 0.5F;
    // A signed comparison and a mask: SSE2 has neither unsigned comparisons nor a choice between lanes.
    const auto isSubnormal
        = static_cast<std::uint32_t>(-static_cast<std::int32_t>(static_cast<std::int32_t>(rest) < (1 << 26)));
    const std::uint32_t magnitude = (std::bit_cast<std::uint32_t>(subnormal) & isSubnormal)
        | (std::bit_cast<std::uint32_t>(normal) & ~isSubnormal);
    return std::bit_cast<float>(sign | magnitude);
}

// To the nearest, halves to even; too large becomes infinite, NaN the quiet one (Marat Dukhan, FP16, MIT
// licence).
inline std::uint16_t floatToHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t twice = bits + bits;
    const std::uint32_t sign = (bits & 0x80000000U) >> 16;
    if (twice > 0xFF000000U)
        return static_cast<std::uint16_t>(sign | 0x7E00U);
    const float magnitude = (std::bit_cast<float>(bits & 0x7FFFFFFFU) * 0x1.0p+112F) * 0x1.0p-110F;
    const std::uint32_t exponent = twice & 0xFF000000U;
    const std::uint32_t bias = exponent < 0x71000000U ? 0x71000000U : exponent;
    const auto rounded
        = std::bit_cast<std::uint32_t>(std::bit_cast<float>((bias >> 1) + 0x07800000U) + magnitude);
    return static_cast<std::uint16_t>(sign | (((rounded >> 13) & 0x7C00U) + (rounded & 0x0FFFU)));
}

inline std::uint16_t floatToBrain(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7FFFFFFFU) > 0x7F800000U)
        return static_cast<std::uint16_t>((bits >> 16) | 64U);
    return static_cast<std::uint16_t>((bits + (0x7FFFU + ((bits >> 16) & 1U))) >> 16);
}

inline float brainToFloat(std::uint16_t brain) // bfloat16
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(brain) << 16);
}

inline float scaleToFloat(
    std::uint8_t exponent) // E8M0 of the OCP microscaling formats: 2^(e-127), 255 is NaN
{
    if (exponent == 0xFF)
        return std::bit_cast<float>(0x7FC00000U);
    return std::bit_cast<float>(exponent == 0 ? 0x00400000U : static_cast<std::uint32_t>(exponent) << 23);
}

// Eight-bit floats of the OCP standard ("FN": no infinity) and of the FNUZ kind (no negative zero: 0x80 is
// NaN).
inline float float8E4M3ToFloat(std::uint8_t bits)
{
    if ((bits & 0x7F) == 0x7F)
        return std::bit_cast<float>(0x7FC00000U);
    // One exponent bit less than binary16: shifted into place the value is 2^8 too small.
    const auto half = static_cast<std::uint16_t>(((bits & 0x80U) << 8) | ((bits & 0x7FU) << 7));
    return halfToFloat(half) * 256.0F;
}

inline float float8E5M2ToFloat(std::uint8_t bits)
{
    return halfToFloat(static_cast<std::uint16_t>(bits << 8));
}

inline float float8E4M3FnuzToFloat(std::uint8_t bits)
{
    if (bits == 0x80)
        return std::bit_cast<float>(0x7FC00000U);
    const auto half = static_cast<std::uint16_t>(((bits & 0x80U) << 8) | ((bits & 0x7FU) << 7));
    return halfToFloat(half) * 128.0F; // bias 8 instead of 7
}

inline float float8E5M2FnuzToFloat(std::uint8_t bits)
{
    if (bits == 0x80)
        return std::bit_cast<float>(0x7FC00000U);
    // Bias 16; the topmost exponent is an ordinary one, so binary16 cannot carry it.
    const std::uint32_t exponent = (bits >> 2) & 0x1FU;
    const std::uint32_t fraction = bits & 3U;
    const float magnitude = exponent == 0
        ? static_cast<float>(fraction) * 0x1.0p-17F
        : std::bit_cast<float>(((exponent - 16U + 127U) << 23) | (fraction << 21));
    return (bits & 0x80U) != 0 ? -magnitude : magnitude;
}

} // namespace temper
