// SPDX-License-Identifier: Apache-2.0
// How filters, tests, methods and global functions are listed and get their arguments.
#pragma once

#include "core/common/text/jinja_value.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace temper::jinja {

// What a running template lends to the functions it calls.
class Runtime {
public:
    virtual ~Runtime() = default;
    virtual Value call(const Value& callee, Arguments arguments) = 0;
    virtual Value filter(const std::string& name, Value input, Arguments arguments) = 0;
    virtual bool test(const std::string& name, Value value, Arguments arguments) = 0;
    // Counts text or lists that are about to be made; throws Failure when a template asks for too much.
    virtual void charge(std::size_t bytes) = 0;
    virtual void enter() = 0; // one level deeper in calls; throws Failure when it gets too deep
    virtual void leave() = 0;
    // Namespaces may hold each other: the runtime empties them at the end.
    virtual void keep(std::shared_ptr<Object> space) = 0;
};

class Bound;

// The signature lists parameters: "value old new count?" (? may be left out); "/" at its end refuses names,
// "*" takes whatever else is given.
struct Builtin {
    std::string_view name;
    std::string_view signature;
    Value (*run)(Runtime& runtime, Bound& arguments);
};

// Arguments in the order of a signature. Throws Failure for missing, unknown and superfluous ones.
class Bound {
public:
    Bound(const Builtin& function, Arguments arguments);

    const Value& operator[](std::size_t index) const { return m_values[index]; }
    bool has(std::size_t index) const { return m_given[index]; }
    bool hasValue(std::size_t index) const { return m_given[index] && !m_values[index].is(Kind::None); }
    Value& take(std::size_t index) { return m_values[index]; }
    Arguments& rest() { return m_rest; } // of "*"

    const std::string& text(std::size_t index) const; // throws unless it is text
    std::string text(std::size_t index, std::string_view fallback) const;
    std::int64_t integer(std::size_t index) const;
    std::int64_t integer(std::size_t index, std::int64_t fallback) const;
    bool flag(std::size_t index, bool fallback) const;

private:
    [[noreturn]] void fail(const std::string& message) const;
    void bindNamed(const std::vector<std::string_view>& names, Arguments& arguments, bool takesNames);

    std::string_view m_function;
    bool m_takesRest = false;
    std::vector<Value> m_values;
    std::vector<bool> m_given;
    Arguments m_rest;
};

const Builtin* findFilter(std::string_view name);
const Builtin* findTest(std::string_view name);
const Builtin* findMethod(const Value& object, std::string_view name); // nullptr: it has none of that name
bool changesObject(const Value& object, std::string_view name); // list.append and its like, which are refused
const Builtin* findIn(std::span<const Builtin> functions, std::string_view name);

std::span<const Builtin> textFilters();
std::span<const Builtin> layoutFilters();
std::span<const Builtin> sequenceFilters();
std::span<const Builtin> choiceFilters();
std::span<const Builtin> textMethods();
std::span<const Builtin> textQuestions();
std::span<const Builtin> globalFunctions();

Value boundMethod(Value self, const Builtin& method);
Value builtinFunction(const Builtin& function);

// A lazy sequence, as Python's generators: it can be walked once. `step` answers none at the end.
Value generator(std::string type, int depth, std::function<std::optional<Value>()> step);

} // namespace temper::jinja
