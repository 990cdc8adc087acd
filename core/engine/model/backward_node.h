// SPDX-License-Identifier: Apache-2.0
// Hand-written backward functions hang into autograd through this: forward runs without a graph, the node keeps only
// what its backward needs.
#pragma once

#include <ATen/ATen.h>
#include <memory>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <utility>

namespace temper {

// True when a graph has to be built for these inputs.
template <typename... Tensors> bool needsGraph(const Tensors&... inputs)
{
    return at::GradMode::is_enabled() && torch::autograd::compute_requires_grad(inputs...);
}

// The same values outside every graph; no copy, and no new tensor where there is no graph to leave.
inline at::Tensor withoutGraph(const at::Tensor& tensor)
{
    return tensor.defined() && tensor.requires_grad() ? tensor.detach() : tensor;
}

// Makes `output` the result of a NodeType with edges to the inputs, in their order; undefined inputs are empty edges.
template <typename NodeType, typename... Tensors>
std::shared_ptr<NodeType> attachNode(at::Tensor& output, const Tensors&... inputs)
{
    std::shared_ptr<NodeType> node(new NodeType(), torch::autograd::deleteNode);
    node->set_next_edges(torch::autograd::collect_next_edges(inputs...));
    torch::autograd::set_history(output, node);
    return node;
}

} // namespace temper
