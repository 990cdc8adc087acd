// SPDX-License-Identifier: Apache-2.0
// Format specifications ("*>+10,.2f") and what they do to numbers and text.
#pragma once

#include "core/common/text/jinja_builtin.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace temper::jinja {

// [[fill]align][sign][#][0][width][grouping][.precision][type]; percent formats fill it in themselves.
struct Specification {
    std::string fill = " ";
    char align = '\0';
    bool zero = false; // the 0 before a width
    char sign = '-';
    bool alternate = false;
    std::int64_t width = 0;
    char grouping = '\0';
    std::optional<std::int64_t> precision;
    char type = '\0';
};

std::int64_t readNumber(std::string_view& text); // the digits at its beginning, which are taken off
Specification readSpecification(std::string_view text); // throws Failure for what is none
std::string signOf(bool negative, char wanted);
// Fills up to the width; `usual` is the alignment when none is given.
std::string padded(Runtime& runtime,
    const Specification& s,
    const std::string& sign,
    const std::string& body,
    char usual);
std::string formatInteger(Runtime& runtime, std::int64_t value, const Specification& s);
std::string formatFloating(Runtime& runtime, double value, const Specification& s);
std::string formatText(Runtime& runtime, const std::string& text, const Specification& s);

} // namespace temper::jinja
