// SPDX-License-Identifier: Apache-2.0
// What flows between the layers of a network while it trains: a value that need not be kept when it is cheap to compute
// again in the backward pass.
#pragma once

#include <ATen/core/Tensor.h>
#include <functional>
#include <memory>

namespace temper {

// Computes a value again on demand and keeps it until its last registered reader has taken it. Used by one backward
// pass of one thread at a time.
class Recomputation {
public:
    explicit Recomputation(std::function<at::Tensor()> compute);

    void addReader() { ++m_readers; }
    at::Tensor take(); // computed at the first call, let go of after the last reader's

private:
    std::function<at::Tensor()> m_compute;
    at::Tensor m_value;
    int m_readers = 0;
};

struct Activation {
    at::Tensor value;
    std::shared_ptr<Recomputation> again; // null: the value itself is kept
};

// What a backward function holds of an activation: the tensor, or the way to have it again.
class SavedActivation {
public:
    SavedActivation() = default;
    explicit SavedActivation(const Activation& activation);
    at::Tensor take();
    void release();

private:
    at::Tensor m_value;
    std::shared_ptr<Recomputation> m_again;
};

} // namespace temper
