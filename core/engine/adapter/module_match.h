// SPDX-License-Identifier: Apache-2.0
// Which modules an adapter sits on, by the rules of PEFT's target_modules, rank_pattern and layers_to_transform.
#pragma once

#include "core/common/base/json.h"

#include <string>
#include <vector>

namespace temper {

// `targets` is a list of names (a module matches when it is one of them or ends in "." + one), "all-linear", or a
// regular expression for the whole name. Throws Error(Input) for anything else.
bool matchesTargets(const std::string& module, const Json& targets, const std::string& subject);

// The value of the first pattern key that the module's name ends in (keys are regular expressions), else fallback.
double patternValue(const std::string& module, const Json& patterns, double fallback, const std::string& subject);

} // namespace temper
