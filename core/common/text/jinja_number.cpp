// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_number.h"

#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace temper::jinja {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Digits with single underscores between them, from `at`; returns where they end.
std::size_t skipDigits(std::string_view text, std::size_t at)
{
    if (at >= text.size() || !isDigit(text[at]))
        return at;
    while (at < text.size()) {
        if (isDigit(text[at]))
            ++at;
        else if (text[at] == '_' && at + 1 < text.size() && isDigit(text[at + 1]))
            ++at;
        else
            break;
    }
    return at;
}

std::size_t floatLength(std::string_view text)
{
    const std::size_t whole = skipDigits(text, 0);
    std::size_t end = whole;
    if (whole < text.size() && text[whole] == '.')
        end = std::max(end, skipDigits(text, whole + 1) == whole + 1 ? whole : skipDigits(text, whole + 1));
    if (end < text.size() && (text[end] | 0x20) == 'e') {
        std::size_t exponent = end + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-'))
            ++exponent;
        const std::size_t after = skipDigits(text, exponent);
        if (after > exponent)
            return after;
    }
    return end > whole ? end : 0;
}

int digitValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

std::size_t basedLength(std::string_view text, int base)
{
    std::size_t at = 2;
    while (at < text.size()) {
        const bool underscore = text[at] == '_' && at + 1 < text.size();
        if (digitValue(text[at + underscore]) >= base)
            break;
        at += 1U + underscore;
    }
    return at > 2 ? at : 0;
}

std::size_t integerLength(std::string_view text)
{
    if (text[0] != '0')
        return skipDigits(text, 0);
    const char mark = text.size() > 1 ? static_cast<char>(text[1] | 0x20) : '\0';
    const int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    if (base) {
        if (const std::size_t length = basedLength(text, base))
            return length;
    }
    std::size_t at = 1;
    while (at < text.size()
        && (text[at] == '0' || (text[at] == '_' && at + 1 < text.size() && text[at + 1] == '0')))
        ++at;
    return at;
}

std::string withoutUnderscores(std::string_view text)
{
    std::string out(text);
    std::erase(out, '_');
    return out;
}

[[noreturn]] void refuseLarge()
{
    throw Failure("the integer does not fit into 64 bits");
}

std::int64_t integerPower(std::int64_t base, std::int64_t exponent)
{
    std::int64_t result = 1;
    while (exponent > 0) {
        if (exponent & 1)
            result = multiplyIntegers(result, base);
        exponent >>= 1;
        if (exponent > 0)
            base = multiplyIntegers(base, base);
    }
    return result;
}

bool underscoresStandBetweenDigits(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_')
            continue;
        const bool inside = i > 0 && i + 1 < text.size();
        if (!inside || digitValue(text[i - 1]) > 35 || digitValue(text[i + 1]) > 35)
            return false;
    }
    return true;
}

} // namespace

NumberLiteral readNumberLiteral(std::string_view text, bool afterDot)
{
    if (const std::size_t length = afterDot ? 0 : floatLength(text))
        return { length, parseFloat(withoutUnderscores(text.substr(0, length))).value_or(0.0) };
    const std::size_t length = integerLength(text);
    if (length == 0)
        return {};
    const auto value = parseInteger(withoutUnderscores(text.substr(0, length)), 0);
    if (!value)
        refuseLarge();
    return { length, *value };
}

std::optional<std::int64_t> parseInteger(std::string_view text, int base)
{
    text = stripText(text, StripSide::Both);
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    const char mark = text.size() > 1 && text[0] == '0' ? static_cast<char>(text[1] | 0x20) : '\0';
    const int marked = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    if (marked && (base == 0 || base == marked)) {
        base = marked;
        text.remove_prefix(text.size() > 2 && text[2] == '_' ? 3 : 2);
    } else if (base == 0) {
        base = 10;
        if (text.size() > 1 && text[0] == '0' && text.find_first_not_of("0_") != std::string_view::npos)
            return {};
    }
    if (!underscoresStandBetweenDigits(text))
        return {};
    const std::string digits = withoutUnderscores(text);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (end != digits.data() + digits.size() || error == std::errc::invalid_argument)
        return {};
    const std::uint64_t limit = static_cast<std::uint64_t>(INT64_MAX) + negative;
    if (error == std::errc::result_out_of_range || value > limit)
        refuseLarge();
    return negative ? static_cast<std::int64_t>(0 - value) : static_cast<std::int64_t>(value);
}

