// SPDX-License-Identifier: Apache-2.0
#include "kernels/rope/rope.h"

#include <complex>

namespace temper {

void ropeInPlaceReference(RopeShape shape,
    RopeDirection direction,
    std::int64_t begin,
    std::int64_t end,
    const std::int64_t* positions,
    const float* cosines,
    const float* sines,
    float* x)
{
    const std::int64_t half = shape.rotated / 2;
    for (std::int64_t token = begin; token < end; ++token)
        for (std::int64_t pair = 0; pair < shape.heads * half; ++pair) {
            const std::int64_t i = pair % half;
            float* const head = x + token * shape.rowStride + pair / half * shape.headSize;
            const std::int64_t at = positions[token] * half + i;
            const std::complex<double> angle(
                static_cast<double>(cosines[at]), static_cast<double>(sines[at]));
            const std::complex<double> value(
                static_cast<double>(head[i]), static_cast<double>(head[half + i]));
            const std::complex<double> turned
                = value * (direction == RopeDirection::Forward ? angle : std::conj(angle));
            head[i] = static_cast<float>(turned.real());
            head[half + i] = static_cast<float>(turned.imag());
        }
}

} // namespace temper
