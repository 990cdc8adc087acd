// SPDX-License-Identifier: Apache-2.0
// The values a template computes with: Python's plain types, immutable, and the few objects templates meet.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace temper::jinja {

// Ends a rendering or a compilation. The line is 0 until somebody knows it.
class Failure : public std::runtime_error {
public:
    explicit Failure(const std::string& message, int line = 0)
        : std::runtime_error(message)
        , m_line(line)
    {
    }
    int line() const { return m_line; }

private:
    int m_line;
};

// Containers nested deeper than this are refused: printing and freeing them walks the stack.
constexpr int kMaximumNesting = 700;

enum class Kind { Undefined, None, Boolean, Integer, Float, Text, List, Tuple, Dict, Object };

class Object;
class Dict;
class Value;

struct Sequence {
    std::vector<Value> items;
    int depth = 1;
    bool isGroup = false; // what groupby makes: a pair that also answers to .grouper and .list
};

// Why a value is undefined, said when something is done with it.
struct Missing {
    std::string message;
};

class Value {
public:
    Value(); // undefined, without a name
    Value(std::nullptr_t);
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(const char* text);
    Value(std::string text);
    Value(std::string_view text);
    Value(std::shared_ptr<Object> object);
    static Value safe(std::string text); // Markup: not escaped again
    static Value list(std::vector<Value> items);
    static Value tuple(std::vector<Value> items);
    static Value group(Value key, Value members);
    static Value dict(Dict entries);
    static Value undefined(std::string message);

    Kind kind() const { return m_kind; }
    bool is(Kind kind) const { return m_kind == kind; }
    bool isSafe() const { return m_safe; }
    bool isGroup() const
    {
        return is(Kind::Tuple) && std::get<std::shared_ptr<const Sequence>>(m_data)->isGroup;
    }
    bool isSequence() const { return m_kind == Kind::List || m_kind == Kind::Tuple; }
    bool isIntegral() const { return m_kind == Kind::Integer || m_kind == Kind::Boolean; }
    bool isNumber() const { return isIntegral() || m_kind == Kind::Float; }

    bool boolean() const { return std::get<bool>(m_data); }
    std::int64_t integer() const; // of an Integer or Boolean
    double number() const; // of any number
    const std::string& text() const { return *std::get<std::shared_ptr<const std::string>>(m_data); }
    const std::vector<Value>& items() const
    {
        return std::get<std::shared_ptr<const Sequence>>(m_data)->items;
    }
    const Dict& dict() const { return *std::get<std::shared_ptr<const Dict>>(m_data); }
    Object& object() const { return *std::get<std::shared_ptr<Object>>(m_data); }
    std::shared_ptr<Object> sharedObject() const { return std::get<std::shared_ptr<Object>>(m_data); }
    const std::string& missing() const; // why it is undefined
    int depth() const; // 0 for plain values
    bool sameObject(const Value& other) const; // Python's `is`, as far as templates can tell

private:
    Kind m_kind = Kind::Undefined;
    bool m_safe = false;
    std::variant<std::monostate,
        bool,
        std::int64_t,
        double,
        std::shared_ptr<const std::string>,
        std::shared_ptr<const Sequence>,
        std::shared_ptr<const Dict>,
        std::shared_ptr<Object>,
        std::shared_ptr<const Missing>>
        m_data;
};

int depthAround(int inner); // of a container that holds something this deep; throws Failure beyond the limit
std::size_t hashOf(const Value& value); // throws Failure for what Python cannot hash
bool equal(const Value& left, const Value& right); // ==
std::string typeName(const Value& value); // as Python names it: str, int, NoneType …

// A dictionary in order of insertion.
class Dict {
public:
    void set(const Value& key, Value value);
    const Value* find(const Value& key) const;
    const std::vector<std::pair<Value, Value>>& entries() const { return m_entries; }
    std::size_t size() const { return m_entries.size(); }
    int depth() const { return m_depth; }

private:
    std::vector<std::pair<Value, Value>> m_entries;
    std::unordered_multimap<std::size_t, std::size_t>
        m_index; // hash to entry, once there are more than a few
    int m_depth = 1;
};

class Iterator {
public:
    virtual ~Iterator() = default;
    virtual std::optional<Value> next() = 0;
};

struct Arguments {
    std::vector<Value> positional;
    std::vector<std::pair<std::string, Value>> named;
};

class Runtime;

// What is not plain data: functions, macros, namespaces, loops, generators, views.
class Object {
public:
    virtual ~Object() = default;
    virtual std::string type() const = 0; // Python's name of the type
    virtual std::string repr() const { return "<" + type() + " object>"; }
    virtual std::optional<Value> attribute(const std::string&) { return {}; }
    virtual std::optional<Value> item(const Value&) { return {}; }
    virtual std::optional<std::int64_t> length() const { return {}; }
    virtual std::shared_ptr<Iterator> iterate() { return {}; } // null: cannot be iterated
    virtual bool callable() const { return false; }
    virtual Value call(Runtime&, Arguments) { throw Failure("'" + type() + "' object is not callable"); }
    virtual bool indexable() const { return false; } // counts as a sequence
    virtual void forget() { } // lets go of other values, so that circles can be freed
    int depth = 1;
};

// The items of anything that can be iterated. Throws Failure ("'int' object is not iterable").
std::shared_ptr<Iterator> iterate(const Value& value);
bool isIterable(const Value& value);
std::vector<Value> collect(const Value& value);
std::optional<std::int64_t> lengthOf(const Value& value); // code points, items, entries; none: has no len()
bool truthy(const Value& value);

} // namespace temper::jinja
