// SPDX-License-Identifier: Apache-2.0
// Root-mean-square normalisation whose result is computed again in the backward pass instead of being kept.
#pragma once

#include "core/engine/model/activation.h"

#include <string>

namespace temper {

class RmsNorm {
public:
    RmsNorm(std::string name, at::Tensor weight, double epsilon);

    // y = x / sqrt(mean(x²) + ε) · weight over the last dimension, computed in float32 and given in `type`;
    // x [rows, size] float32.
    Activation forward(const at::Tensor& x, at::ScalarType type) const;

    const std::string& name() const { return m_name; }
    const at::Tensor& weight() const { return m_weight; }
    void setWeight(at::Tensor weight) { m_weight = std::move(weight); }

private:
    std::string m_name;
    at::Tensor m_weight; // [size]
    double m_epsilon;
};

} // namespace temper
