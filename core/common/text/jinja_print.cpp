// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_print.h"

#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace temper::jinja {

namespace {

std::string joinItems(const std::vector<Value>& items)
{
    std::string out;
    for (const Value& item : items)
        (out += out.empty() ? "" : ", ") += represented(item);
    return out;
}

std::string reprDict(const Dict& dict)
{
    std::string out;
    for (const auto& [key, value] : dict.entries())
        (((out += out.empty() ? "" : ", ") += represented(key)) += ": ") += represented(value);
    return "{" + out + "}";
}

class JsonWriter {
public:
    explicit JsonWriter(const JsonStyle& style)
        : m_style(style)
    {
    }
    void write(const Value& value);
    std::string take() { return std::move(m_out); }

private:
    void writeText(const std::string& text);
    void writeItems(const std::vector<Value>& items);
    void writeDict(const Dict& dict);
    void newLine();
    std::string key(const Value& key) const;

    const JsonStyle& m_style;
    std::string m_out;
    int m_level = 0;
};

std::string jsonFloat(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    return formatFloat(value);
}

void appendEscape(std::string& out, char32_t unit)
{
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(unit));
    out += buffer;
}

void JsonWriter::writeText(const std::string& text)
{
    static constexpr std::string_view kSpecial = "\"\\\n\r\t\f\b";
    static constexpr std::string_view kNames = "\"\\nrtfb";
    m_out += '"';
    for (const char32_t point : decodeText(text)) {
        const std::size_t special
            = point < 0x80 ? kSpecial.find(static_cast<char>(point)) : std::string_view::npos;
        if (special != std::string_view::npos) {
            (m_out += '\\') += kNames[special];
        } else if (point < 0x20 || (m_style.ascii && point >= 0x7F && point < 0x10000 && point != 0x7F)) {
            appendEscape(m_out, point);
        } else if (m_style.ascii && point >= 0x10000) {
            appendEscape(m_out, 0xD800 + ((point - 0x10000) >> 10));
            appendEscape(m_out, 0xDC00 + ((point - 0x10000) & 0x3FF));
        } else {
            appendPoint(m_out, point);
        }
    }
    m_out += '"';
}

void JsonWriter::newLine()
{
    if (!m_style.indent)
        return;
    m_out += '\n';
    for (int i = 0; i < m_level; ++i)
        m_out += *m_style.indent;
}

void JsonWriter::writeItems(const std::vector<Value>& items)
{
    if (items.empty()) {
        m_out += "[]";
        return;
    }
    m_out += '[';
    ++m_level;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            m_out += m_style.itemSeparator;
        newLine();
        write(items[i]);
    }
    --m_level;
    newLine();
    m_out += ']';
}

std::string JsonWriter::key(const Value& key) const
{
    switch (key.kind()) {
    case Kind::Text:
        return key.text();
    case Kind::None:
        return "null";
    case Kind::Boolean:
        return key.boolean() ? "true" : "false";
    case Kind::Integer:
        return std::to_string(key.integer());
    case Kind::Float:
        return jsonFloat(key.number());
    case Kind::Undefined:
    case Kind::List:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::Object:
        break;
    }
    throw Failure("keys must be str, int, float, bool or None, not " + typeName(key));
}

void JsonWriter::writeDict(const Dict& dict)
{
    if (dict.size() == 0) {
        m_out += "{}";
        return;
    }
    auto entries = dict.entries();
    if (m_style.sortKeys)
        std::stable_sort(entries.begin(), entries.end(),
            [](const auto& left, const auto& right) { return lessThan(left.first, right.first); });
    m_out += '{';
    ++m_level;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            m_out += m_style.itemSeparator;
        newLine();
        writeText(key(entries[i].first));
        m_out += m_style.keySeparator;
        write(entries[i].second);
    }
    --m_level;
    newLine();
    m_out += '}';
}

