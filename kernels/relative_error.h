// SPDX-License-Identifier: Apache-2.0
// How far a kernel's numbers lie from its reference's: one figure for tests and for temper-engine check.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace temper {

// The largest difference as a share of the largest reference value; infinite where one side is not finite or
// the sizes differ. A share of each single value would say nothing about sums that cancel.
inline double relativeError(std::span<const float> got, std::span<const float> wanted)
{
    double difference = 0.0;
    double largest = std::numeric_limits<double>::min();
    if (got.size() != wanted.size())
        return std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (!std::isfinite(got[i]) || !std::isfinite(wanted[i]))
            return std::numeric_limits<double>::infinity();
        difference
            = std::max(difference, std::abs(static_cast<double>(got[i]) - static_cast<double>(wanted[i])));
        largest = std::max(largest, std::abs(static_cast<double>(wanted[i])));
    }
    return difference / largest;
}

} // namespace temper
