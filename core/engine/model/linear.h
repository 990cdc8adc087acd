// SPDX-License-Identifier: Apache-2.0
// The seam of the network: a matrix kept in some form plus the adapters on it, chosen when the model is built.
#pragma once

#include "core/engine/model/activation.h"
#include "core/engine/model/weight_store.h"

#include <memory>
#include <string>
#include <vector>

namespace temper {

class Linear;

// The low-rank part of an adapter, y += scale · drop(x) Aᵀ Bᵀ, computed together with the matrix itself.
struct LowRank {
    at::Tensor a; // [rank, in]
    at::Tensor b; // [out, rank]
    double scale = 1.0;
    double dropout = 0.0; // probability that an entry of x is left out while training
};

// What an adapter does to a Linear. Adapters that are low-rank say so and are fused; all others change the output.
class LinearAdapter {
public:
    virtual ~LinearAdapter() = default;
    virtual const LowRank* lowRank() const { return nullptr; }
    // y [rows, out] of the layer so far → y with the adapter; x is the layer's input [rows, in].
    virtual at::Tensor adapt(const Linear& layer, const at::Tensor& x, const at::Tensor& y) const = 0;
    // ΔW [out, in] in float32 such that W + ΔW does the same; undefined when there is none.
    virtual at::Tensor delta(const Linear& layer) const = 0;
};

// Where the dropout of a pass gets its randomness: a counter, so that the same pass can be computed again and a resumed
// run draws the same numbers. step changes with every pass; inactive outside training.
struct DropoutContext {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    bool active = false;
};

class Linear {
public:
    Linear(std::string name, std::shared_ptr<WeightStore> weight, at::Tensor bias = {});

    // y [rows, out]; x.value [rows, in].
    at::Tensor forward(const Activation& x, const DropoutContext& dropout) const;

    const std::string& name() const { return m_name; } // "model.layers.0.self_attn.q_proj"
    const std::shared_ptr<WeightStore>& weight() const { return m_weight; }
    void setWeight(std::shared_ptr<WeightStore> weight) { m_weight = std::move(weight); }
    const at::Tensor& bias() const { return m_bias; }
    void setBias(at::Tensor bias) { m_bias = std::move(bias); }

    void addAdapter(std::shared_ptr<LinearAdapter> adapter) { m_adapters.push_back(std::move(adapter)); }
    void removeAdapters() { m_adapters.clear(); }
    const std::vector<std::shared_ptr<LinearAdapter>>& adapters() const { return m_adapters; }

private:
    std::string m_name;
    std::uint64_t m_site; // distinguishes this layer's dropout from the others'
    std::shared_ptr<WeightStore> m_weight;
    at::Tensor m_bias;
    std::vector<std::shared_ptr<LinearAdapter>> m_adapters;
};

// 0 or 1/(1 − probability) an element, [rows, columns] float32, from the counter (seed, step, site, element).
at::Tensor dropoutMask(
    const DropoutContext& context, std::uint64_t site, double probability, const at::Tensor& like);

} // namespace temper
