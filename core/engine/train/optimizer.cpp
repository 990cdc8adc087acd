// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/optimizer.h"

#include "core/common/base/error.h"

#include <ATen/ATen.h>
#include <cmath>

namespace temper {

namespace {

bool decays(const std::string& name)
{
    return !name.ends_with(".bias") && name.find("norm") == std::string::npos;
}

std::vector<at::Tensor> pick(const std::vector<at::Tensor>& all, const std::vector<std::size_t>& members)
{
    std::vector<at::Tensor> chosen;
    for (const std::size_t i : members)
        chosen.push_back(all[i]);
    return chosen;
}

} // namespace

Optimizer::Optimizer(std::vector<NamedParameter> parameters, const Recipe& recipe)
    : m_parameters(std::move(parameters))
    , m_type(recipe.optim)
    , m_beta1(recipe.adamBeta1)
    , m_beta2(recipe.adamBeta2)
    , m_epsilon(recipe.adamEpsilon)
{
    m_groups = { { recipe.weightDecay, {} }, { 0.0, {} } };
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const at::Tensor& tensor = m_parameters[i].tensor;
        m_groups[decays(m_parameters[i].name) ? 0 : 1].members.push_back(i);
        if (m_type != OptimizerType::AdamW)
            continue;
        m_means.push_back(at::zeros_like(tensor));
        m_squares.push_back(at::zeros_like(tensor));
        m_steps.push_back(at::zeros({}, at::kFloat));
    }
}

void Optimizer::step(double learningRate)
{
    const at::NoGradGuard noGrad;
    for (Group group : m_groups) {
        std::erase_if(group.members, [this](std::size_t i) { return !m_parameters[i].tensor.grad().defined(); });
        if (group.members.empty())
            continue;
        if (m_type == OptimizerType::AdamW)
            adamw(group, learningRate);
        else
            sgd(group, learningRate);
    }
}

void Optimizer::adamw(const Group& group, double learningRate)
{
    std::vector<at::Tensor> values, gradients;
    for (const std::size_t i : group.members) {
        values.push_back(m_parameters[i].tensor);
        gradients.push_back(m_parameters[i].tensor.grad());
        m_steps[i].add_(1.0);
    }
    auto means = pick(m_means, group.members);
    auto squares = pick(m_squares, group.members);
    auto steps = pick(m_steps, group.members);
    at::_fused_adamw_(values, gradients, means, squares, {}, steps, learningRate, m_beta1, m_beta2,
        group.weightDecay, m_epsilon, false, false);
}

void Optimizer::sgd(const Group& group, double learningRate)
{
    for (const std::size_t i : group.members) {
        at::Tensor value = m_parameters[i].tensor;
        if (group.weightDecay > 0.0)
            value.mul_(1.0 - learningRate * group.weightDecay);
        value.add_(value.grad(), -learningRate);
    }
}

void Optimizer::clearGradients()
{
    for (NamedParameter& parameter : m_parameters)
        parameter.tensor.mutable_grad().reset();
}

double Optimizer::clipGradients(double maximum)
{
    const at::NoGradGuard noGrad;
    double squares = 0.0;
    for (const NamedParameter& parameter : m_parameters)
        if (parameter.tensor.grad().defined()) {
            const double norm = at::linalg_vector_norm(parameter.tensor.grad()).item<double>();
            squares += norm * norm;
        }
    const double norm = std::sqrt(squares);
    const double factor = maximum / (norm + 1e-6);
    if (maximum > 0.0 && factor < 1.0)
        for (NamedParameter& parameter : m_parameters)
            if (parameter.tensor.grad().defined())
                parameter.tensor.mutable_grad().mul_(factor);
    return norm;
}

std::int64_t Optimizer::stateBytes() const
{
    std::int64_t bytes = 0;
    for (const auto* list : { &m_means, &m_squares, &m_steps })
        for (const at::Tensor& tensor : *list)
            bytes += static_cast<std::int64_t>(tensor.nbytes());
    return bytes;
}

std::vector<NamedTensor> Optimizer::state() const
{
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < m_means.size(); ++i) {
        const std::string& name = m_parameters[i].name;
        tensors.push_back({ name + ".exp_avg", m_means[i] });
        tensors.push_back({ name + ".exp_avg_sq", m_squares[i] });
        tensors.push_back({ name + ".step", m_steps[i] });
    }
    return tensors;
}

void Optimizer::restore(const std::vector<NamedTensor>& saved, const std::string& subject)
{
    const at::NoGradGuard noGrad;
    const std::vector<NamedTensor> own = state();
    std::map<std::string, at::Tensor> known;
    for (const NamedTensor& tensor : saved)
        known[tensor.name] = tensor.tensor;
    for (const NamedTensor& target : own) {
        const auto found = known.find(target.name);
        if (found == known.end() || found->second.sizes() != target.tensor.sizes())
            throw Error(ErrorKind::Input, "the optimizer's " + target.name + " is missing or has another shape.",
                subject, "The checkpoint does not belong to this recipe.");
        at::Tensor tensor = target.tensor;
        tensor.copy_(found->second);
    }
}

} // namespace temper