void JsonWriter::write(const Value& value)
{
    switch (value.kind()) {
    case Kind::None:
        m_out += "null";
        return;
    case Kind::Boolean:
        m_out += value.boolean() ? "true" : "false";
        return;
    case Kind::Integer:
        m_out += std::to_string(value.integer());
        return;
    case Kind::Float:
        m_out += jsonFloat(value.number());
        return;
    case Kind::Text:
        return writeText(value.text());
    case Kind::List:
    case Kind::Tuple:
        return writeItems(value.items());
    case Kind::Dict:
        return writeDict(value.dict());
    case Kind::Undefined:
    case Kind::Object:
        break;
    }
    throw Failure("Object of type " + typeName(value) + " is not JSON serializable");
}

Value sortedKeys(const Value& value)
{
    if (!value.is(Kind::Dict))
        return value;
    auto entries = value.dict().entries();
    const auto before = [](const auto& left, const auto& right) {
        const bool same = typeName(left.first) == typeName(right.first);
        return same ? lessThan(left.first, right.first) : typeName(left.first) < typeName(right.first);
    };
    std::stable_sort(entries.begin(), entries.end(), before);
    Dict sorted;
    for (auto& [key, item] : entries)
        sorted.set(key, sortedKeys(item));
    return Value::dict(std::move(sorted));
}

constexpr std::size_t kPrettyWidth = 80;

// `column` is where the value begins, `after` the characters that follow it on its last line.
std::string pretty(const Value& value, std::size_t column, std::size_t after)
{
    const std::string line = represented(sortedKeys(value));
    const bool nested = value.isSequence() || value.is(Kind::Dict);
    if (!nested || countPoints(line) + column + after <= kPrettyWidth)
        return line;
    const std::string margin = ",\n" + std::string(column + 1, ' ');
    std::string out;
    if (value.is(Kind::Dict)) {
        const Value sorted = sortedKeys(value);
        const auto& entries = sorted.dict().entries();
        for (const auto& entry : entries) {
            const std::string key = represented(entry.first) + ": ";
            const std::size_t tail = &entry == &entries.back() ? after + 1 : 1;
            (out += out.empty() ? "" : margin)
                += key + pretty(entry.second, column + 1 + countPoints(key), tail);
        }
        return "{" + out + "}";
    }
    for (const Value& item : value.items()) {
        const std::size_t tail = &item == &value.items().back() ? after + 1 : 1;
        (out += out.empty() ? "" : margin) += pretty(item, column + 1, tail);
    }
    if (value.is(Kind::List))
        return "[" + out + "]";
    return "(" + out + (value.items().size() == 1 ? ",)" : ")");
}

} // namespace

std::string printed(const Value& value)
{
    if (value.is(Kind::Text))
        return value.text();
    return value.is(Kind::Undefined) ? std::string() : represented(value);
}

std::string represented(const Value& value)
{
    switch (value.kind()) {
    case Kind::Undefined:
        return "Undefined";
    case Kind::None:
        return "None";
    case Kind::Boolean:
        return value.boolean() ? "True" : "False";
    case Kind::Integer:
        return std::to_string(value.integer());
    case Kind::Float:
        return formatFloat(value.number());
    case Kind::Text:
        return value.isSafe() ? "Markup(" + reprText(value.text()) + ")" : reprText(value.text());
    case Kind::List:
        return "[" + joinItems(value.items()) + "]";
    case Kind::Tuple:
        return "(" + joinItems(value.items()) + (value.items().size() == 1 ? ",)" : ")");
    case Kind::Dict:
        return reprDict(value.dict());
    case Kind::Object:
        return value.object().repr();
    }
    return {};
}

std::string toJson(const Value& value, const JsonStyle& style)
{
    JsonWriter writer(style);
    writer.write(value);
    return writer.take();
}

std::string prettyPrinted(const Value& value)
{
    return pretty(value, 0, 0);
}

} // namespace temper::jinja
