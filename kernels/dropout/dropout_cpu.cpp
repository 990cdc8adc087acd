// SPDX-License-Identifier: Apache-2.0
#include "kernels/dropout/dropout.h"

namespace temper {

namespace {

// SplitMix64's finaliser (Steele, Lea, Flood 2014): a bijection that passes BigCrush when fed a counter.
std::uint64_t mix(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

void fillDropoutMask(const DropoutStream& stream, std::int64_t begin, std::int64_t end, float* out)
{
    const std::uint64_t key = mix(mix(mix(stream.seed + 0x9e3779b97f4a7c15ULL) + stream.step) + stream.site);
    const auto threshold = static_cast<std::uint32_t>(stream.probability * 4294967296.0);
    const auto kept = static_cast<float>(1.0 / (1.0 - stream.probability));
    for (std::int64_t i = begin; i < end; ++i) {
        const std::uint64_t bits = mix(key + static_cast<std::uint64_t>(i) * 0x9e3779b97f4a7c15ULL);
        out[i - begin] = static_cast<std::uint32_t>(bits >> 32) < threshold ? 0.0f : kept;
    }
}

} // namespace temper
