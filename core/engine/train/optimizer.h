// SPDX-License-Identifier: Apache-2.0
// AdamW and SGD over a list of named parameters, with a state that is saved and restored whole.
#pragma once

#include "core/common/recipe/recipe.h"
#include "core/engine/model/decoder.h"
#include "core/engine/model/tensor_files.h"

#include <vector>

namespace temper {

class Optimizer {
public:
    // Weight decay leaves out biases and norm weights, as transformers' Trainer does.
    Optimizer(std::vector<NamedParameter> parameters, const Recipe& recipe);

    // One update with the gradients as they are; parameters without one are passed over.
    void step(double learningRate);
    void clearGradients();

    // √Σ‖g‖² over all parameters, before scaling them so that it is at most `maximum` (0: no clipping).
    double clipGradients(double maximum);

    const std::vector<NamedParameter>& parameters() const { return m_parameters; }
    std::int64_t stateBytes() const;

    std::vector<NamedTensor> state() const;
    // Throws Error(Input, …, subject) when a tensor is missing or has another shape.
    void restore(const std::vector<NamedTensor>& state, const std::string& subject);

private:
    struct Group {
        double weightDecay = 0.0;
        std::vector<std::size_t> members; // indices of m_parameters
    };

    void adamw(const Group& group, double learningRate);
    void sgd(const Group& group, double learningRate);

    std::vector<NamedParameter> m_parameters;
    OptimizerType m_type;
    double m_beta1;
    double m_beta2;
    double m_epsilon;
    std::vector<Group> m_groups;
    std::vector<at::Tensor> m_means; // exp_avg, in the order of the parameters; AdamW only
    std::vector<at::Tensor> m_squares; // exp_avg_sq
    std::vector<at::Tensor> m_steps; // float32 scalars
};

} // namespace temper
