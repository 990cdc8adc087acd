// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_value.h"

#include "core/common/text/jinja_text.h"

#include <algorithm>
#include <cmath>

namespace temper::jinja {

namespace {

std::shared_ptr<const Sequence> makeSequence(std::vector<Value> items)
{
    auto sequence = std::make_shared<Sequence>();
    int inner = 0;
    for (const Value& item : items)
        inner = std::max(inner, item.depth());
    sequence->depth = depthAround(inner);
    sequence->items = std::move(items);
    return sequence;
}

bool equalDicts(const Dict& left, const Dict& right)
{
    if (left.size() != right.size())
        return false;
    return std::all_of(left.entries().begin(), left.entries().end(), [&](const auto& entry) {
        const Value* other = right.find(entry.first);
        return other && equal(entry.second, *other);
    });
}

} // namespace

int depthAround(int inner)
{
    if (inner >= kMaximumNesting)
        throw Failure("values are nested too deeply");
    return inner + 1;
}

Value::Value()
    : m_data(std::make_shared<const Missing>())
{
}
Value::Value(std::nullptr_t)
    : m_kind(Kind::None)
{
}
Value::Value(bool value)
    : m_kind(Kind::Boolean)
    , m_data(value)
{
}
Value::Value(int value)
    : Value(static_cast<std::int64_t>(value))
{
}
Value::Value(std::int64_t value)
    : m_kind(Kind::Integer)
    , m_data(value)
{
}
Value::Value(double value)
    : m_kind(Kind::Float)
    , m_data(value)
{
}
Value::Value(const char* text)
    : Value(std::string(text))
{
}
Value::Value(std::string text)
    : m_kind(Kind::Text)
    , m_data(std::make_shared<const std::string>(std::move(text)))
{
}
Value::Value(std::string_view text)
    : Value(std::string(text))
{
}
Value::Value(std::shared_ptr<Object> object)
    : m_kind(Kind::Object)
    , m_data(std::move(object))
{
    depthAround(this->object().depth - 1);
}

Value Value::safe(std::string text)
{
    Value value(std::move(text));
    value.m_safe = true;
    return value;
}

Value Value::list(std::vector<Value> items)
{
    Value value(nullptr);
    value.m_kind = Kind::List;
    value.m_data = makeSequence(std::move(items));
    return value;
}

Value Value::tuple(std::vector<Value> items)
{
    Value value(nullptr);
    value.m_kind = Kind::Tuple;
    value.m_data = makeSequence(std::move(items));
    return value;
}

Value Value::group(Value key, Value members)
{
    Value value = tuple({ std::move(key), std::move(members) });
    auto sequence = std::make_shared<Sequence>(*std::get<std::shared_ptr<const Sequence>>(value.m_data));
    sequence->isGroup = true;
    value.m_data = std::shared_ptr<const Sequence>(std::move(sequence));
    return value;
}

Value Value::dict(Dict entries)
{
    Value value(nullptr);
    value.m_kind = Kind::Dict;
    value.m_data = std::make_shared<const Dict>(std::move(entries));
    return value;
}

Value Value::undefined(std::string message)
{
    Value value(nullptr);
    value.m_kind = Kind::Undefined;
    value.m_data = std::make_shared<const Missing>(Missing { std::move(message) });
    return value;
}

std::int64_t Value::integer() const
{
    return m_kind == Kind::Boolean ? static_cast<std::int64_t>(boolean()) : std::get<std::int64_t>(m_data);
}

double Value::number() const
{
    return m_kind == Kind::Float ? std::get<double>(m_data) : static_cast<double>(integer());
}

const std::string& Value::missing() const
{
    return std::get<std::shared_ptr<const Missing>>(m_data)->message;
}

int Value::depth() const
{
    if (isSequence())
        return std::get<std::shared_ptr<const Sequence>>(m_data)->depth;
    if (m_kind == Kind::Dict)
        return dict().depth();
    return m_kind == Kind::Object ? object().depth : 0;
}

bool Value::sameObject(const Value& other) const
{
    if (m_kind != other.m_kind)
        return false;
    switch (m_kind) {
    case Kind::None:
    case Kind::Undefined:
        return true;
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Float:
    case Kind::Text:
        return equal(*this, other);
    case Kind::List:
    case Kind::Tuple:
        return &items() == &other.items();
    case Kind::Dict:
        return &dict() == &other.dict();
    case Kind::Object:
        return &object() == &other.object();
    }
    return false;
}

std::string typeName(const Value& value)
{
    switch (value.kind()) {
    case Kind::Undefined:
        return "Undefined";
    case Kind::None:
        return "NoneType";
    case Kind::Boolean:
        return "bool";
    case Kind::Integer:
        return "int";
    case Kind::Float:
        return "float";
    case Kind::Text:
        return value.isSafe() ? "Markup" : "str";
    case Kind::List:
        return "list";
    case Kind::Tuple:
        return "tuple";
    case Kind::Dict:
        return "dict";
    case Kind::Object:
        return value.object().type();
    }
    return {};
}

std::size_t hashOf(const Value& value)
{
    switch (value.kind()) {
    case Kind::Undefined:
    case Kind::None:
        return 1;
    case Kind::Boolean:
    case Kind::Integer:
        return std::hash<double>()(static_cast<double>(value.integer()));
    case Kind::Float:
        return std::hash<double>()(value.number());
    case Kind::Text:
        return std::hash<std::string>()(value.text());
    case Kind::Tuple: {
        std::size_t hash = 7;
        for (const Value& item : value.items())
            hash = hash * 31 + hashOf(item);
        return hash;
    }
    case Kind::List:
    case Kind::Dict:
        throw Failure("unhashable type: '" + typeName(value) + "'");
    case Kind::Object:
        return std::hash<const void*>()(&value.object());
    }
    return 0;
}

bool equal(const Value& left, const Value& right)
{
    if (left.isNumber() && right.isNumber()) {
        const bool integral = left.isIntegral() && right.isIntegral();
        return integral ? left.integer() == right.integer() : left.number() == right.number();
    }
    if (left.kind() != right.kind())
        return false;
    switch (left.kind()) {
    case Kind::Text:
        return left.text() == right.text();
    case Kind::List:
    case Kind::Tuple:
        return std::equal(
            left.items().begin(), left.items().end(), right.items().begin(), right.items().end(), equal);
    case Kind::Dict:
        return equalDicts(left.dict(), right.dict());
    case Kind::Object:
        return &left.object() == &right.object();
    case Kind::Undefined:
    case Kind::None:
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Float:
        return true;
    }
    return false;
}

} // namespace temper::jinja
