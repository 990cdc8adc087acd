// SPDX-License-Identifier: Apache-2.0
// Filters that apply other filters and tests to items, choose among them or group them.
#include "core/common/text/jinja_attribute.h"
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

// Walking a generator of a generator of … walks the stack: each level counts.
class Level {
public:
    explicit Level(Runtime& runtime)
        : m_runtime(runtime)
    {
        runtime.enter();
    }
    ~Level() { m_runtime.leave(); }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

private:
    Runtime& m_runtime;
};

Value fallback(Runtime&, Bound& a)
{
    const bool wanted = a[0].is(Kind::Undefined) || (a.flag(2, false) && !truthy(a[0]));
    if (!wanted)
        return a[0];
    return a.has(1) ? a[1] : Value("");
}

Value attribute(Runtime&, Bound& a)
{
    const std::string& name = a.text(1);
    const Value& object = a[0];
    if (object.is(Kind::Undefined))
        failUndefined(object);
    if (auto found = plainAttribute(object, name))
        return std::move(*found);
    return Value::undefined("'" + typeName(object) + " object' has no attribute " + reprText(name));
}

using Step = std::function<Value(const Value&)>;

Step mapping(Runtime& runtime, Bound& a)
{
    Arguments rest = std::move(a.rest());
    const auto named = std::find_if(
        rest.named.begin(), rest.named.end(), [](const auto& entry) { return entry.first == "attribute"; });
    if (rest.positional.empty() && named != rest.named.end()) {
        Value path = named->second, other = nullptr;
        for (const auto& [name, value] : rest.named) {
            if (name == "default")
                other = value;
            else if (name != "attribute")
                throw Failure("Unexpected keyword argument " + reprText(name));
        }
        return [path, other](const Value& item) { return attributePath(item, path, other); };
    }
    if (rest.positional.empty() || !rest.positional[0].is(Kind::Text))
        throw Failure("map requires a filter argument");
    const std::string name = rest.positional[0].text();
    rest.positional.erase(rest.positional.begin());
    return [&runtime, name, rest](const Value& item) { return runtime.filter(name, item, rest); };
}

// The function is prepared with the first item, as Jinja's generators do: an empty list asks for nothing.
Value map(Runtime& runtime, Bound& a)
{
    if (!truthy(a[0]))
        return generator("generator", 1, []() -> std::optional<Value> { return {}; });
    auto arguments = std::make_shared<Bound>(std::move(a));
    std::shared_ptr<Iterator> source;
    Step step;
    const int depth = (*arguments)[0].depth() + 1;
    return generator(
        "generator", depth, [&runtime, arguments, source, step]() mutable -> std::optional<Value> {
            const Level level(runtime);
            runtime.charge(0);
            if (!source) {
                step = mapping(runtime, *arguments);
                source = iterate((*arguments)[0]);
            }
            const auto item = source->next();
            return item ? std::optional(step(*item)) : std::nullopt;
        });
}

struct Choice {
    bool wanted = true;
    bool byAttribute = false;
};

std::function<bool(const Value&)> choosing(Runtime& runtime, Bound& a, const Choice& choice)
{
    Arguments rest = std::move(a.rest());
    Value path = nullptr;
    if (choice.byAttribute) {
        if (rest.positional.empty())
            throw Failure("Missing parameter for attribute name");
        path = rest.positional[0];
        rest.positional.erase(rest.positional.begin());
    }
    if (rest.positional.empty())
        return [path](const Value& item) { return truthy(attributePath(item, path)); };
    if (!rest.positional[0].is(Kind::Text))
        throw Failure("No test named " + represented(rest.positional[0]) + ".");
    const std::string name = rest.positional[0].text();
    rest.positional.erase(rest.positional.begin());
    return [&runtime, path, name, rest](
               const Value& item) { return runtime.test(name, attributePath(item, path), rest); };
}

Value choose(Runtime& runtime, Bound& a, Choice choice)
{
    if (!truthy(a[0]))
        return generator("generator", 1, []() -> std::optional<Value> { return {}; });
    auto arguments = std::make_shared<Bound>(std::move(a));
    std::shared_ptr<Iterator> source;
    std::function<bool(const Value&)> holds;
    const int depth = (*arguments)[0].depth() + 1;
    return generator(
        "generator", depth, [&runtime, arguments, source, holds, choice]() mutable -> std::optional<Value> {
            const Level level(runtime);
            if (!source) {
                holds = choosing(runtime, *arguments, choice);
                source = iterate((*arguments)[0]);
            }
            while (auto item = source->next()) {
                runtime.charge(0);
                if (holds(*item) == choice.wanted)
                    return item;
            }
            return {};
        });
}

Value select(Runtime& runtime, Bound& a)
{
    return choose(runtime, a, { true, false });
}
Value reject(Runtime& runtime, Bound& a)
{
    return choose(runtime, a, { false, false });
}
Value selectAttribute(Runtime& runtime, Bound& a)
{
    return choose(runtime, a, { true, true });
}
Value rejectAttribute(Runtime& runtime, Bound& a)
{
    return choose(runtime, a, { false, true });
}

Value groupBy(Runtime& runtime, Bound& a)
{
    struct Keyed {
        Value key, item;
    };
    const bool keepCase = a.flag(3, false);
    const auto keyOf = [&](const Value& item) {
        const Value key = attributePath(item, a[1], a[2]);
        return !keepCase && key.is(Kind::Text) ? Value(lowerText(key.text())) : key;
    };
    std::vector<Keyed> entries;
    for (const Value& item : collect(a[0]))
        entries.push_back({ keyOf(item), item });
    runtime.charge(entries.size() * sizeof(Keyed) * 8);
    std::stable_sort(entries.begin(), entries.end(),
        [](const Keyed& l, const Keyed& r) { return lessThan(l.key, r.key); });
    std::vector<Value> groups;
    for (std::size_t begin = 0; begin < entries.size();) {
        std::size_t end = begin;
        std::vector<Value> members;
        while (end < entries.size() && equal(entries[begin].key, entries[end].key))
            members.push_back(entries[end++].item);
        const Value key = keepCase ? entries[begin].key : attributePath(members[0], a[1], a[2]);
        groups.push_back(Value::group(key, Value::list(std::move(members))));
        begin = end;
    }
    return Value::list(std::move(groups));
}

constexpr Builtin kFilters[] = {
    { "attr", "obj name", attribute },
    { "d", "value default_value? boolean?", fallback },
    { "default", "value default_value? boolean?", fallback },
    { "groupby", "value attribute default? case_sensitive?", groupBy },
    { "map", "value *", map },
    { "reject", "value *", reject },
    { "rejectattr", "value *", rejectAttribute },
    { "select", "value *", select },
    { "selectattr", "value *", selectAttribute },
};

} // namespace

std::span<const Builtin> choiceFilters()
{
    return kFilters;
}

} // namespace temper::jinja
