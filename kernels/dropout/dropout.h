// SPDX-License-Identifier: Apache-2.0
// Dropout from a counter: entry i of a mask depends on (seed, step, site, i) alone, never on threads or on
// what ran before.
#pragma once

#include <cstdint>

namespace temper {

struct DropoutStream {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    std::uint64_t site = 0;
    double probability = 0.0; // of an entry being left out, 0 <= p < 1
};

// Writes entries [begin, end) of the mask to out[0 …]: 0 with the given probability, else 1 / (1 −
// probability).
void fillDropoutMask(const DropoutStream& stream, std::int64_t begin, std::int64_t end, float* out);

// The same numbers from the generator as published, from the first entry on.
void fillDropoutMaskReference(const DropoutStream& stream, std::int64_t begin, std::int64_t end, float* out);

} // namespace temper
