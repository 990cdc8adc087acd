// SPDX-License-Identifier: Apache-2.0
// The published generator as it is written, walked one number after the other; the kernel jumps to any entry.
#include "kernels/dropout/dropout.h"

#include <cmath>

namespace temper {

namespace {

struct SplitMix64 {
    std::uint64_t state = 0;

    std::uint64_t next()
    {
        state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
};

// next() adds the constant before it mixes: the first number of the stream is mix(value).
SplitMix64 streamOf(std::uint64_t value)
{
    return { value - 0x9e3779b97f4a7c15ULL };
}

} // namespace

void fillDropoutMaskReference(const DropoutStream& stream, std::int64_t begin, std::int64_t end, float* out)
{
    std::uint64_t key = SplitMix64 { stream.seed }.next();
    key = streamOf(key + stream.step).next();
    key = streamOf(key + stream.site).next();
    SplitMix64 numbers = streamOf(key);
    for (std::int64_t i = 0; i < end; ++i) {
        const double number = static_cast<double>(numbers.next() >> 32);
        if (i < begin)
            continue;
        const bool isLeftOut = number < std::floor(stream.probability * 4294967296.0);
        out[i - begin] = isLeftOut ? 0.0f : static_cast<float>(1.0 / (1.0 - stream.probability));
    }
}

} // namespace temper
