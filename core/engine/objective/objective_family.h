// SPDX-License-Identifier: Apache-2.0
// The families of objectives that can be evaluated on given numbers, one line each in objective_family.cpp.
#pragma once

#include "core/common/base/json.h"

#include <string>
#include <vector>

namespace temper {

std::vector<std::string> objectiveFamilies();

// {"cases": [{"id", "params", "inputs"}]} → {"cases": [{"id", "outputs", "grads"}]}, computed in float64.
// `file` names the document in errors. Throws Error(Usage) for a family that does not exist, Error(Input) for
// a case that cannot be used.
OrderedJson
evaluateObjective(const std::string& family, const OrderedJson& document, const std::string& file);

} // namespace temper
