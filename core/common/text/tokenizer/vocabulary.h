// SPDX-License-Identifier: Apache-2.0
// Tokens and their ids, both ways, in one block of text and one flat hash table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

class Vocabulary {
public:
    static constexpr std::int64_t kMaximumId
        = (1 << 24) - 1; // beyond any model; keeps a lying file from taking memory

    void reserve(std::size_t tokens, std::size_t bytes);
    // A token given again moves to the new id. `id` is in [0, kMaximumId].
    void add(std::string_view token, std::int32_t id);

    std::optional<std::int32_t> idOf(std::string_view token) const;
    std::string_view tokenOf(std::int32_t id) const; // empty when there is no such id
    bool holds(std::int32_t id) const;
    std::size_t size() const { return m_tokens.size(); } // highest id + 1
    std::size_t count() const { return m_count; } // different tokens

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t begin = 0;
        std::uint32_t bytes = 0;
        std::int32_t id = -1; // -1: free
    };
    struct Place {
        std::uint32_t begin = 0;
        std::uint32_t bytes = 0;
        bool known = false;
    };

    std::string_view textOf(std::uint32_t begin, std::uint32_t bytes) const
    {
        return std::string_view(m_text).substr(begin, bytes);
    }
    const Slot* find(std::string_view token, std::uint64_t hash) const;
    void rehash(std::size_t slots);

    std::string m_text;
    std::vector<Place> m_tokens; // by id
    std::vector<Slot> m_slots; // a power of two, at most half full
    std::size_t m_count = 0;
};

} // namespace temper
