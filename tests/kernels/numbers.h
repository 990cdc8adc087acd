// SPDX-License-Identifier: Apache-2.0
// Numbers for the kernels' tests: random, and placed so that no vector load is aligned.
#pragma once

#include "core/common/base/random.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace temper::testing {

// `count` normal numbers behind one that only shifts them in memory.
class Numbers {
public:
    Numbers(std::int64_t count, std::uint64_t seed, double scale = 1.0)
        : m_values(static_cast<std::size_t>(count) + 1)
    {
        Random random(seed);
        for (float& value : m_values)
            value = static_cast<float>(random.normal() * scale);
    }

    float* data() { return m_values.data() + 1; }
    const float* data() const { return m_values.data() + 1; }
    std::span<const float> values() const { return { data(), m_values.size() - 1 }; }
    bool operator==(const Numbers& other) const = default;

private:
    std::vector<float> m_values;
};

// [0, count) cut into `parts` ranges, worked on from the last to the first.
inline void inParts(std::int64_t count,
    std::int64_t parts,
    const std::function<void(std::int64_t begin, std::int64_t end)>& body)
{
    for (std::int64_t part = parts; part-- > 0;)
        body(count * part / parts, count * (part + 1) / parts);
}

} // namespace temper::testing
