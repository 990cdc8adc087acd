// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/positions.h"

#include "kernels/rope/rope.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <cmath>
#include <numbers>

namespace temper {

namespace {

// Llama 3.1's scaling: long wavelengths are slowed by the factor, short ones kept, those between blended.
double llama3Frequency(double frequency, const RopeOptions& options)
{
    const double wavelength = 2.0 * std::numbers::pi / frequency;
    const double longest = options.originalContext / options.lowFrequencyFactor;
    const double shortest = options.originalContext / options.highFrequencyFactor;
    if (wavelength > longest)
        return frequency / options.factor;
    if (wavelength < shortest)
        return frequency;
    const double smooth = (options.originalContext / wavelength - options.lowFrequencyFactor)
        / (options.highFrequencyFactor - options.lowFrequencyFactor);
    return (1.0 - smooth) * frequency / options.factor + smooth * frequency;
}

double scaledFrequency(double frequency, const RopeOptions& options)
{
    switch (options.scaling) {
    case RopeScaling::None:
        return frequency;
    case RopeScaling::Linear:
        return frequency / options.factor;
    case RopeScaling::Llama3:
        return llama3Frequency(frequency, options);
    }
    return frequency;
}

} // namespace

RotaryPositions::RotaryPositions(const RopeOptions& options, std::int64_t headSize)
    : m_headSize(headSize)
{
    for (std::int64_t i = 0; i < headSize / 2; ++i) {
        const double exponent = 2.0 * static_cast<double>(i) / static_cast<double>(headSize);
        const double frequency = 1.0 / std::pow(options.theta, exponent);
        m_frequencies.push_back(static_cast<float>(scaledFrequency(frequency, options)));
    }
}

void RotaryPositions::reach(std::int64_t last)
{
    const std::int64_t known = m_cosines.defined() ? m_cosines.size(0) : 0;
    if (last < known)
        return;
    const std::int64_t positions = std::max(last + 1, known * 2);
    const auto half = static_cast<std::int64_t>(m_frequencies.size());
    at::Tensor cosines = at::empty({ positions, half }, at::kFloat);
    at::Tensor sines = at::empty({ positions, half }, at::kFloat);
    float* c = cosines.data_ptr<float>();
    float* s = sines.data_ptr<float>();
    for (std::int64_t i = 0; i < positions * half; ++i) {
        // The product in float32, as the reference has it: at long positions the rounding shows.
        const float angle = static_cast<float>(i / half) * m_frequencies[static_cast<std::size_t>(i % half)];
        c[i] = std::cos(angle);
        s[i] = std::sin(angle);
    }
    m_cosines = cosines;
    m_sines = sines;
}

void RotaryPositions::turn(
    at::Tensor& x, std::int64_t heads, const at::Tensor& positions, RopeDirection direction) const
{
    at::Tensor values = x.scalar_type() == at::kFloat ? x : x.to(at::kFloat);
    const RopeShape shape { heads, m_headSize, m_headSize, values.stride(0) };
    at::parallel_for(0, values.size(0), 1 + (1 << 15) / values.size(1), [&](std::int64_t begin, std::int64_t end) {
        ropeInPlace(shape, direction, begin, end, positions.data_ptr<std::int64_t>(), m_cosines.data_ptr<float>(),
            m_sines.data_ptr<float>(), values.data_ptr<float>());
    });
    if (!values.is_same(x))
        x.copy_(values);
}

} // namespace temper
