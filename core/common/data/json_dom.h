// SPDX-License-Identifier: Apache-2.0
// Between simdjson's parsed values and ours; included by source files of this folder only.
#pragma once

#include "core/common/base/json.h"

#include <simdjson.h>
#include <string>
#include <string_view>

namespace temper {

// Names of one object; keeping them in their order takes time by the square of their number.
constexpr std::size_t kMostFields = 4096;

std::string tooManyFields(std::size_t fields); // the sentence

// Throws Error(Input) for an object of more than kMostFields names.
OrderedJson jsonOf(const simdjson::dom::element& element);

// Why a text is not valid JSON, as one sentence without the file and line.
std::string jsonFault(simdjson::error_code code, std::string_view text);

// "a list", "an object", … for sentences.
std::string_view kindOf(const simdjson::dom::element& element);

// The last field of that name, as Python and browsers take it where a name occurs twice; false when there is none.
bool lastField(const simdjson::dom::object& object, std::string_view name, simdjson::dom::element& out);

// Text of a string, number or boolean; false for null, lists and objects.
bool scalarText(const simdjson::dom::element& element, std::string& out);

} // namespace temper