std::optional<double> parseFloat(std::string_view text)
{
    text = stripText(text, StripSide::Both);
    if (text.empty() || !underscoresStandBetweenDigits(text))
        return {};
    const std::string plain = withoutUnderscores(text);
    const std::string lower = lowerText(plain);
    const std::string_view unsignedPart = std::string_view(lower).substr(lower[0] == '-' || lower[0] == '+');
    const bool named = unsignedPart == "inf" || unsignedPart == "infinity" || unsignedPart == "nan";
    // strtod also knows hexadecimal numbers, nan(…) and the like; Python does not.
    if (!named && unsignedPart.find_first_not_of("0123456789.e+-") != std::string_view::npos)
        return {};
    char* end = nullptr;
    const double value = std::strtod(plain.c_str(), &end);
    if (end != plain.c_str() + plain.size())
        return {};
    return value;
}

std::string formatFloat(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const int exponent = std::atoi(std::string(text.substr(text.find('e') + 1)).c_str());
    if (exponent < -4 || exponent >= 16)
        return std::string(text);
    const auto fixedEnd = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
    std::string fixed(buffer, static_cast<std::size_t>(fixedEnd - buffer));
    return fixed.find('.') == std::string::npos ? fixed + ".0" : fixed;
}

double roundFloat(double value, std::int64_t digits)
{
    if (!std::isfinite(value) || digits > 330)
        return value;
    if (digits < -330)
        return std::copysign(0.0, value);
    if (digits < 0) {
        // Correct decimal rounding of the integer part: print with the digits that stay.
        const double scale = std::pow(10.0, static_cast<double>(-digits));
        return std::nearbyint(value / scale) * scale;
    }
    char buffer[1024];
    std::snprintf(buffer, sizeof buffer, "%.*f", static_cast<int>(digits), value);
    return std::strtod(buffer, nullptr);
}

std::int64_t roundInteger(std::int64_t value, std::int64_t digits)
{
    if (digits >= 0)
        return value;
    if (digits < -18)
        return 0;
    const std::int64_t scale = integerPower(10, -digits);
    const std::int64_t quotient = floorDivide(value, scale);
    const std::int64_t rest = value - quotient * scale;
    const bool up = rest * 2 > scale || (rest * 2 == scale && quotient % 2 != 0);
    return (quotient + up) * scale;
}

std::int64_t truncateFloat(double value)
{
    if (std::isnan(value))
        throw Failure("cannot convert float NaN to integer");
    if (std::isinf(value))
        throw Failure("cannot convert float infinity to integer");
    if (std::abs(value) >= 9223372036854775808.0)
        refuseLarge();
    return static_cast<std::int64_t>(value);
}

std::int64_t addIntegers(std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    if (__builtin_add_overflow(left, right, &result))
        refuseLarge();
    return result;
}

std::int64_t subtractIntegers(std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    if (__builtin_sub_overflow(left, right, &result))
        refuseLarge();
    return result;
}

std::int64_t multiplyIntegers(std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    if (__builtin_mul_overflow(left, right, &result))
        refuseLarge();
    return result;
}

std::int64_t floorDivide(std::int64_t left, std::int64_t right)
{
    if (right == 0)
        throw Failure("integer division or modulo by zero");
    if (right == -1)
        return subtractIntegers(0, left);
    const std::int64_t quotient = left / right;
    return quotient - ((left % right != 0) && ((left < 0) != (right < 0)));
}

std::int64_t floorModulo(std::int64_t left, std::int64_t right)
{
    if (right == 0)
        throw Failure("integer modulo by zero");
    if (right == -1)
        return 0;
    const std::int64_t rest = left % right;
    return rest != 0 && ((rest < 0) != (right < 0)) ? rest + right : rest;
}

double floorModulo(double left, double right)
{
    if (right == 0.0)
        throw Failure("float modulo");
    const double rest = std::fmod(left, right);
    if (rest == 0.0)
        return std::copysign(0.0, right);
    return (rest < 0) != (right < 0) ? rest + right : rest;
}

Value power(const Value& base, const Value& exponent)
{
    if (base.isIntegral() && exponent.isIntegral() && exponent.integer() >= 0)
        return integerPower(base.integer(), exponent.integer());
    const double left = base.number();
    const double right = exponent.number();
    if (left == 0.0 && right < 0.0)
        throw Failure("0.0 cannot be raised to a negative power");
    if (left < 0.0 && std::floor(right) != right)
        throw Failure("complex numbers are not supported in templates");
    const double result = std::pow(left, right);
    if (std::isinf(result) && std::isfinite(left) && std::isfinite(right))
        throw Failure("(34, 'Numerical result out of range')");
    return result;
}

} // namespace temper::jinja
