// SPDX-License-Identifier: Apache-2.0
// The gradient multiplies with the whole matrix of slopes, so that it does not share the kernel's rearranged
// formula.
#include "kernels/rms_norm/rms_norm.h"

#include <cmath>

namespace temper {

void rmsNormInverseReference(RmsNormShape shape,
    RowRange range,
    const float* x,
    double epsilon,
    float* inverse)
{
    for (std::int64_t row = range.begin; row < range.end; ++row) {
        double sum = 0.0;
        for (std::int64_t i = 0; i < shape.size; ++i) {
            const double value = static_cast<double>(x[row * shape.size + i]);
            sum += value * value;
        }
        inverse[row] = static_cast<float>(1.0 / std::sqrt(sum / static_cast<double>(shape.size) + epsilon));
    }
}

void rmsNormApplyReference(RmsNormShape shape,
    RowRange range,
    const float* x,
    const float* weight,
    const float* inverse,
    float* y)
{
    for (std::int64_t row = range.begin; row < range.end; ++row)
        for (std::int64_t i = 0; i < shape.size; ++i) {
            const std::int64_t at = row * shape.size + i;
            y[at] = static_cast<float>(static_cast<double>(x[at]) * static_cast<double>(inverse[row])
                * static_cast<double>(weight[i]));
        }
}

// ∂(xᵢ r) / ∂xⱼ = r δᵢⱼ − xᵢ xⱼ r³ / n.
void rmsNormGradientReference(RmsNormShape shape,
    RowRange range,
    const float* dy,
    const float* x,
    const float* weight,
    const float* inverse,
    float* dx)
{
    for (std::int64_t row = range.begin; row < range.end; ++row) {
        const std::int64_t at = row * shape.size;
        const double r = static_cast<double>(inverse[row]);
        for (std::int64_t j = 0; j < shape.size; ++j) {
            double sum = 0.0;
            for (std::int64_t i = 0; i < shape.size; ++i) {
                const double product = static_cast<double>(x[at + i]) * static_cast<double>(x[at + j]);
                const double slope
                    = (i == j ? r : 0.0) - product * r * r * r / static_cast<double>(shape.size);
                sum += static_cast<double>(dy[at + i]) * static_cast<double>(weight[i]) * slope;
            }
            dx[at + j] = static_cast<float>(sum);
        }
    }
}

} // namespace temper
