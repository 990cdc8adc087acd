// SPDX-License-Identifier: Apache-2.0
// Blocks of 256 as ggml's reference quantises them (ggml-quants.c: make_qkx2_quants, make_qx_quants): a scale
// and a minimum for each group of 32 (a scale for each 16) that make the weighted squared error small, found
// by trying slightly larger and smaller ranges; these in turn are written with 6 (8) bits. The order of the
// sums is that of the reference, so that the bytes are.
#include "core/common/file/gguf_quantize_super.h"

#include "core/common/file/float_types.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

namespace temper {

namespace {

constexpr int kSuper = 256;
constexpr int kGroup = 32;
constexpr int kGroups = kSuper / kGroup;
constexpr int kSmallGroup = 16;
constexpr int kSmallGroups = kSuper / kSmallGroup;
constexpr float kNothing = 1e-15F;

using Steps = std::array<std::uint8_t, kSuper>;

// To the nearest whole number, halves to the even one.
int nearest(float value)
{
    const auto bits = std::bit_cast<std::int32_t>(value + 12582912.0F);
    return (bits & 0x007FFFFF) - 0x00400000;
}

void putHalf(std::byte* out, float value)
{
    const std::uint16_t half = floatToHalf(value);
    std::memcpy(out, &half, sizeof half);
}

float roundedToHalf(float value)
{
    return halfToFloat(floatToHalf(value));
}

struct Search {
    int most; // largest step: 15, 31
    float first; // ranges that are tried: most + first, most + first + 0.1, …
    int tries;
};

struct Fit {
    float scale = 0;
    float minimum = 0; // as a positive number that is subtracted
    std::array<std::uint8_t, kGroup> steps {};
};

// Steps of one group for a range, and the weighted sums over them.
struct Trial {
    std::array<std::uint8_t, kGroup> steps {};
    float sumSteps = 0;
    float sumSquares = 0;
    float sumProducts = 0;
};

Trial tryRange(const float* values, const float* weights, float inverse, float minimum, int most)
{
    Trial trial;
    for (int i = 0; i < kGroup; ++i) {
        const int step = std::clamp(nearest(inverse * (values[i] - minimum)), 0, most);
        trial.steps[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(step);
        const auto l = static_cast<float>(step);
        trial.sumSteps += weights[i] * l;
        trial.sumSquares += weights[i] * l * l;
        trial.sumProducts += weights[i] * l * values[i];
    }
    return trial;
}

float errorOf(const Trial& trial, const float* values, const float* weights, float scale, float minimum)
{
    float error = 0;
    for (int i = 0; i < kGroup; ++i) {
        const float difference
            = scale * static_cast<float>(trial.steps[static_cast<std::size_t>(i)]) + minimum - values[i];
        error += weights[i] * (difference * difference);
    }
    return error;
}

Fit fitGroup(const float* values, const float* weights, const Search& search)
{
    float low = values[0];
    float high = values[0];
    float sumWeights = weights[0];
    float sumValues = sumWeights * values[0];
    for (int i = 1; i < kGroup; ++i) {
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
        sumWeights += weights[i];
        sumValues += weights[i] * values[i];
    }
    low = std::min(low, 0.0F);
    if (high == low)
        return { 0, -low, {} };
    const float inverse = static_cast<float>(search.most) / (high - low);
    const Trial whole = tryRange(values, weights, inverse, low, search.most);
    Fit best { 1 / inverse, low, whole.steps };
    float bestError = errorOf(whole, values, weights, best.scale, best.minimum);
    for (int i = 0; i <= search.tries; ++i) {
        // Each range begins at the best minimum so far.
        const float wider = (search.first + 0.1F * static_cast<float>(i) + static_cast<float>(search.most))
            / (high - best.minimum);
        const Trial trial = tryRange(values, weights, wider, best.minimum, search.most);
        const float determinant = sumWeights * trial.sumSquares - trial.sumSteps * trial.sumSteps;
        if (!(determinant > 0))
            continue;
        float scale = (sumWeights * trial.sumProducts - sumValues * trial.sumSteps) / determinant;
        float minimum = (trial.sumSquares * sumValues - trial.sumSteps * trial.sumProducts) / determinant;
        if (minimum > 0) {
            minimum = 0;
            scale = trial.sumProducts / trial.sumSquares;
        }
        if (const float error = errorOf(trial, values, weights, scale, minimum); error < bestError) {
            bestError = error;
            best = { scale, minimum, trial.steps };
        }
    }
    best.minimum = -best.minimum;
    return best;
}

// The eight scales and minima as pairs of six bits in twelve bytes.
void packPairs(const std::array<Fit, kGroups>& fits,
    float scaleInverse,
    float minimumInverse,
    std::uint8_t* pairs)
{
    for (std::size_t j = 0; j < kGroups; ++j) {
        const auto six = [](float inverse, float value) {
            return std::min<std::uint8_t>(63, static_cast<std::uint8_t>(nearest(inverse * value)));
        };
        const std::uint8_t scale = six(scaleInverse, fits[j].scale);
        const std::uint8_t minimum = six(minimumInverse, fits[j].minimum);
        if (j < 4) {
            pairs[j] = scale;
            pairs[j + 4] = minimum;
        } else {
            pairs[j + 4] = static_cast<std::uint8_t>((scale & 15) | ((minimum & 15) << 4));
            pairs[j - 4] = static_cast<std::uint8_t>(pairs[j - 4] | ((scale >> 4) << 6));
            pairs[j] = static_cast<std::uint8_t>(pairs[j] | ((minimum >> 4) << 6));
        }
    }
}

std::pair<int, int> pairOf(const std::uint8_t* pairs, int j)
{
    if (j < 4)
        return { pairs[j] & 63, pairs[j + 4] & 63 };
    return { (pairs[j + 4] & 15) | ((pairs[j - 4] >> 6) << 4), (pairs[j + 4] >> 4) | ((pairs[j] >> 6) << 4) };
}

// Writes scales and minima (16 bytes) and returns the steps of the 256 values under what was written.
Steps quantizeGroups(const float* values, const Search& search, std::byte* out)
{
    std::array<Fit, kGroups> fits;
    float largestScale = 0;
    float largestMinimum = 0;
    for (int j = 0; j < kGroups; ++j) {
        const float* const group = values + kGroup * j;
        float squares = 0;
        for (int i = 0; i < kGroup; ++i)
            squares += group[i] * group[i];
        const float typical = std::sqrt(squares / static_cast<float>(kGroup));
        float weights[kGroup];
        for (int i = 0; i < kGroup; ++i)
            weights[i] = typical + std::fabs(group[i]);
        const Fit fit = fitGroup(group, weights, search);
        fits[static_cast<std::size_t>(j)] = fit;
        largestScale = std::max(largestScale, fit.scale);
        largestMinimum = std::max(largestMinimum, fit.minimum);
    }
    auto* const pairs = reinterpret_cast<std::uint8_t*>(out + 4);
    putHalf(out, largestScale / 63.0F);
    putHalf(out + 2, largestMinimum / 63.0F);
    packPairs(fits, largestScale > 0 ? 63.0F / largestScale : 0.0F,
        largestMinimum > 0 ? 63.0F / largestMinimum : 0.0F, pairs);
    Steps steps {};
    for (int j = 0; j < kGroups; ++j) {
        const auto& fitted = fits[static_cast<std::size_t>(j)].steps; // stay where the scale vanishes
        std::copy(fitted.begin(), fitted.end(), steps.begin() + kGroup * j);
        const auto [six, minimumSix] = pairOf(pairs, j);
        const float scale = roundedToHalf(largestScale / 63.0F) * static_cast<float>(six);
        const float minimum = roundedToHalf(largestMinimum / 63.0F) * static_cast<float>(minimumSix);
        for (int i = kGroup * j; scale != 0 && i < kGroup * (j + 1); ++i)
            steps[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(
                std::clamp(nearest((values[i] + minimum) / scale), 0, search.most));
    }
    return steps;
}

struct SignedFit {
    float scale = 0;
    std::array<std::uint8_t, kSmallGroup> steps {}; // plus 32
};

constexpr int kSignedMost = 32; // steps −32 … 31

// Steps under a scale, and the weighted sums over them; a value's weight is its square.
struct SignedTrial {
    std::array<std::uint8_t, kSmallGroup> steps {};
    float products = 0;
    float squares = 0;
};

SignedTrial trySigned(const float* values, float inverse)
{
    SignedTrial trial;
    for (int i = 0; i < kSmallGroup; ++i) {
        const int step = std::clamp(nearest(inverse * values[i]), -kSignedMost, kSignedMost - 1);
        trial.steps[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(step + kSignedMost);
        const auto l = static_cast<float>(step);
        const float weight = values[i] * values[i];
        trial.products += weight * values[i] * l;
        trial.squares += weight * l * l;
    }
    return trial;
}

SignedFit fitSigned(const float* values)
{
    float largest = 0;
    float extreme = 0;
    for (int i = 0; i < kSmallGroup; ++i)
        if (std::fabs(values[i]) > largest) {
            largest = std::fabs(values[i]);
            extreme = values[i];
        }
    if (largest < kNothing)
        return {};
    const SignedTrial first = trySigned(values, -static_cast<float>(kSignedMost) / extreme);
    SignedFit fit { first.squares != 0 ? first.products / first.squares : 0.0F, first.steps };
    float best = fit.scale * first.products;
    for (int i = -9; i <= 9; ++i) {
        if (i == 0)
            continue;
        const SignedTrial trial
            = trySigned(values, -(static_cast<float>(kSignedMost) + 0.1F * static_cast<float>(i)) / extreme);
        if (trial.squares > 0 && trial.products * trial.products > best * trial.squares) {
            fit = { trial.products / trial.squares, trial.steps };
            best = fit.scale * trial.products;
        }
    }
    return fit;
}

} // namespace

void quantizeQ4K(const float* values, std::byte* out)
{
    const Steps steps = quantizeGroups(values, { 15, -1.0F, 20 }, out);
    std::byte* packed = out + 16;
    for (std::size_t from = 0; from < kSuper; from += 64)
        for (std::size_t i = from; i < from + 32; ++i)
            *packed++ = static_cast<std::byte>(steps[i] | (steps[i + 32] << 4));
}

void quantizeQ5K(const float* values, std::byte* out)
{
    const Steps steps = quantizeGroups(values, { 31, -0.5F, 15 }, out);
    std::byte* const high = out + 16;
    std::byte* packed = out + 48;
    std::fill(high, high + 32, std::byte { 0 });
    for (std::size_t from = 0; from < kSuper; from += 64)
        for (std::size_t i = 0; i < 32; ++i) {
            const unsigned a = steps[from + i];
            const unsigned b = steps[from + i + 32];
            *packed++ = static_cast<std::byte>((a & 15U) | ((b & 15U) << 4));
            high[i] |= static_cast<std::byte>(((a >> 4) | ((b >> 4) << 1)) << (from / 32));
        }
}

void quantizeQ6K(const float* values, std::byte* out)
{
    std::array<float, kSmallGroups> scales {};
    Steps steps;
    float extreme = 0;
    for (int j = 0; j < kSmallGroups; ++j) {
        const SignedFit fit = fitSigned(values + kSmallGroup * j);
        std::copy(fit.steps.begin(), fit.steps.end(), steps.begin() + kSmallGroup * j);
        scales[static_cast<std::size_t>(j)] = fit.scale;
        if (std::fabs(fit.scale) > std::fabs(extreme))
            extreme = fit.scale;
    }
    std::fill(out, out + 210, std::byte { 0 });
    if (std::fabs(extreme) < kNothing)
        return;
    const float inverse = -128.0F / extreme;
    putHalf(out + 208, 1 / inverse);
    const float unit = roundedToHalf(1 / inverse);
    for (int j = 0; j < kSmallGroups; ++j) {
        const int eight = std::min(127, nearest(inverse * scales[static_cast<std::size_t>(j)]));
        out[192 + j] = static_cast<std::byte>(static_cast<std::int8_t>(eight));
        const float scale = unit * static_cast<float>(eight);
        for (int i = kSmallGroup * j; scale != 0 && i < kSmallGroup * (j + 1); ++i)
            steps[static_cast<std::size_t>(i)]
                = static_cast<std::uint8_t>(std::clamp(nearest(values[i] / scale), -32, 31) + 32);
    }
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t i = 0; i < 32; ++i) {
            const std::uint8_t* const s = steps.data() + 128 * half + i;
            out[64 * half + i] = static_cast<std::byte>((s[0] & 15) | ((s[64] & 15) << 4));
            out[64 * half + i + 32] = static_cast<std::byte>((s[32] & 15) | ((s[96] & 15) << 4));
            out[128 + 32 * half + i] = static_cast<std::byte>(
                (s[0] >> 4) | ((s[32] >> 4) << 2) | ((s[64] >> 4) << 4) | ((s[96] >> 4) << 6));
        }
}

} // namespace temper
