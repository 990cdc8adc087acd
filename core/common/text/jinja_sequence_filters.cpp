// SPDX-License-Identifier: Apache-2.0
// Filters that order, count and regroup items.
#include "core/common/text/jinja_attribute.h"
#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

std::vector<Value> pathParts(const Value& path)
{
    if (path.is(Kind::None))
        return {};
    if (!path.is(Kind::Text))
        return { path };
    std::vector<Value> parts;
    const std::string& text = path.text();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        const bool number
            = !part.empty() && part.size() < 18 && part.find_first_not_of("0123456789") == std::string::npos;
        parts.push_back(number ? Value(static_cast<std::int64_t>(std::stoll(part))) : Value(part));
        begin = end + 1;
    }
    return parts;
}

LetterCase letterCase(const Bound& a, std::size_t index)
{
    return a.flag(index, false) ? LetterCase::Kept : LetterCase::Ignored;
}

Value list(Runtime& runtime, Bound& a)
{
    std::vector<Value> items = collect(a[0]);
    runtime.charge(items.size() * sizeof(Value));
    return Value::list(std::move(items));
}

Value length(Runtime& runtime, Bound& a)
{
    if (a[0].is(Kind::Text))
        runtime.charge(a[0].text().size());
    const auto size = lengthOf(a[0]);
    if (!size)
        throw Failure("object of type '" + typeName(a[0]) + "' has no len()");
    return *size;
}

Value first(Runtime&, Bound& a)
{
    auto item = iterate(a[0])->next();
    return item ? *item : Value::undefined("No first item, sequence was empty.");
}

bool reversible(const Value& value)
{
    return !value.is(Kind::Object) || value.object().length().has_value();
}

Value last(Runtime&, Bound& a)
{
    if (!reversible(a[0]))
        throw Failure("'" + typeName(a[0]) + "' object is not reversible");
    const std::vector<Value> items = collect(a[0]);
    return items.empty() ? Value::undefined("No last item, sequence was empty.") : items.back();
}

Value reverse(Runtime& runtime, Bound& a)
{
    std::vector<Value> items = collect(a[0]);
    runtime.charge(items.size() * sizeof(Value));
    std::reverse(items.begin(), items.end());
    if (a[0].is(Kind::Text)) {
        std::string out;
        for (const Value& item : items)
            out += item.text();
        return a[0].isSafe() ? Value::safe(std::move(out)) : Value(std::move(out));
    }
    if (!reversible(a[0]))
        return Value::list(std::move(items));
    const int depth = a[0].depth() + 1;
    const auto source = iterate(Value::list(std::move(items)));
    return generator("list_reverseiterator", depth, [source] { return source->next(); });
}

struct Keyed {
    Value key, item;
};

std::vector<Value> sorted(Runtime& runtime, std::vector<Keyed> entries, bool backwards)
{
    runtime.charge(entries.size() * sizeof(Keyed) * 8);
    // Reversed sorting keeps equal items in their order, so the list is turned round before and after.
    if (backwards)
        std::reverse(entries.begin(), entries.end());
    std::stable_sort(entries.begin(), entries.end(),
        [](const Keyed& l, const Keyed& r) { return lessThan(l.key, r.key); });
    if (backwards)
        std::reverse(entries.begin(), entries.end());
    std::vector<Value> items;
    for (Keyed& entry : entries)
        items.push_back(std::move(entry.item));
    return items;
}

Value sortKeys(const Value& item, const Value& paths, LetterCase letters)
{
    if (!paths.is(Kind::Text))
        return Value::list({ sortKey(item, paths, letters) });
    std::vector<Value> keys;
    const std::string& text = paths.text();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        keys.push_back(sortKey(item, Value(text.substr(begin, end - begin)), letters));
        begin = end + 1;
    }
    return Value::list(std::move(keys));
}

Value sort(Runtime& runtime, Bound& a)
{
    std::vector<Keyed> entries;
    for (Value& item : collect(a[0]))
        entries.push_back({ sortKeys(item, a[3], letterCase(a, 2)), item });
    return Value::list(sorted(runtime, std::move(entries), a.flag(1, false)));
}

Value dictSort(Runtime& runtime, Bound& a)
{
    const std::string by = a.text(2, "key");
    if (by != "key" && by != "value")
        throw Failure("You can only sort by either \"key\" or \"value\"");
    if (a[0].is(Kind::Undefined))
        failUndefined(a[0]);
    if (!a[0].is(Kind::Dict))
        throw Failure("'" + typeName(a[0]) + "' object has no attribute 'items'");
    std::vector<Keyed> entries;
    for (const auto& [key, value] : a[0].dict().entries())
        entries.push_back(
            { sortKey(by == "key" ? key : value, nullptr, letterCase(a, 1)), Value::tuple({ key, value }) });
    return Value::list(sorted(runtime, std::move(entries), a.flag(3, false)));
}

Value items(Runtime&, Bound& a)
{
    if (!a[0].is(Kind::Undefined) && !a[0].is(Kind::Dict)) {
        return generator("generator", 1,
            []() -> std::optional<Value> { throw Failure("Can only get item pairs from a mapping."); });
    }
    std::size_t at = 0;
    return generator("generator", a[0].depth() + 1, [dict = a[0], at]() mutable -> std::optional<Value> {
        if (dict.is(Kind::Undefined) || at >= dict.dict().size())
            return {};
        const auto& [key, value] = dict.dict().entries()[at++];
        return Value::tuple({ key, value });
    });
}

