// SPDX-License-Identifier: Apache-2.0
// Words seen lately and their tokens: one cache line each, a fixed number of them, no allocation after the
// first.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace temper {

class WordCache {
public:
    static constexpr std::size_t kWordBytes = 30;
    static constexpr std::size_t kTokens = 8;

    static bool fits(std::string_view word) { return word.size() <= kWordBytes; }

    // The tokens of a word that fits; empty when it is not there.
    std::span<const std::int32_t> find(std::string_view word, std::uint64_t hash) const
    {
        const Entry& entry = m_entries[hash % kEntries];
        if (entry.bytes != word.size() || std::memcmp(entry.word, word.data(), word.size()) != 0)
            return {};
        return { entry.tokens, entry.count };
    }

    void store(std::string_view word, std::uint64_t hash, std::span<const std::int32_t> tokens)
    {
        if (tokens.empty() || tokens.size() > kTokens)
            return;
        Entry& entry = m_entries[hash % kEntries];
        entry.bytes = static_cast<std::uint8_t>(word.size());
        entry.count = static_cast<std::uint8_t>(tokens.size());
        std::memcpy(entry.word, word.data(), word.size());
        std::memcpy(entry.tokens, tokens.data(), tokens.size_bytes());
    }

private:
    static constexpr std::size_t kEntries = 1 << 14;
    struct alignas(64) Entry {
        std::uint8_t bytes = 0;
        std::uint8_t count = 0;
        char word[kWordBytes];
        std::int32_t tokens[kTokens];
    };
    std::vector<Entry> m_entries = std::vector<Entry>(kEntries);
};

} // namespace temper
