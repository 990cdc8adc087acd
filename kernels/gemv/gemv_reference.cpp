// SPDX-License-Identifier: Apache-2.0
#include "kernels/gemv/gemv.h"

#include <cstring>

namespace temper {

namespace {

double weightAt(const Gemv& problem, std::int64_t index)
{
    switch (problem.weightType) {
    case GemvWeight::Float32:
        return static_cast<double>(static_cast<const float*>(problem.weight)[index]);
    case GemvWeight::BFloat16: {
        const std::uint32_t bits
            = static_cast<std::uint32_t>(static_cast<const std::uint16_t*>(problem.weight)[index]) << 16;
        float value;
        std::memcpy(&value, &bits, sizeof value);
        return static_cast<double>(value);
    }
    }
    return 0;
}

} // namespace

void gemvReference(const Gemv& problem)
{
    for (std::int64_t row = 0; row < problem.rows; ++row)
        for (std::int64_t out = 0; out < problem.out; ++out) {
            double sum = 0;
            for (std::int64_t column = 0; column < problem.in; ++column)
                sum += weightAt(problem, out * problem.in + column)
                    * static_cast<double>(problem.x[row * problem.in + column]);
            problem.y[row * problem.out + out] = static_cast<float>(sum);
        }
}

} // namespace temper
