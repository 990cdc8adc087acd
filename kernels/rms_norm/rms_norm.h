// SPDX-License-Identifier: Apache-2.0
// RMS normalisation of rows of float32 (Zhang, Sennrich 2019): y = x · r · w with r = 1 / sqrt(mean(x²) + ε).
#pragma once

#include <cstdint>

namespace temper {

struct RmsNormShape {
    std::int64_t rows = 0;
    std::int64_t size = 0; // values a row
};

struct RowRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

// All arrays are whole and row-major; only rows of the range are read and written. inverse is [rows], weight
// [size].
void rmsNormInverse(RmsNormShape shape, RowRange range, const float* x, double epsilon, float* inverse);
void rmsNormApply(RmsNormShape shape,
    RowRange range,
    const float* x,
    const float* weight,
    const float* inverse,
    float* y);
// dx = r · (w·dy − x · r² · mean(w·dy·x)).
void rmsNormGradient(RmsNormShape shape,
    RowRange range,
    const float* dy,
    const float* x,
    const float* weight,
    const float* inverse,
    float* dx);

// The same in plain float64 loops.
void rmsNormInverseReference(RmsNormShape shape,
    RowRange range,
    const float* x,
    double epsilon,
    float* inverse);
void rmsNormApplyReference(RmsNormShape shape,
    RowRange range,
    const float* x,
    const float* weight,
    const float* inverse,
    float* y);
void rmsNormGradientReference(RmsNormShape shape,
    RowRange range,
    const float* dy,
    const float* x,
    const float* weight,
    const float* inverse,
    float* dx);

} // namespace temper
