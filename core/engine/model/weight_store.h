// SPDX-License-Identifier: Apache-2.0
// How the matrix of a Linear is kept: dense here, quantised forms beside it. A Linear only multiplies through this.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <memory>
#include <string>

namespace temper {

class WeightStore {
public:
    virtual ~WeightStore() = default;

    virtual std::int64_t outFeatures() const = 0;
    virtual std::int64_t inFeatures() const = 0;
    // y [rows, out] = x [rows, in] Wᵀ (+ bias [out] when defined), in the type of x.
    virtual at::Tensor multiply(const at::Tensor& x, const at::Tensor& bias) const = 0;
    // dx [rows, in] = dy [rows, out] W.
    virtual at::Tensor multiplyTransposed(const at::Tensor& dy) const = 0;
    // The matrix [out, in] in float32 (a new tensor unless it is kept that way).
    virtual at::Tensor dense() const = 0;
    // The tensor that training changes; undefined when this form cannot be trained.
    virtual at::Tensor parameter() const = 0;
    virtual std::int64_t bytes() const = 0;
};

// A plain matrix in float32, bfloat16 or float16.
class DenseWeight final : public WeightStore {
public:
    explicit DenseWeight(at::Tensor weight);

    std::int64_t outFeatures() const override { return m_weight.size(0); }
    std::int64_t inFeatures() const override { return m_weight.size(1); }
    at::Tensor multiply(const at::Tensor& x, const at::Tensor& bias) const override;
    at::Tensor multiplyTransposed(const at::Tensor& dy) const override;
    at::Tensor dense() const override;
    at::Tensor parameter() const override { return m_weight; }
    std::int64_t bytes() const override;

private:
    at::Tensor m_weight; // [out, in]
};

} // namespace temper
