// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_format.h"

#include "core/common/text/jinja_format_number.h"
#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace temper::jinja {

namespace {

// One %… conversion and where its value comes from.
class PercentFormat {
public:
    PercentFormat(Runtime& runtime, const Value& format, const Value& values)
        : m_runtime(runtime)
        , m_safe(format.isSafe())
        , m_text(format.text())
        , m_values(values)
    {
    }
    std::string run();

private:
    void convert();
    Value nextValue();
    std::int64_t star();
    std::string converted(char type, const Value& value, const Specification& s);

    Runtime& m_runtime;
    bool m_safe;
    std::string_view m_text;
    const Value& m_values;
    std::size_t m_used = 0;
    std::string m_out;
};

Value PercentFormat::nextValue()
{
    const bool tuple = m_values.is(Kind::Tuple);
    if (m_used >= (tuple ? m_values.items().size() : 1))
        throw Failure("not enough arguments for format string");
    ++m_used;
    return tuple ? m_values.items()[m_used - 1] : m_values;
}

std::int64_t PercentFormat::star()
{
    if (m_text.empty() || m_text[0] != '*')
        return readNumber(m_text);
    m_text.remove_prefix(1);
    const Value value = nextValue();
    if (!value.isIntegral())
        throw Failure("* wants int");
    return value.integer();
}

std::string PercentFormat::converted(char type, const Value& value, const Specification& s)
{
    if (type == 's' || type == 'r' || type == 'a') {
        std::string text = type == 's' ? printed(value) : represented(value);
        if (m_safe && !value.isSafe())
            text = escapeHtml(text);
        const std::size_t kept
            = s.precision ? byteOfPoint(text, static_cast<std::size_t>(*s.precision)) : text.size();
        return padded(m_runtime, s, "", text.substr(0, kept), '>');
    }
    if (type == 'c') {
        std::string character = value.is(Kind::Text) ? value.text() : std::string();
        if (value.isIntegral() && value.integer() >= 0 && value.integer() <= 0x10FFFF)
            appendPoint(character, static_cast<char32_t>(value.integer()));
        if (countPoints(character) != 1)
            throw Failure("%c requires int or char");
        return padded(m_runtime, s, "", character, '>');
    }
    if (!value.isNumber())
        throw Failure(std::string("%") + type + " format: a real number is required, not " + typeName(value));
    Specification number = s;
    number.type = type == 'i' || type == 'u' ? 'd' : type;
    if (std::string_view("dxXo").find(number.type) == std::string_view::npos)
        return formatFloating(m_runtime, value.number(), number);
    if (number.type != 'd' && !value.isIntegral())
        throw Failure(std::string("%") + type + " format: an integer is required, not " + typeName(value));
    number.precision.reset();
    const std::int64_t whole = value.isIntegral() ? value.integer() : truncateFloat(value.number());
    if (!s.precision)
        return formatInteger(m_runtime, whole, number);
    Specification digits;
    digits.type = number.type;
    std::string body = formatInteger(m_runtime, whole, digits);
    const bool negative = body[0] == '-';
    const std::size_t missing = static_cast<std::size_t>(
        std::max<std::int64_t>(*s.precision - static_cast<std::int64_t>(body.size() - negative), 0));
    m_runtime.charge(missing);
    return padded(
        m_runtime, s, signOf(negative, s.sign), std::string(missing, '0') + body.substr(negative), '>');
}

void PercentFormat::convert()
{
    std::optional<Value> named;
    if (!m_text.empty() && m_text[0] == '(') {
        const std::size_t close = m_text.find(')');
        if (close == std::string_view::npos || !m_values.is(Kind::Dict))
            throw Failure(
                close == std::string_view::npos ? "incomplete format key" : "format requires a mapping");
        const Value* found = m_values.dict().find(Value(m_text.substr(1, close - 1)));
        if (!found)
            throw Failure("KeyError: " + reprText(m_text.substr(1, close - 1)));
        named = *found;
        m_text.remove_prefix(close + 1);
    }
    Specification s;
    bool left = false, zero = false;
    for (; !m_text.empty() && std::string_view("#0- +").find(m_text[0]) != std::string_view::npos;
         m_text.remove_prefix(1)) {
        left = left || m_text[0] == '-';
        zero = zero || m_text[0] == '0';
        s.alternate = s.alternate || m_text[0] == '#';
        if (m_text[0] == '+' || (m_text[0] == ' ' && s.sign != '+'))
            s.sign = m_text[0];
    }
    s.width = star();
    left = left || s.width < 0;
    s.width = std::abs(s.width);
    if (!m_text.empty() && m_text[0] == '.') {
        m_text.remove_prefix(1);
        s.precision = std::max<std::int64_t>(star(), 0);
    }
    while (!m_text.empty() && std::string_view("hlL").find(m_text[0]) != std::string_view::npos)
        m_text.remove_prefix(1);
    if (m_text.empty())
        throw Failure("incomplete format");
    const char type = m_text[0];
    m_text.remove_prefix(1);
    if (type == '%') {
        m_out += '%';
        return;
    }
    if (std::string_view("diuoxXeEfFgGcrsa").find(type) == std::string_view::npos)
        throw Failure("unsupported format character " + reprText(std::string(1, type)));
    if (left)
        s.align = '<';
    else if (zero && std::string_view("crsa").find(type) == std::string_view::npos) {
        s.align = '=';
        s.fill = "0";
    }
    m_out += converted(type, named ? *named : nextValue(), s);
}

std::string PercentFormat::run()
{
    while (!m_text.empty()) {
        const std::size_t percent = std::min(m_text.find('%'), m_text.size());
        m_out += m_text.substr(0, percent);
        m_text.remove_prefix(percent);
        if (m_text.empty())
            break;
        m_text.remove_prefix(1);
        convert();
    }
    const bool tuple = m_values.is(Kind::Tuple);
    const bool mapping = m_values.is(Kind::Dict) || m_values.is(Kind::List) || m_values.is(Kind::Undefined);
    if (tuple ? m_used < m_values.items().size() : !mapping && m_used == 0)
        throw Failure("not all arguments converted during string formatting");
    return std::move(m_out);
}

} // namespace

Value formatPercent(Runtime& runtime, const Value& format, const Value& values)
{
    runtime.charge(format.text().size());
    std::string text = PercentFormat(runtime, format, values).run();
    return format.isSafe() ? Value::safe(std::move(text)) : Value(std::move(text));
}

std::string formatValue(Runtime& runtime, const Value& value, const std::string& specification)
{
    if (value.is(Kind::Text))
        return formatText(runtime, value.text(), readSpecification(specification));
    if (specification.empty())
        return printed(value);
    if (!value.isNumber())
        throw Failure("unsupported format string passed to " + typeName(value) + ".__format__");
    const Specification s = readSpecification(specification);
    const bool floating
        = std::string_view("eEfFgG%").find(s.type) != std::string_view::npos && s.type != '\0';
    if (value.is(Kind::Float) || floating)
        return formatFloating(runtime, value.number(), s);
    if (s.type && std::string_view("bcdoxXn").find(s.type) == std::string_view::npos)
        throw Failure("Unknown format code '" + std::string(1, s.type) + "' for object of type 'int'");
    return formatInteger(runtime, value.integer(), s);
}

} // namespace temper::jinja
