// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_range.h"

#include "core/common/text/jinja_builtin.h"
#include "core/common/text/jinja_print.h"

namespace temper::jinja {

namespace {

constexpr std::int64_t kMaximumRange = 100'000;

class Range : public Object {
public:
    Range(std::int64_t start, std::int64_t stop, std::int64_t step, std::int64_t count)
        : m_start(start)
        , m_stop(stop)
        , m_step(step)
        , m_count(count)
    {
    }
    std::string type() const override { return "range"; }
    std::string repr() const override
    {
        const std::string tail = m_step == 1 ? ")" : ", " + std::to_string(m_step) + ")";
        return "range(" + std::to_string(m_start) + ", " + std::to_string(m_stop) + tail;
    }
    std::optional<Value> attribute(const std::string& name) override
    {
        if (name == "start" || name == "stop" || name == "step")
            return name == "start" ? m_start : name == "stop" ? m_stop : m_step;
        if (name != "count" && name != "index")
            return {};
        const Value all = items();
        return boundMethod(all, *findMethod(all, name));
    }
    std::optional<Value> item(const Value& index) override
    {
        if (!index.isIntegral())
            return {};
        const std::int64_t at = index.integer() < 0 ? index.integer() + m_count : index.integer();
        return at >= 0 && at < m_count ? std::optional(Value(m_start + at * m_step)) : std::nullopt;
    }
    std::optional<std::int64_t> length() const override { return m_count; }
    std::shared_ptr<Iterator> iterate() override { return jinja::iterate(items()); }
    bool indexable() const override { return true; }

private:
    Value items() const
    {
        std::vector<Value> out;
        for (std::int64_t i = 0; i < m_count; ++i)
            out.emplace_back(m_start + i * m_step);
        return Value::list(std::move(out));
    }
    std::int64_t m_start, m_stop, m_step, m_count;
};

class DictView : public Object {
public:
    DictView(Value dict, DictPart part)
        : m_dict(std::move(dict))
        , m_part(part)
    {
        depth = m_dict.depth() + 1;
    }
    std::string type() const override
    {
        return m_part == DictPart::Keys  ? "dict_keys"
            : m_part == DictPart::Values ? "dict_values"
                                         : "dict_items";
    }
    std::string repr() const override { return type() + "(" + represented(items()) + ")"; }
    std::optional<std::int64_t> length() const override
    {
        return static_cast<std::int64_t>(m_dict.dict().size());
    }
    std::shared_ptr<Iterator> iterate() override { return jinja::iterate(items()); }

private:
    Value items() const
    {
        std::vector<Value> out;
        for (const auto& [key, value] : m_dict.dict().entries()) {
            if (m_part == DictPart::Items)
                out.push_back(Value::tuple({ key, value }));
            else
                out.push_back(m_part == DictPart::Keys ? key : value);
        }
        return Value::list(std::move(out));
    }
    Value m_dict;
    DictPart m_part;
};

} // namespace

Value rangeValue(std::int64_t start, std::int64_t stop, std::int64_t step)
{
    if (step == 0)
        throw Failure("range() arg 3 must not be zero");
    const double distance
        = (static_cast<double>(stop) - static_cast<double>(start)) / static_cast<double>(step);
    if (distance > static_cast<double>(kMaximumRange))
        throw Failure("Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).");
    std::int64_t count = 0;
    if (distance > 0)
        count = step > 0 ? (stop - start - 1) / step + 1 : (start - stop - 1) / -step + 1;
    return Value(std::static_pointer_cast<Object>(std::make_shared<Range>(start, stop, step, count)));
}

Value dictView(const Value& dict, DictPart part)
{
    return Value(std::static_pointer_cast<Object>(std::make_shared<DictView>(dict, part)));
}

} // namespace temper::jinja
