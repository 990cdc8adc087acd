// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_format_number.h"

#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace temper::jinja {

namespace {

constexpr std::int64_t kMaximumPrecision = 400;

bool isAlign(char c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

char takeOneOf(std::string_view& text, std::string_view choices)
{
    if (text.empty() || choices.find(text[0]) == std::string_view::npos)
        return '\0';
    const char c = text[0];
    text.remove_prefix(1);
    return c;
}

std::string grouped(const std::string& digits, char separator, std::size_t size)
{
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % size == 0)
            out += separator;
        out += digits[i];
    }
    return out;
}

std::string digitsOf(std::uint64_t value, int base, bool upper)
{
    char buffer[72];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, base).ptr;
    const std::string text(buffer, static_cast<std::size_t>(end - buffer));
    return upper ? upperText(text) : text;
}

std::string printFloat(double value, char type, std::int64_t precision, bool alternate)
{
    char buffer[1024];
    const char marked[] = { '%', '#', '.', '*', type, '\0' };
    const char plain[] = { '%', '.', '*', type, '\0' };
    std::snprintf(buffer, sizeof buffer, alternate ? marked : plain, static_cast<int>(precision), value);
    return buffer;
}

std::string floatDigits(double magnitude, const Specification& s)
{
    const bool upper = s.type == 'F' || s.type == 'E' || s.type == 'G';
    if (!std::isfinite(magnitude)) {
        const std::string name = std::isnan(magnitude) ? "nan" : "inf";
        return s.type == '%' ? name + "%" : upper ? upperText(name) : name;
    }
    std::string text;
    switch (s.type) {
    case '\0':
        if (!s.precision)
            return formatFloat(magnitude);
        text = printFloat(magnitude, 'g', std::max<std::int64_t>(*s.precision, 1), false);
        return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
    case '%':
        return printFloat(magnitude * 100, 'f', s.precision.value_or(6), s.alternate) + "%";
    case 'n':
        return printFloat(magnitude, 'g', std::max<std::int64_t>(s.precision.value_or(6), 1), s.alternate);
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
        text = printFloat(magnitude, static_cast<char>(s.type | 0x20), s.precision.value_or(6), s.alternate);
        return upper ? upperText(text) : text;
    default:
        throw Failure("Unknown format code '" + std::string(1, s.type) + "' for object of type 'float'");
    }
}

} // namespace

std::int64_t readNumber(std::string_view& text)
{
    std::int64_t value = 0;
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
        value = value * 10 + (text[0] - '0');
        if (value > (std::int64_t { 64 } << 20))
            throw Failure("Too many decimal digits in format string");
        text.remove_prefix(1);
    }
    return value;
}

Specification readSpecification(std::string_view text)
{
    Specification s;
    const std::size_t first = byteOfPoint(text, 1);
    if (first < text.size() && isAlign(text[first])) {
        s.fill = text.substr(0, first);
        s.align = text[first];
        text.remove_prefix(first + 1);
    } else if (!text.empty() && isAlign(text[0])) {
        s.align = text[0];
        text.remove_prefix(1);
    }
    if (const char sign = takeOneOf(text, "+- "))
        s.sign = sign;
    s.alternate = takeOneOf(text, "#") != '\0';
    s.zero = takeOneOf(text, "0") != '\0' && !s.align;
    if (s.zero)
        s.fill = "0";
    s.width = readNumber(text);
    s.grouping = takeOneOf(text, ",_");
    if (takeOneOf(text, ".")) {
        if (text.empty() || text[0] < '0' || text[0] > '9')
            throw Failure("Format specifier missing precision");
        s.precision = readNumber(text);
    }
    if (text.size() > 1)
        throw Failure("Invalid format specifier");
    s.type = text.empty() ? '\0' : text[0];
    return s;
}

std::string signOf(bool negative, char wanted)
{
    return negative ? "-" : wanted == '-' ? "" : std::string(1, wanted);
}

std::string
padded(Runtime& runtime, const Specification& s, const std::string& sign, const std::string& body, char usual)
{
    const auto length = static_cast<std::int64_t>(countPoints(sign) + countPoints(body));
    const std::int64_t missing = std::max<std::int64_t>(s.width - length, 0);
    runtime.charge(static_cast<std::size_t>(missing) * s.fill.size() + body.size());
    const auto fill = [&](std::int64_t count) {
        std::string out;
        for (std::int64_t i = 0; i < count; ++i)
            out += s.fill;
        return out;
    };
    const char align = s.align ? s.align : usual;
    if (align == '<')
        return sign + body + fill(missing);
    if (align == '^')
        return fill(missing / 2) + sign + body + fill(missing - missing / 2);
    return align == '=' ? sign + fill(missing) + body : fill(missing) + sign + body;
}

std::string formatInteger(Runtime& runtime, std::int64_t value, const Specification& s)
{
    if (s.precision)
        throw Failure("Precision not allowed in integer format specifier");
    const char type = s.type ? s.type : 'd';
    if (type == 'c') {
        std::string character;
        appendPoint(character, static_cast<char32_t>(value));
        return padded(runtime, s, "", character, '<');
    }
    const int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    const auto bits = static_cast<std::uint64_t>(value);
    std::string digits = digitsOf(value < 0 ? 0 - bits : bits, base, type == 'X');
    if (s.grouping)
        digits = grouped(digits, s.grouping, base == 10 ? 3 : 4);
    std::string sign = signOf(value < 0, s.sign);
    if (s.alternate && base != 10)
        sign += std::string("0") + type;
    return padded(runtime, s, sign, digits, s.zero ? '=' : '>');
}

std::string formatFloating(Runtime& runtime, double value, const Specification& s)
{
    if (s.precision.value_or(0) > kMaximumPrecision)
        throw Failure("precision too big");
    const bool negative = std::signbit(value) && !std::isnan(value);
    std::string digits = floatDigits(std::abs(value), s);
    if (s.grouping) {
        const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
        digits = grouped(digits.substr(0, end), s.grouping, 3) + digits.substr(end);
    }
    return padded(runtime, s, signOf(negative, s.sign), digits, s.zero ? '=' : '>');
}

std::string formatText(Runtime& runtime, const std::string& text, const Specification& s)
{
    if (s.type && s.type != 's')
        throw Failure("Unknown format code '" + std::string(1, s.type) + "' for object of type 'str'");
    if (s.align == '=' || s.sign != '-' || s.alternate || s.grouping)
        throw Failure("this format specifier is not allowed for text");
    const std::size_t kept
        = s.precision ? byteOfPoint(text, static_cast<std::size_t>(*s.precision)) : text.size();
    return padded(runtime, s, "", text.substr(0, kept), '<');
}

} // namespace temper::jinja