Value unique(Runtime& runtime, Bound& a)
{
    auto seen = std::make_shared<Dict>();
    const auto source = iterate(a[0]);
    const auto letters = letterCase(a, 1);
    return generator("generator", a[0].depth() + 1,
        [&runtime, seen, source, letters, path = a[2]]() -> std::optional<Value> {
            while (auto item = source->next()) {
                runtime.charge(sizeof(Value));
                const Value key = sortKey(*item, path, letters);
                if (seen->find(key))
                    continue;
                seen->set(key, true);
                return item;
            }
            return {};
        });
}

Value extreme(Bound& a, bool largest)
{
    std::optional<Keyed> best;
    const auto source = iterate(a[0]);
    while (auto item = source->next()) {
        Value key = sortKey(*item, a[2], letterCase(a, 1));
        if (!best || (largest ? lessThan(best->key, key) : lessThan(key, best->key)))
            best = Keyed { std::move(key), std::move(*item) };
    }
    return best ? best->item : Value::undefined("No aggregated item, sequence was empty.");
}

Value smallest(Runtime&, Bound& a)
{
    return extreme(a, false);
}
Value largest(Runtime&, Bound& a)
{
    return extreme(a, true);
}

Value sum(Runtime& runtime, Bound& a)
{
    Value total = a.has(2) ? a[2] : Value(0);
    if (total.is(Kind::Text))
        throw Failure("sum() can't sum strings [use ''.join(seq) instead]");
    const auto source = iterate(a[0]);
    while (auto item = source->next())
        total = applyOperator(
            runtime, Operator::Add, total, a.hasValue(1) ? attributePath(*item, a[1]) : *item);
    return total;
}

Value batch(Runtime&, Bound& a)
{
    const auto source = iterate(a[0]);
    const std::int64_t size = a.integer(1);
    const std::optional<Value> fill = a.hasValue(2) ? std::optional(a[2]) : std::nullopt;
    auto waiting = std::make_shared<std::vector<Value>>();
    return generator("generator", a[0].depth() + 2, [source, size, fill, waiting]() -> std::optional<Value> {
        while (auto item = source->next()) {
            const bool complete = static_cast<std::int64_t>(waiting->size()) == size;
            std::vector<Value> full;
            if (complete)
                full.swap(*waiting);
            waiting->push_back(std::move(*item));
            if (complete)
                return Value::list(std::move(full));
        }
        if (waiting->empty())
            return {};
        while (fill && static_cast<std::int64_t>(waiting->size()) < size)
            waiting->push_back(*fill);
        return Value::list(std::exchange(*waiting, {}));
    });
}

Value slices(Runtime& runtime, Bound& a)
{
    const std::vector<Value> all = collect(a[0]);
    const std::int64_t count = a.integer(1);
    if (count == 0)
        throw Failure("integer division or modulo by zero");
    runtime.charge(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)) * sizeof(Value));
    const auto size = static_cast<std::int64_t>(all.size());
    std::vector<Value> out;
    std::int64_t begin = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        const bool extra = i < size % count;
        const std::int64_t end = begin + size / count + extra;
        std::vector<Value> part(all.begin() + begin, all.begin() + end);
        if (a.hasValue(2) && !extra)
            part.push_back(a[2]);
        out.push_back(Value::list(std::move(part)));
        begin = end;
    }
    const int depth = a[0].depth() + 2;
    const auto source = iterate(Value::list(std::move(out)));
    return generator("generator", depth, [source] { return source->next(); });
}

constexpr Builtin kFilters[] = {
    { "batch", "value linecount fill_with?", batch },
    { "count", "obj /", length },
    { "dictsort", "value case_sensitive? by? reverse?", dictSort },
    { "first", "seq", first },
    { "items", "value", items },
    { "last", "seq", last },
    { "length", "obj /", length },
    { "list", "value", list },
    { "max", "value case_sensitive? attribute?", largest },
    { "min", "value case_sensitive? attribute?", smallest },
    { "reverse", "value", reverse },
    { "slice", "value slices fill_with?", slices },
    { "sort", "value reverse? case_sensitive? attribute?", sort },
    { "sum", "iterable attribute? start?", sum },
    { "unique", "value case_sensitive? attribute?", unique },
};

} // namespace

Value attributePath(const Value& item, const Value& path, const Value& fallback)
{
    Value value = item;
    for (const Value& part : pathParts(path)) {
        value = itemOf(value, part);
        if (value.is(Kind::Undefined) && !fallback.is(Kind::None))
            value = fallback;
    }
    return value;
}

Value attributePath(const Value& item, const Value& path)
{
    return attributePath(item, path, nullptr);
}

Value sortKey(const Value& item, const Value& path, LetterCase letters)
{
    const Value value = attributePath(item, path);
    return letters == LetterCase::Ignored && value.is(Kind::Text) ? Value(lowerText(value.text())) : value;
}

std::span<const Builtin> sequenceFilters()
{
    return kFilters;
}

} // namespace temper::jinja
