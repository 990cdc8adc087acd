// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/vocabulary.h"

#include <algorithm>
#include <bit>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace temper {

namespace {

std::uint64_t hashOf(std::string_view token)
{
    return XXH3_64bits(token.data(), token.size());
}

std::uint32_t tagOf(std::uint64_t hash)
{
    return static_cast<std::uint32_t>(hash >> 32);
}

} // namespace

void Vocabulary::reserve(std::size_t tokens, std::size_t bytes)
{
    m_text.reserve(bytes);
    m_tokens.reserve(tokens);
    if (tokens * 2 > m_slots.size())
        rehash(std::bit_ceil(tokens * 2 + 16));
}

const Vocabulary::Slot* Vocabulary::find(std::string_view token, std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    const std::uint32_t tag = tagOf(hash);
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = m_slots[at];
        if (slot.id < 0 || (slot.tag == tag && textOf(slot.begin, slot.bytes) == token))
            return &slot;
    }
}

void Vocabulary::rehash(std::size_t slots)
{
    std::vector<Slot> old(slots);
    old.swap(m_slots);
    for (const Slot& slot : old)
        if (slot.id >= 0) {
            const std::string_view token = textOf(slot.begin, slot.bytes);
            m_slots[static_cast<std::size_t>(find(token, hashOf(token)) - m_slots.data())] = slot;
        }
}

void Vocabulary::add(std::string_view token, std::int32_t id)
{
    if ((m_count + 1) * 2 > m_slots.size())
        rehash(std::max<std::size_t>(64, m_slots.size() * 2));
    const std::uint64_t hash = hashOf(token);
    Slot& slot = m_slots[static_cast<std::size_t>(find(token, hash) - m_slots.data())];
    if (slot.id < 0) {
        slot = { tagOf(hash), static_cast<std::uint32_t>(m_text.size()),
            static_cast<std::uint32_t>(token.size()), id };
        m_text.append(token);
        ++m_count;
    }
    slot.id = id;
    const auto index = static_cast<std::size_t>(id);
    if (index >= m_tokens.size())
        m_tokens.resize(index + 1);
    m_tokens[index] = { slot.begin, slot.bytes, true };
}

std::optional<std::int32_t> Vocabulary::idOf(std::string_view token) const
{
    if (m_slots.empty())
        return std::nullopt;
    const Slot* slot = find(token, hashOf(token));
    return slot->id < 0 ? std::nullopt : std::optional(slot->id);
}

bool Vocabulary::holds(std::int32_t id) const
{
    return id >= 0 && static_cast<std::size_t>(id) < m_tokens.size()
        && m_tokens[static_cast<std::size_t>(id)].known;
}

std::string_view Vocabulary::tokenOf(std::int32_t id) const
{
    if (!holds(id))
        return {};
    const Place& place = m_tokens[static_cast<std::size_t>(id)];
    return textOf(place.begin, place.bytes);
}

} // namespace temper
