// SPDX-License-Identifier: Apache-2.0
// The functions every chat template may call.
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_loop.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_range.h"

#include <algorithm>
#include <ctime>

namespace temper::jinja {

namespace {

Value wrap(std::shared_ptr<Object> object)
{
    return Value(std::move(object));
}

class Joiner : public Object {
public:
    explicit Joiner(Value separator)
        : m_separator(std::move(separator))
    {
    }
    std::string type() const override { return "Joiner"; }
    bool callable() const override { return true; }
    Value call(Runtime&, Arguments) override
    {
        if (m_used)
            return m_separator;
        m_used = true;
        return "";
    }

private:
    Value m_separator;
    bool m_used = false;
};

class Cycler : public Object, public std::enable_shared_from_this<Cycler> {
public:
    explicit Cycler(std::vector<Value> items)
        : m_items(std::move(items))
    {
        for (const Value& item : m_items)
            depth = std::max(depth, item.depth() + 1);
    }
    std::string type() const override { return "Cycler"; }
    std::optional<Value> attribute(const std::string& name) override;
    const Value& current() const { return m_items[m_at]; }
    Value next()
    {
        Value item = current();
        m_at = (m_at + 1) % m_items.size();
        return item;
    }
    void reset() { m_at = 0; }

private:
    std::vector<Value> m_items;
    std::size_t m_at = 0;
};

Value nextOfCycler(Runtime&, Bound& a)
{
    return dynamic_cast<Cycler&>(a[0].object()).next();
}

Value resetCycler(Runtime&, Bound& a)
{
    dynamic_cast<Cycler&>(a[0].object()).reset();
    return nullptr;
}

constexpr Builtin kNext { "next", "self", nextOfCycler };
constexpr Builtin kReset { "reset", "self", resetCycler };

std::optional<Value> Cycler::attribute(const std::string& name)
{
    if (name == "current")
        return current();
    if (name == "next" || name == "reset")
        return boundMethod(wrap(shared_from_this()), name == "next" ? kNext : kReset);
    return name == "items" ? std::optional(Value::tuple(m_items)) : std::nullopt;
}

Value makeRange(Runtime&, Bound& a)
{
    const bool one = !a.has(1);
    return rangeValue(one ? 0 : a.integer(0), a.integer(one ? 0 : 1), a.integer(2, 1));
}

Dict dictFrom(Bound& a)
{
    Dict dict;
    Arguments& given = a.rest();
    if (given.positional.size() > 1)
        throw Failure("dict expected at most 1 argument, got " + std::to_string(given.positional.size()));
    if (!given.positional.empty() && given.positional[0].is(Kind::Dict))
        dict = given.positional[0].dict();
    else if (!given.positional.empty()) {
        for (const Value& entry : collect(given.positional[0])) {
            const std::vector<Value> pair = collect(entry);
            if (pair.size() != 2)
                throw Failure("dictionary update sequence element has length " + std::to_string(pair.size())
                    + "; 2 is required");
            dict.set(pair[0], pair[1]);
        }
    }
    for (auto& [name, value] : given.named)
        dict.set(Value(name), value);
    return dict;
}

Value makeDict(Runtime&, Bound& a)
{
    return Value::dict(dictFrom(a));
}

Value makeNamespace(Runtime& runtime, Bound& a)
{
    auto space = std::make_shared<Namespace>(Dict());
    const Dict given = dictFrom(a);
    for (const auto& [name, value] : given.entries())
        space->set(name.is(Kind::Text) ? name.text() : printed(name), value);
    runtime.keep(space);
    return wrap(space);
}

Value makeJoiner(Runtime&, Bound& a)
{
    return wrap(std::make_shared<Joiner>(a.has(0) ? a[0] : Value(", ")));
}

Value makeCycler(Runtime&, Bound& a)
{
    if (a.rest().positional.empty())
        throw Failure("at least one item has to be provided");
    return wrap(std::make_shared<Cycler>(std::move(a.rest().positional)));
}

Value raiseException(Runtime&, Bound& a)
{
    throw Failure(printed(a[0]));
}

Value refuseLipsum(Runtime&, Bound&)
{
    throw Failure("lipsum() makes random text, which a chat template cannot use");
}

Value strftimeNow(Runtime&, Bound& a)
{
    const std::time_t now = std::time(nullptr);
    std::tm local {};
    localtime_r(&now, &local);
    char buffer[512];
    const std::string format = a.text(0) + "x"; // strftime answers 0 both for an empty text and for a failure
    const std::size_t length = std::strftime(buffer, sizeof buffer, format.c_str(), &local);
    if (length == 0)
        throw Failure("strftime_now() cannot use this format");
    return std::string(buffer, length - 1);
}

constexpr Builtin kGlobals[] = {
    { "range", "start stop? step? /", makeRange },
    { "dict", "*", makeDict },
    { "namespace", "*", makeNamespace },
    { "joiner", "sep?", makeJoiner },
    { "cycler", "/ *", makeCycler },
    { "lipsum", "*", refuseLipsum },
    { "raise_exception", "message", raiseException },
    { "strftime_now", "format", strftimeNow },
};

} // namespace

std::span<const Builtin> globalFunctions()
{
    return kGlobals;
}

} // namespace temper::jinja
