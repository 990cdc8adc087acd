// SPDX-License-Identifier: Apache-2.0
// Numbers as Python reads, rounds and prints them. Integers have 64 bits here; what does not fit is refused.
#pragma once

#include "core/common/text/jinja_value.h"

#include <optional>
#include <string>
#include <string_view>

namespace temper::jinja {

struct NumberLiteral {
    std::size_t length = 0; // bytes used; 0: no number here
    Value value = nullptr;
};

// The longest number at the beginning of the text, as Jinja's lexer sees it. After a dot ("x.0.1") only
// integers are.
NumberLiteral readNumberLiteral(std::string_view text, bool afterDot);
std::optional<std::int64_t> parseInteger(std::string_view text, int base); // int(text, base)
std::optional<double> parseFloat(std::string_view text); // float(text)
std::string formatFloat(double value); // repr
double roundFloat(double value, std::int64_t digits); // round(value, digits)
std::int64_t roundInteger(std::int64_t value, std::int64_t digits);
std::int64_t truncateFloat(
    double value); // int(value); throws Failure for nan, infinities and what does not fit

std::int64_t addIntegers(std::int64_t left, std::int64_t right);
std::int64_t subtractIntegers(std::int64_t left, std::int64_t right);
std::int64_t multiplyIntegers(std::int64_t left, std::int64_t right);
std::int64_t floorDivide(std::int64_t left, std::int64_t right);
std::int64_t floorModulo(std::int64_t left, std::int64_t right);
double floorModulo(double left, double right);
Value power(const Value& base, const Value& exponent);

} // namespace temper::jinja
