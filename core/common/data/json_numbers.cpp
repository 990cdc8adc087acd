// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/json_numbers.h"

#include "core/common/data/record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace temper {

namespace {

constexpr std::size_t kLong = 17; // shorter ones are exact as a double's shortest form, or as an integer

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOfNumber(char c)
{
    return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

template <typename Number> bool holds(std::string_view digits)
{
    Number number {};
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return code == std::errc() && end == digits.data() + digits.size();
}

bool isExact(std::string_view digits)
{
    if (digits.find_first_of(".eE") == std::string_view::npos)
        return holds<std::int64_t>(digits) || holds<std::uint64_t>(digits);
    double number = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (parsed.ec != std::errc())
        return parsed.ec == std::errc::invalid_argument; // no number at all: the parser says so better
    if (digits.size() < kLong)
        return true;
    std::array<char, 64> text {};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    return std::string_view(text.data(), static_cast<std::size_t>(written.ptr - text.data())) == digits;
}

// Behind the string that begins at `at`, or the end.
std::size_t behindString(std::string_view json, std::size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        at += json[at] == '\\' ? 1u : 0u;
    return std::min(at + 1, json.size());
}

} // namespace

bool hasLongNumber(std::string_view json)
{
    // A run of kLong characters covers one of every kLong positions.
    for (std::size_t at = kLong - 1; at < json.size(); at += kLong) {
        if (!isOfNumber(json[at]))
            continue;
        std::size_t begin = at;
        while (begin > 0 && isOfNumber(json[begin - 1]) && at - begin < kLong)
            --begin;
        std::size_t end = at;
        while (end < json.size() && isOfNumber(json[end]) && end - begin < kLong)
            ++end;
        if (end - begin >= kLong)
            return true;
    }
    return false;
}

std::string withExactNumbers(std::string_view json)
{
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = behindString(json, at);
            continue;
        }
        if (!isDigit(json[at]) && json[at] != '-') {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < json.size() && isOfNumber(json[end]))
            ++end;
        const std::string_view digits = json.substr(at, end - at);
        if (!isExact(digits)) {
            out.append(json, copied, at - copied);
            out.append("\"").append(digits).append("\"");
            copied = end;
        }
        at = end;
    }
    if (out.empty())
        return out;
    out.append(json, copied, json.size() - copied);
    return out.append(kRecordPadding, ' ');
}

} // namespace temper
