// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_loop.h"

#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

namespace temper::jinja {

namespace {

// The items of "for x in items if condition", tested one by one as the loop asks for them.
class FilteredItems : public Iterator {
public:
    FilteredItems(Loop::Place place, const Value& items)
        : m_place(std::move(place))
        , m_source(jinja::iterate(items))
    {
    }
    std::optional<Value> next() override
    {
        while (auto item = m_source->next()) {
            if (m_place.interpreter->holdsFor(*m_place.statement, m_place.outer, *item))
                return item;
        }
        return {};
    }

private:
    Loop::Place m_place;
    std::shared_ptr<Iterator> m_source;
};

Value cycleLoop(Runtime&, Bound& arguments)
{
    return dynamic_cast<Loop&>(arguments[0].object()).cycle(arguments.rest().positional);
}

Value changedLoop(Runtime&, Bound& arguments)
{
    return dynamic_cast<Loop&>(arguments[0].object()).changed(std::move(arguments.rest().positional));
}

constexpr Builtin kCycle { "cycle", "self / *", cycleLoop };
constexpr Builtin kChanged { "changed", "self / *", changedLoop };

} // namespace

Loop::Loop(Place place, const Value& items)
    : m_place(std::move(place))
    , m_items(items)
{
    depth = items.depth() + 1;
    if (m_place.statement->expressions[1])
        m_source = std::make_shared<FilteredItems>(m_place, items);
    else
        m_source = jinja::iterate(items);
}

std::optional<Value> Loop::advance()
{
    peek();
    if (!m_after)
        return {};
    ++m_index0;
    m_before = std::move(m_current);
    m_current = std::move(m_after);
    m_after.reset();
    return m_current;
}

bool Loop::peek() const
{
    if (!m_after)
        m_after = m_source->next();
    return m_after.has_value();
}

std::optional<std::int64_t> Loop::length() const
{
    if (m_length)
        return m_length;
    if (!m_place.statement->expressions[1])
        m_length = lengthOf(m_items);
    if (!m_length) {
        std::vector<Value> rest;
        while (auto item = m_source->next())
            rest.push_back(std::move(*item));
        m_length = static_cast<std::int64_t>(rest.size()) + m_index0 + 1 + (m_after ? 1 : 0);
        m_source = jinja::iterate(Value::list(std::move(rest)));
    }
    return m_length;
}

std::string Loop::repr() const
{
    return "<LoopContext " + std::to_string(m_index0 + 1) + "/" + std::to_string(*length()) + ">";
}

Value Loop::cycle(const std::vector<Value>& choices) const
{
    if (choices.empty())
        throw Failure("no items for cycling given");
    return choices[static_cast<std::size_t>(m_index0) % choices.size()];
}

bool Loop::changed(std::vector<Value> values)
{
    Value now = Value::tuple(std::move(values));
    const bool differs = !m_lastChanged || !equal(*m_lastChanged, now);
    m_lastChanged = std::move(now);
    return differs;
}

std::optional<Value> Loop::position(const std::string& name) const
{
    if (name == "index")
        return m_index0 + 1;
    if (name == "index0")
        return m_index0;
    if (name == "first")
        return m_index0 == 0;
    if (name == "last")
        return !peek();
    if (name == "length")
        return *length();
    if (name == "revindex")
        return *length() - m_index0;
    if (name == "revindex0")
        return *length() - m_index0 - 1;
    if (name == "depth")
        return m_place.depth + 1;
    if (name == "depth0")
        return m_place.depth;
    return {};
}

std::optional<Value> Loop::attribute(const std::string& name)
{
    if (name == "previtem")
        return m_index0 > 0 && m_before ? *m_before : Value::undefined("there is no previous item");
    if (name == "nextitem")
        return peek() ? *m_after : Value::undefined("there is no next item");
    if (name == "cycle" || name == "changed")
        return boundMethod(
            Value(std::static_pointer_cast<Object>(shared_from_this())), name == "cycle" ? kCycle : kChanged);
    return position(name);
}

Value Loop::call(Runtime&, Arguments arguments)
{
    if (!m_place.statement->recursive)
        throw Failure("The loop must have the 'recursive' marker to be called recursively.");
    if (arguments.positional.size() != 1)
        throw Failure("loop() takes exactly one argument");
    return m_place.interpreter->renderLoop(
        *m_place.statement, m_place.outer, arguments.positional[0], m_place.depth + 1);
}

std::string Macro::repr() const
{
    return "<Macro " + reprText(m_statement.text) + ">";
}

std::optional<Value> Macro::attribute(const std::string& name)
{
    if (name == "name")
        return Value(m_statement.text);
    if (name == "catch_kwargs")
        return m_statement.usesNamed;
    if (name == "catch_varargs")
        return m_statement.usesPositional;
    if (name == "caller")
        return m_statement.usesCaller;
    if (name != "arguments")
        return {};
    std::vector<Value> names;
    for (const Parameter& parameter : m_statement.parameters)
        names.emplace_back(parameter.name);
    return Value::tuple(std::move(names));
}

Value Macro::call(Runtime&, Arguments arguments)
{
    return m_interpreter.runMacro(m_statement, m_closure, std::move(arguments));
}

void Namespace::set(const std::string& name, Value value)
{
    if (name.starts_with("_"))
        throw Failure("Chat templates cannot store underscore-prefixed attributes on a namespace, but got "
            + reprText(name) + ". Please rename the attribute.");
    m_variables.set(Value(name), std::move(value));
}

std::string Namespace::repr() const
{
    std::string out;
    for (const auto& [key, value] : m_variables.entries()) {
        const bool space = value.is(Kind::Object) && dynamic_cast<Namespace*>(&value.object());
        // A namespace may hold itself: those inside are only named.
        (((out += out.empty() ? "" : ", ") += represented(key)) += ": ")
            += space ? "<Namespace …>" : represented(value);
    }
    return "<Namespace {" + out + "}>";
}

std::optional<Value> Namespace::attribute(const std::string& name)
{
    const Value* found = m_variables.find(Value(name));
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace temper::jinja
