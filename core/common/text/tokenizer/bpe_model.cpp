// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/bpe_model.h"

#include "core/common/text/tokenizer/bpe_merger.h"
#include "core/common/text/tokenizer/byte_letters.h"
#include "core/common/text/tokenizer/word_cache.h"
#include "core/common/text/unicode.h"

#include <limits>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace temper {

namespace {

std::string fallbackToken(int byte)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    return std::string("<0x") + kDigits[byte >> 4] + kDigits[byte & 15] + ">";
}

} // namespace

class BpeModel::Scratch : public ModelScratch {
public:
    BpeMerger merger;
    WordCache cache;
    std::vector<std::int32_t> ids;
    bool exact = true; // every token covers as many bytes as it spells
};

BpeModel::BpeModel(Vocabulary vocabulary, BpeMerges merges, BpeSettings settings)
    : m_vocabulary(std::move(vocabulary))
    , m_merges(std::move(merges))
    , m_settings(std::move(settings))
    , m_readsBytes(m_settings.letters == ByteLetters::InModel)
{
    m_fallbackIds.fill(-1);
    for (int byte = 0; byte < 256 && m_settings.byteFallback; ++byte)
        m_fallbackIds[static_cast<std::size_t>(byte)] = m_vocabulary.idOf(fallbackToken(byte)).value_or(-1);
    constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
    m_tokenBytes.resize(m_vocabulary.size());
    for (std::size_t id = 0; id < m_tokenBytes.size(); ++id)
        m_tokenBytes[id] = static_cast<std::uint16_t>(
            std::min(kMost, m_vocabulary.tokenOf(static_cast<std::int32_t>(id)).size()));
    if (m_readsBytes)
        prepareBytes();
}

void BpeModel::prepareBytes()
{
    std::array<std::int32_t, 256> ids {};
    for (int byte = 0; byte < 256; ++byte)
        ids[static_cast<std::size_t>(byte)]
            = m_vocabulary.idOf(toUtf8(letterOfByte(static_cast<unsigned char>(byte)))).value_or(-1);
    m_byteIds = ids;
    m_bytePairs.assign(std::size_t(256) * 256, kNoMerge);
    for (std::size_t left = 0; left < 256; ++left)
        for (std::size_t right = 0; right < 256; ++right)
            if (ids[left] >= 0 && ids[right] >= 0)
                m_bytePairs[left * 256 + right] = m_merges.find(ids[left], ids[right]);
    if (m_settings.ignoreMerges)
        m_byBytes.reserve(m_vocabulary.count(), m_vocabulary.count() * 8);
    for (std::size_t index = 0; index < m_vocabulary.size(); ++index) {
        const auto id = static_cast<std::int32_t>(index);
        const std::string_view token = m_vocabulary.tokenOf(id);
        std::size_t letters = 0;
        for (const char c : token)
            letters += !isContinuationByte(c);
        m_tokenBytes[index] = static_cast<std::uint16_t>(std::min<std::size_t>(letters, m_tokenBytes[index]));
        if (!m_settings.ignoreMerges)
            continue;
        const auto bytes = lettersToBytes(token);
        if (!bytes || bytes->empty())
            continue;
        m_byBytes.add(*bytes, id);
        std::size_t& longest = m_longest[static_cast<unsigned char>(bytes->front())];
        longest = std::max(longest, bytes->size());
    }
}

std::unique_ptr<ModelScratch> BpeModel::makeScratch() const
{
    return std::make_unique<Scratch>();
}

void BpeModel::tokenize(std::string_view text,
    std::span<const TextSpan> pieces,
    ModelScratch& scratch,
    TokenOutput output) const
{
    auto& own = static_cast<Scratch&>(scratch);
    for (const TextSpan piece : pieces)
        tokenizeWord(text.substr(piece.begin, piece.end - piece.begin), piece.begin, own, output);
}

bool BpeModel::wholeWord(std::string_view word, std::uint32_t begin, TokenOutput& output) const
{
    if (m_readsBytes && word.size() > m_longest[static_cast<unsigned char>(word.front())])
        return false;
    const auto id = m_readsBytes ? m_byBytes.idOf(word) : m_vocabulary.idOf(word);
    if (!id)
        return false;
    output.ids.push_back(*id);
    if (output.spans != nullptr)
        output.spans->push_back({ begin, begin + static_cast<std::uint32_t>(word.size()) });
    return true;
}

