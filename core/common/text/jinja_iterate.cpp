// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_text.h"
#include "core/common/text/jinja_value.h"

#include <algorithm>

namespace temper::jinja {

namespace {

constexpr std::size_t kIndexFrom = 9; // entries; fewer are searched one by one

class SequenceIterator : public Iterator {
public:
    explicit SequenceIterator(Value sequence)
        : m_sequence(std::move(sequence))
    {
    }
    std::optional<Value> next() override
    {
        const auto& items = m_sequence.items();
        return m_at < items.size() ? std::optional(items[m_at++]) : std::nullopt;
    }

private:
    Value m_sequence;
    std::size_t m_at = 0;
};

class KeyIterator : public Iterator {
public:
    explicit KeyIterator(Value dict)
        : m_dict(std::move(dict))
    {
    }
    std::optional<Value> next() override
    {
        const auto& entries = m_dict.dict().entries();
        return m_at < entries.size() ? std::optional(entries[m_at++].first) : std::nullopt;
    }

private:
    Value m_dict;
    std::size_t m_at = 0;
};

class TextIterator : public Iterator {
public:
    explicit TextIterator(Value text)
        : m_text(std::move(text))
    {
    }
    std::optional<Value> next() override
    {
        const std::string& text = m_text.text();
        if (m_at >= text.size())
            return {};
        std::size_t end = m_at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            ++end;
        std::string point = text.substr(m_at, end - m_at);
        m_at = end;
        return Value(std::move(point));
    }

private:
    Value m_text;
    std::size_t m_at = 0;
};

class NothingIterator : public Iterator {
public:
    std::optional<Value> next() override { return {}; }
};

} // namespace

void Dict::set(const Value& key, Value value)
{
    const std::size_t hash = hashOf(key);
    m_depth = std::max(m_depth, depthAround(std::max(key.depth(), value.depth())));
    if (const Value* known = find(key)) {
        *const_cast<Value*>(known) = std::move(value);
        return;
    }
    m_entries.emplace_back(key, std::move(value));
    if (m_entries.size() > kIndexFrom) {
        m_index.emplace(hash, m_entries.size() - 1);
    } else if (m_entries.size() == kIndexFrom) {
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_index.emplace(hashOf(m_entries[i].first), i);
    }
}

const Value* Dict::find(const Value& key) const
{
    const std::size_t hash = hashOf(key);
    if (m_index.empty()) {
        for (const auto& entry : m_entries) {
            if (equal(entry.first, key))
                return &entry.second;
        }
        return nullptr;
    }
    const auto [first, last] = m_index.equal_range(hash);
    for (auto at = first; at != last; ++at) {
        if (equal(m_entries[at->second].first, key))
            return &m_entries[at->second].second;
    }
    return nullptr;
}

std::shared_ptr<Iterator> iterate(const Value& value)
{
    switch (value.kind()) {
    case Kind::List:
    case Kind::Tuple:
        return std::make_shared<SequenceIterator>(value);
    case Kind::Dict:
        return std::make_shared<KeyIterator>(value);
    case Kind::Text:
        return std::make_shared<TextIterator>(value);
    case Kind::Undefined:
        return std::make_shared<NothingIterator>();
    case Kind::Object:
        if (auto iterator = value.object().iterate())
            return iterator;
        break;
    case Kind::None:
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Float:
        break;
    }
    throw Failure("'" + typeName(value) + "' object is not iterable");
}

bool isIterable(const Value& value)
{
    if (value.is(Kind::Object))
        return value.object().iterate() != nullptr;
    return !value.is(Kind::None) && !value.isNumber();
}

std::vector<Value> collect(const Value& value)
{
    if (value.isSequence())
        return value.items();
    std::vector<Value> items;
    const auto iterator = iterate(value);
    while (auto item = iterator->next())
        items.push_back(std::move(*item));
    return items;
}

std::optional<std::int64_t> lengthOf(const Value& value)
{
    switch (value.kind()) {
    case Kind::Undefined:
        return 0;
    case Kind::Text:
        return static_cast<std::int64_t>(countPoints(value.text()));
    case Kind::List:
    case Kind::Tuple:
        return static_cast<std::int64_t>(value.items().size());
    case Kind::Dict:
        return static_cast<std::int64_t>(value.dict().size());
    case Kind::Object:
        return value.object().length();
    case Kind::None:
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Float:
        return {};
    }
    return {};
}

bool truthy(const Value& value)
{
    switch (value.kind()) {
    case Kind::Undefined:
    case Kind::None:
        return false;
    case Kind::Boolean:
        return value.boolean();
    case Kind::Integer:
        return value.integer() != 0;
    case Kind::Float:
        return value.number() != 0.0;
    case Kind::Text:
        return !value.text().empty();
    case Kind::List:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::Object:
        return lengthOf(value).value_or(1) != 0;
    }
    return false;
}

} // namespace temper::jinja
