// SPDX-License-Identifier: Apache-2.0
// The `loop` of a for statement, and the macros of a template: objects that reach back into the interpreter.
#pragma once

#include "core/common/text/jinja_interpreter.h"

#include <memory>
#include <optional>
#include <string>

namespace temper::jinja {

// Looks ahead only when asked (loop.last, loop.length): the items may be made while the loop runs.
class Loop : public Object, public std::enable_shared_from_this<Loop> {
public:
    struct Place {
        Interpreter* interpreter = nullptr;
        const Statement* statement = nullptr;
        ScopePtr outer;
        int depth = 0;
    };
    Loop(Place place, const Value& items);

    std::optional<Value> advance();
    Value cycle(const std::vector<Value>& choices) const;
    bool changed(std::vector<Value> values);

    std::string type() const override { return "LoopContext"; }
    std::string repr() const override;
    std::optional<Value> attribute(const std::string& name) override;
    std::optional<std::int64_t> length() const override;
    bool callable() const override { return true; }
    Value call(Runtime& runtime, Arguments arguments) override;

private:
    bool peek() const;
    std::optional<Value> position(const std::string& name) const;

    Place m_place;
    Value m_items;
    mutable std::shared_ptr<Iterator> m_source;
    mutable std::optional<Value> m_after;
    mutable std::optional<std::int64_t> m_length;
    std::optional<Value> m_current, m_before;
    std::optional<Value> m_lastChanged;
    std::int64_t m_index0 = -1;
};

class Macro : public Object {
public:
    Macro(Interpreter& interpreter, const Statement& statement, ScopePtr closure)
        : m_interpreter(interpreter)
        , m_statement(statement)
        , m_closure(std::move(closure))
    {
    }
    std::string type() const override { return "Macro"; }
    std::string repr() const override;
    std::optional<Value> attribute(const std::string& name) override;
    bool callable() const override { return true; }
    Value call(Runtime& runtime, Arguments arguments) override;

private:
    Interpreter& m_interpreter;
    const Statement& m_statement;
    ScopePtr m_closure;
};

// namespace(…): the one thing a template may change.
class Namespace : public Object {
public:
    explicit Namespace(Dict variables)
        : m_variables(std::move(variables))
    {
    }
    void set(const std::string& name, Value value);
    std::string type() const override { return "Namespace"; }
    std::string repr() const override;
    std::optional<Value> attribute(const std::string& name) override;
    void forget() override { m_variables = {}; }

private:
    Dict m_variables;
};

} // namespace temper::jinja
