// SPDX-License-Identifier: Apache-2.0
// One case of an objective on given numbers: named inputs and parameters in, named outputs and gradients out,
// as JSON.
#pragma once

#include "core/common/base/json.h"

#include <ATen/core/Tensor.h>
#include <string>
#include <utility>
#include <vector>

namespace temper {

// Reads {"id", "params", "inputs"}. An array is {"shape": […], "data": […]} in row-major order, a scalar a
// number. Everything asked for and not there, or of the wrong form, throws Error(Input) naming the case and
// the key.
class ObjectiveCase {
public:
    ObjectiveCase(const OrderedJson& source, std::string file);

    std::string id() const;
    std::string where(const std::string& key) const; // "F.json: case ID, KEY", the subject of an Error

    bool hasParameter(const std::string& key) const; // there and not null
    double number(const std::string& key, double otherwise) const;
    bool flag(const std::string& key, bool otherwise) const;
    std::string text(const std::string& key, const std::string& otherwise) const;

    bool hasInput(const std::string& key) const;
    at::Tensor variable(const std::string& key); // float64; the gradient of the loss by it is wanted
    at::Tensor constant(const std::string& key) const; // float64
    at::Tensor integers(const std::string& key) const; // int64

    const std::vector<std::pair<std::string, at::Tensor>>& variables() const { return m_variables; }

private:
    const OrderedJson* parameter(const std::string& key) const;
    const OrderedJson& input(const std::string& key) const;

    const OrderedJson& m_source;
    std::string m_file;
    std::vector<std::pair<std::string, at::Tensor>> m_variables;
};

// What a family gives for a case. The gradients are those of the output named "loss".
using ObjectiveOutputs = std::vector<std::pair<std::string, at::Tensor>>;

// {"id", "outputs", "grads"}: runs the loss backwards into the case's variables; one that the loss does not
// depend on has no entry.
OrderedJson answerOf(const ObjectiveCase& objective, const ObjectiveOutputs& outputs);

} // namespace temper
