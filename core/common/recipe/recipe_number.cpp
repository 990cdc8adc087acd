// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace temper {
namespace {

std::string withoutUnderscores(std::string_view text)
{
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool between = i > 0 && i + 1 < text.size()
            && std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0
            && std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
        if (text[i] != '_' || !between)
            digits += text[i];
    }
    return digits;
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '+' && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    const std::string digits = withoutUnderscores(text);
    double value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, value);
    if (failure != std::errc() || stop != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string numberText(double value)
{
    constexpr double kLeastPlain = 1e-3; // 5e-5 reads better than 0.00005
    std::array<char, 32> buffer {};
    const bool scientific = value != 0 && std::abs(value) < kLeastPlain;
    const auto end = scientific
        ? std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::scientific).ptr
        : fmt::format_to(buffer.begin(), "{}", value);
    std::string text(buffer.begin(), end);
    const std::size_t exponent = text.find('e');
    if (exponent == std::string::npos)
        return text;
    const std::size_t digits = exponent + 2; // past the sign
    const std::size_t first = text.find_first_not_of('0', digits);
    return text.erase(digits, first - digits);
}

std::optional<bool> parseSwitch(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 4> kYes { "true", "yes", "on", "1" };
    constexpr std::array<std::string_view, 4> kNo { "false", "no", "off", "0" };
    if (std::ranges::find(kYes, lower) != kYes.end())
        return true;
    if (std::ranges::find(kNo, lower) != kNo.end())
        return false;
    return std::nullopt;
}

} // namespace temper