void BpeModel::tokenizeWord(std::string_view word,
    std::uint32_t begin,
    Scratch& scratch,
    TokenOutput& output) const
{
    const bool cacheable = WordCache::fits(word);
    const std::uint64_t hash = cacheable ? XXH3_64bits(word.data(), word.size()) : 0;
    if (cacheable) {
        const std::span<const std::int32_t> known = scratch.cache.find(word, hash);
        if (!known.empty()) {
            output.ids.insert(output.ids.end(), known.begin(), known.end());
            for (std::size_t i = 0; output.spans != nullptr && i < known.size(); ++i) {
                const std::uint32_t end = begin + m_tokenBytes[static_cast<std::size_t>(known[i])];
                output.spans->push_back({ begin, end });
                begin = end;
            }
            return;
        }
    }
    if (m_settings.ignoreMerges && wholeWord(word, begin, output)) {
        if (cacheable)
            scratch.cache.store(word, hash, std::span(&output.ids.back(), 1));
        return;
    }
    BpeMerger& merger = scratch.merger;
    if (m_readsBytes && readBytes(word, scratch)) {
        if (merger.pairs.empty())
            merger.merge(m_merges);
        else
            merger.mergeShort(m_merges);
    } else {
        readUnits(word, scratch);
        merger.merge(m_merges);
    }
    scratch.ids.clear();
    for (const Symbol& symbol : merger.symbols) {
        scratch.ids.push_back(symbol.id);
        if (output.spans != nullptr)
            output.spans->push_back({ begin, begin + symbol.bytes });
        begin += symbol.bytes;
    }
    output.ids.insert(output.ids.end(), scratch.ids.begin(), scratch.ids.end());
    if (cacheable && scratch.exact)
        scratch.cache.store(word, hash, scratch.ids);
}

// False when a byte has no token of its own.
bool BpeModel::readBytes(std::string_view word, Scratch& scratch) const
{
    std::vector<Symbol>& symbols = scratch.merger.symbols;
    std::vector<Merge>& pairs = scratch.merger.pairs;
    symbols.resize(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        const std::int32_t id = m_byteIds[static_cast<unsigned char>(word[i])];
        if (id < 0)
            return false;
        symbols[i] = { id, 1 };
    }
    pairs.resize(word.size() <= BpeMerger::kShort ? word.size() - 1 : 0);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i] = m_bytePairs[static_cast<unsigned char>(word[i]) * std::size_t(256)
            + static_cast<unsigned char>(word[i + 1])];
    scratch.exact = true;
    return true;
}

std::optional<std::int32_t> BpeModel::idOfUnit(std::string_view word, std::size_t at, std::size_t bytes) const
{
    if (m_readsBytes) {
        const std::int32_t id = m_byteIds[static_cast<unsigned char>(word[at])];
        return id < 0 ? std::nullopt : std::optional(id);
    }
    if (m_settings.continuingPrefix.empty() && m_settings.endSuffix.empty())
        return m_vocabulary.idOf(word.substr(at, bytes));
    std::string unit(word.substr(at, bytes));
    if (at > 0)
        unit.insert(0, m_settings.continuingPrefix);
    if (at + bytes == word.size())
        unit += m_settings.endSuffix;
    return m_vocabulary.idOf(unit);
}

bool BpeModel::readFallback(std::string_view unit, Scratch& scratch) const
{
    if (!m_settings.byteFallback)
        return false;
    for (const char byte : unit)
        if (m_fallbackIds[static_cast<unsigned char>(byte)] < 0)
            return false;
    for (const char byte : unit)
        scratch.merger.symbols.push_back({ m_fallbackIds[static_cast<unsigned char>(byte)], 1 });
    return true;
}

// As the reference: an unknown unit waits until a known one comes, so that neighbours can be fused.
void BpeModel::readUnits(std::string_view word, Scratch& scratch) const
{
    std::vector<Symbol>& symbols = scratch.merger.symbols;
    symbols.clear();
    scratch.exact = m_settings.continuingPrefix.empty() && m_settings.endSuffix.empty();
    std::uint32_t waiting = 0; // bytes of unknown units
    const auto flush = [&] {
        if (waiting > 0)
            symbols.push_back({ *m_settings.unknown, waiting });
        waiting = 0;
    };
    for (std::size_t at = 0; at < word.size();) {
        const std::uint32_t bytes = m_readsBytes ? 1 : codePointAt(word, at).bytes;
        const auto id = idOfUnit(word, at, bytes);
        const std::string_view unit = word.substr(at, bytes);
        at += bytes;
        if (id) {
            flush();
            symbols.push_back({ *id, bytes });
            continue;
        }
        scratch.exact = false;
        if (readFallback(unit, scratch) || !m_settings.unknown)
            continue;
        if (!m_settings.fuseUnknown)
            flush();
        waiting += bytes;
    }
    flush();
}

} // namespace temper
