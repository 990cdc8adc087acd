// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_builtin.h"

#include "core/common/text/jinja_number.h"
#include "core/common/text/jinja_print.h"

#include <algorithm>

namespace temper::jinja {

namespace {

struct Signature {
    std::vector<std::string_view> names;
    std::vector<bool> optional;
    bool takesNames = true;
    bool takesRest = false;
};

Signature readSignature(std::string_view text)
{
    Signature signature;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        std::string_view name = text.substr(0, space);
        text.remove_prefix(std::min(space + 1, text.size()));
        if (name == "/" || name == "*") {
            signature.takesNames = signature.takesNames && name != "/";
            signature.takesRest = signature.takesRest || name == "*";
            continue;
        }
        signature.optional.push_back(name.back() == '?');
        if (name.back() == '?')
            name.remove_suffix(1);
        signature.names.push_back(name);
    }
    return signature;
}

class Function : public Object {
public:
    explicit Function(const Builtin& function)
        : m_function(function)
    {
    }
    std::string type() const override { return "function"; }
    std::string repr() const override { return "<function " + std::string(m_function.name) + ">"; }
    bool callable() const override { return true; }
    Value call(Runtime& runtime, Arguments arguments) override
    {
        Bound bound(m_function, std::move(arguments));
        return m_function.run(runtime, bound);
    }

private:
    const Builtin& m_function;
};

class Method : public Object {
public:
    Method(Value self, const Builtin& method)
        : m_self(std::move(self))
        , m_method(method)
    {
        depth = m_self.depth() + 1;
    }
    std::string type() const override { return "builtin_function_or_method"; }
    std::string repr() const override
    {
        return "<built-in method " + std::string(m_method.name) + " of " + typeName(m_self) + " object>";
    }
    bool callable() const override { return true; }
    Value call(Runtime& runtime, Arguments arguments) override
    {
        arguments.positional.insert(arguments.positional.begin(), m_self);
        Bound bound(m_method, std::move(arguments));
        return m_method.run(runtime, bound);
    }

private:
    Value m_self;
    const Builtin& m_method;
};

class Generator : public Object, public Iterator, public std::enable_shared_from_this<Generator> {
public:
    Generator(std::string type, int nesting, std::function<std::optional<Value>()> step)
        : m_type(std::move(type))
        , m_step(std::move(step))
    {
        depth = nesting;
    }
    std::string type() const override { return m_type; }
    std::shared_ptr<Iterator> iterate() override { return shared_from_this(); }
    std::optional<Value> next() override
    {
        if (!m_step)
            return {};
        auto item = m_step();
        if (!item)
            m_step = nullptr;
        return item;
    }

private:
    std::string m_type;
    std::function<std::optional<Value>()> m_step;
};

} // namespace

Bound::Bound(const Builtin& function, Arguments arguments)
    : m_function(function.name)
{
    const Signature signature = readSignature(function.signature);
    const std::size_t count = signature.names.size();
    m_takesRest = signature.takesRest;
    m_values.assign(count, Value(nullptr));
    m_given.assign(count, false);
    for (std::size_t i = 0; i < arguments.positional.size(); ++i) {
        if (i < count) {
            m_values[i] = std::move(arguments.positional[i]);
            m_given[i] = true;
        } else if (m_takesRest) {
            m_rest.positional.push_back(std::move(arguments.positional[i]));
        } else {
            fail("takes " + std::to_string(count) + " arguments but "
                + std::to_string(arguments.positional.size()) + " were given");
        }
    }
    bindNamed(signature.names, arguments, signature.takesNames);
    for (std::size_t i = 0; i < count; ++i) {
        if (!m_given[i] && !signature.optional[i])
            fail("missing 1 required positional argument: '" + std::string(signature.names[i]) + "'");
    }
}

void Bound::bindNamed(const std::vector<std::string_view>& names, Arguments& arguments, bool takesNames)
{
    for (auto& [name, value] : arguments.named) {
        const auto found = takesNames ? std::find(names.begin(), names.end(), name) : names.end();
        if (found == names.end()) {
            if (!m_takesRest)
                fail("got an unexpected keyword argument '" + name + "'");
            m_rest.named.emplace_back(name, std::move(value));
            continue;
        }
        const auto index = static_cast<std::size_t>(found - names.begin());
        if (m_given[index])
            fail("got multiple values for argument '" + name + "'");
        m_values[index] = std::move(value);
        m_given[index] = true;
    }
}

void Bound::fail(const std::string& message) const
{
    throw Failure(std::string(m_function) + "() " + message);
}

const std::string& Bound::text(std::size_t index) const
{
    if (!m_values[index].is(Kind::Text))
        fail("argument " + std::to_string(index) + " must be str, not " + typeName(m_values[index]));
    return m_values[index].text();
}

std::string Bound::text(std::size_t index, std::string_view fallback) const
{
    return has(index) ? text(index) : std::string(fallback);
}

std::int64_t Bound::integer(std::size_t index) const
{
    if (!m_values[index].isIntegral())
        fail("'" + typeName(m_values[index]) + "' object cannot be interpreted as an integer");
    return m_values[index].integer();
}

std::int64_t Bound::integer(std::size_t index, std::int64_t fallback) const
{
    return has(index) ? integer(index) : fallback;
}

bool Bound::flag(std::size_t index, bool fallback) const
{
    return has(index) ? truthy(m_values[index]) : fallback;
}

const Builtin* findIn(std::span<const Builtin> functions, std::string_view name)
{
    const auto found
        = std::find_if(functions.begin(), functions.end(), [&](const Builtin& f) { return f.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

const Builtin* findFilter(std::string_view name)
{
    for (const auto list : { textFilters(), layoutFilters(), sequenceFilters(), choiceFilters() }) {
        if (const Builtin* found = findIn(list, name))
            return found;
    }
    return nullptr;
}

Value boundMethod(Value self, const Builtin& method)
{
    return Value(std::static_pointer_cast<Object>(std::make_shared<Method>(std::move(self), method)));
}

Value builtinFunction(const Builtin& function)
{
    return Value(std::static_pointer_cast<Object>(std::make_shared<Function>(function)));
}

Value generator(std::string type, int depth, std::function<std::optional<Value>()> step)
{
    auto made = std::make_shared<Generator>(std::move(type), depth, std::move(step));
    return Value(std::static_pointer_cast<Object>(made));
}

} // namespace temper::jinja
