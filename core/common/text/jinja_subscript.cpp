// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_operators.h"
#include "core/common/text/jinja_print.h"
#include "core/common/text/jinja_range.h"
#include "core/common/text/jinja_text.h"

#include <algorithm>

namespace temper::jinja {

namespace {

std::string objectName(const Value& object)
{
    return object.is(Kind::None) ? "None" : typeName(object) + " object";
}

Value missingFrom(const Value& object, const Value& name)
{
    if (name.is(Kind::Text))
        return Value::undefined("'" + objectName(object) + "' has no attribute " + reprText(name.text()));
    return Value::undefined(objectName(object) + " has no element " + represented(name));
}

Value refused(const Value& object, const std::string& name)
{
    return Value::undefined(
        "access to attribute " + reprText(name) + " of '" + typeName(object) + "' object is unsafe.");
}

bool isInternalName(const std::string& name)
{
    return name.size() > 4 && name.starts_with("__") && name.ends_with("__");
}

} // namespace

std::optional<Value> plainAttribute(const Value& object, const std::string& name)
{
    if (object.is(Kind::Object))
        return object.object().attribute(name);
    if (isInternalName(name) || changesObject(object, name))
        return refused(object, name);
    if (const Builtin* method = findMethod(object, name))
        return boundMethod(object, *method);
    if (object.isGroup() && (name == "grouper" || name == "list"))
        return object.items()[name == "list"];
    const bool number = object.isNumber();
    if (number && name == "real")
        return object.isIntegral() ? Value(object.integer()) : object;
    if (number && name == "imag")
        return object.is(Kind::Float) ? Value(0.0) : Value(0);
    if (object.isIntegral() && (name == "numerator" || name == "denominator"))
        return name == "numerator" ? Value(object.integer()) : Value(1);
    return {};
}

namespace {

std::optional<Value> textAt(const Value& object, std::int64_t index)
{
    const std::string& text = object.text();
    const auto length = static_cast<std::int64_t>(countPoints(text));
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return {};
    const std::size_t begin = byteOfPoint(text, static_cast<std::size_t>(index));
    const std::string_view rest = std::string_view(text).substr(begin);
    const std::string_view one = rest.substr(0, byteOfPoint(rest, 1));
    return object.isSafe() ? Value::safe(std::string(one)) : Value(one);
}

std::optional<Value> findItem(const Value& object, const Value& index)
{
    if (object.is(Kind::Object))
        return object.object().item(index);
    if (object.is(Kind::Dict)) {
        const bool hashable = !index.is(Kind::List) && !index.is(Kind::Dict);
        const Value* found = hashable ? object.dict().find(index) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    }
    if (!index.isIntegral())
        return {};
    if (object.is(Kind::Text))
        return textAt(object, index.integer());
    if (!object.isSequence())
        return {};
    const auto length = static_cast<std::int64_t>(object.items().size());
    const std::int64_t at = index.integer() < 0 ? index.integer() + length : index.integer();
    if (at < 0 || at >= length)
        return {};
    return object.items()[static_cast<std::size_t>(at)];
}

struct SliceRange {
    std::int64_t start = 0;
    std::int64_t step = 1;
    std::int64_t count = 0;
    std::int64_t stop = 0;
};

std::optional<std::int64_t> sliceIndex(const Value& value)
{
    if (value.is(Kind::None))
        return {};
    if (!value.isIntegral())
        throw Failure("slice indices must be integers or None or have an __index__ method");
    return value.integer();
}

// Python's slice.indices.
SliceRange resolveSlice(std::int64_t length, const Value& start, const Value& stop, const Value& step)
{
    SliceRange range;
    // Beyond the length a step makes no difference, and a clamped one cannot overflow.
    range.step = std::clamp(sliceIndex(step).value_or(1), -length - 1, length + 1);
    if (sliceIndex(step).value_or(1) == 0)
        throw Failure("slice step cannot be zero");
    const bool forward = range.step > 0;
    const std::int64_t lowest = forward ? 0 : -1;
    const std::int64_t highest = forward ? length : length - 1;
    const auto place = [&](const Value& value, std::int64_t fallback) {
        const auto index = sliceIndex(value);
        if (!index)
            return fallback;
        return std::clamp(*index < 0 ? std::max(*index, -length - 1) + length : *index, lowest, highest);
    };
    range.start = place(start, forward ? 0 : length - 1);
    const std::int64_t end = place(stop, forward ? length : -1);
    range.stop = end;
    const std::int64_t distance = forward ? end - range.start : range.start - end;
    const std::int64_t stride = forward ? range.step : -range.step;
    range.count = distance > 0 ? (distance - 1) / stride + 1 : 0;
    return range;
}

Value sliceText(const Value& object, const SliceRange& range)
{
    const std::string& text = object.text();
    std::string out;
    if (range.step == 1) {
        const std::size_t begin = byteOfPoint(text, static_cast<std::size_t>(range.start));
        const std::string_view rest = std::string_view(text).substr(begin);
        out = rest.substr(0, byteOfPoint(rest, static_cast<std::size_t>(range.count)));
    } else {
        const std::u32string points = decodeText(text);
        for (std::int64_t i = 0; i < range.count; ++i)
            appendPoint(out, points[static_cast<std::size_t>(range.start + i * range.step)]);
    }
    return object.isSafe() ? Value::safe(std::move(out)) : Value(std::move(out));
}

} // namespace

Value attributeOf(const Value& object, const std::string& name)
{
    if (object.is(Kind::Undefined))
        failUndefined(object);
    if (auto found = plainAttribute(object, name))
        return std::move(*found);
    if (auto found = findItem(object, Value(name)))
        return std::move(*found);
    return missingFrom(object, Value(name));
}

Value itemOf(const Value& object, const Value& index)
{
    if (object.is(Kind::Undefined))
        failUndefined(object);
    if (auto found = findItem(object, index))
        return std::move(*found);
    if (index.is(Kind::Text)) {
        if (auto found = plainAttribute(object, index.text()))
            return std::move(*found);
    }
    return missingFrom(object, index);
}

Value sliceOf(Runtime& runtime, const Value& object, const Value& start, const Value& stop, const Value& step)
{
    if (object.is(Kind::Undefined))
        failUndefined(object);
    const bool range = object.is(Kind::Object) && object.object().indexable();
    if (!object.is(Kind::Text) && !object.isSequence() && !range)
        throw Failure(object.is(Kind::Dict) ? "unhashable type: 'slice'"
                                            : "'" + typeName(object) + "' object is not subscriptable");
    const SliceRange wanted = resolveSlice(lengthOf(object).value_or(0), start, stop, step);
    if (object.is(Kind::Text)) {
        runtime.charge(object.text().size());
        return sliceText(object, wanted);
    }
    if (range) {
        const std::int64_t first = object.object().attribute("start")->integer();
        const std::int64_t stride = object.object().attribute("step")->integer();
        return rangeValue(first + wanted.start * stride, first + wanted.stop * stride, stride * wanted.step);
    }
    const std::vector<Value> all = collect(object);
    runtime.charge(static_cast<std::size_t>(wanted.count) * sizeof(Value));
    std::vector<Value> items;
    for (std::int64_t i = 0; i < wanted.count; ++i)
        items.push_back(all[static_cast<std::size_t>(wanted.start + i * wanted.step)]);
    return object.is(Kind::Tuple) ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

} // namespace temper::jinja
