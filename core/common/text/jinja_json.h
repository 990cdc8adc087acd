// SPDX-License-Identifier: Apache-2.0
// JSON handed to a template, as the values it computes with.
#pragma once

#include "core/common/base/json.h"
#include "core/common/text/jinja_value.h"

namespace temper::jinja {

// Whole numbers beyond 64 signed bits become floats. The order of keys stays.
Value valueFromJson(const OrderedJson& json);

} // namespace temper::jinja
