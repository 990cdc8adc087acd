// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/normal_form.h"

#include "core/common/text/unicode.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace temper {

namespace {

bool composes(NormalForm form)
{
    return form == NormalForm::Nfc || form == NormalForm::Nfkc;
}

const icu::Normalizer2& icuNormalizer(NormalForm form)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = nullptr;
    switch (form) {
    case NormalForm::Nfc:
        found = icu::Normalizer2::getNFCInstance(status);
        break;
    case NormalForm::Nfd:
        found = icu::Normalizer2::getNFDInstance(status);
        break;
    case NormalForm::Nfkc:
        found = icu::Normalizer2::getNFKCInstance(status);
        break;
    case NormalForm::Nfkd:
        found = icu::Normalizer2::getNFKDInstance(status);
        break;
    }
    if (U_FAILURE(status) || found == nullptr)
        throw Error(ErrorKind::Environment, "ICU has no data for Unicode normal forms.", "ICU",
            "Install the data of the ICU library.");
    return *found;
}

bool isAscii(std::string_view text)
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

struct Decomposed {
    char32_t value;
    int change;
    std::uint8_t combiningClass;
};

// Full decomposition in canonical order; the first character of each replaces the old one, the rest is
// inserted.
std::vector<Decomposed> decompose(const icu::Normalizer2& normalizer, std::string_view text)
{
    std::vector<Decomposed> characters;
    characters.reserve(text.size());
    std::size_t pending = 0;
    const auto sortPending = [&] {
        std::stable_sort(characters.begin() + static_cast<std::ptrdiff_t>(pending), characters.end(),
            [](const Decomposed& a, const Decomposed& b) { return a.combiningClass < b.combiningClass; });
    };
    const auto push = [&](char32_t value, int change) {
        const std::uint8_t combiningClass = normalizer.getCombiningClass(static_cast<UChar32>(value));
        if (combiningClass == 0) {
            sortPending();
            pending = characters.size();
        }
        characters.push_back({ value, change, combiningClass });
    };
    icu::UnicodeString decomposition;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        at += point.bytes;
        if (!normalizer.getDecomposition(static_cast<UChar32>(point.value), decomposition)) {
            push(point.value, 0);
            continue;
        }
        for (std::int32_t i = 0; i < decomposition.length(); i = decomposition.moveIndex32(i, 1))
            push(static_cast<char32_t>(decomposition.char32At(i)), i == 0 ? 0 : 1);
    }
    sortPending();
    return characters;
}

// Canonical composition; a composed character swallows what it was composed with.
class Composer {
public:
    explicit Composer(const icu::Normalizer2& normalizer)
        : m_normalizer(normalizer)
    {
    }

    void add(const Decomposed& next)
    {
        if (!m_hasStarter) {
            if (next.combiningClass == 0)
                begin(next);
            else
                m_changes.push_back({ next.value, next.change });
            return;
        }
        const bool blocked = m_lastClass >= 0 && m_lastClass >= next.combiningClass;
        const UChar32 composed = blocked ? -1
                                         : m_normalizer.composePair(static_cast<UChar32>(m_starter.value),
                                             static_cast<UChar32>(next.value));
        if (composed >= 0) {
            m_starter = { static_cast<char32_t>(composed), m_starter.change + next.change - 1 };
        } else if (next.combiningClass == 0) {
            flush();
            begin(next);
        } else {
            m_marks.push_back({ next.value, next.change });
            m_lastClass = next.combiningClass;
        }
    }

    std::vector<CharacterChange> finish()
    {
        flush();
        return std::move(m_changes);
    }

private:
    void begin(const Decomposed& starter)
    {
        m_starter = { starter.value, starter.change };
        m_hasStarter = true;
        m_lastClass = -1;
    }

    void flush()
    {
        if (m_hasStarter)
            m_changes.push_back(m_starter);
        m_changes.insert(m_changes.end(), m_marks.begin(), m_marks.end());
        m_marks.clear();
        m_hasStarter = false;
    }

    const icu::Normalizer2& m_normalizer;
    std::vector<CharacterChange> m_changes;
    std::vector<CharacterChange> m_marks;
    CharacterChange m_starter;
    bool m_hasStarter = false;
    int m_lastClass = -1;
};

template <NormalForm Form> class NormalFormNormalizer : public Normalizer {
public:
    void apply(AlignedText& text) const override { applyNormalForm(Form, text); }
};

} // namespace

void applyNormalForm(NormalForm form, AlignedText& text)
{
    if (isAscii(text.text()))
        return;
    const icu::Normalizer2& normalizer = icuNormalizer(form);
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.text().data(), static_cast<std::int32_t>(text.text().size()));
    if (normalizer.isNormalizedUTF8(piece, status) && U_SUCCESS(status))
        return;
    const std::vector<Decomposed> characters = decompose(normalizer, text.text());
    if (composes(form)) {
        Composer composer(normalizer);
        for (const Decomposed& character : characters)
            composer.add(character);
        text.transform(composer.finish());
        return;
    }
    std::vector<CharacterChange> changes;
    changes.reserve(characters.size());
    for (const Decomposed& character : characters)
        changes.push_back({ character.value, character.change });
    text.transform(changes);
}

std::unique_ptr<const Normalizer> makeNfcNormalizer(const JsonField&)
{
    return std::make_unique<NormalFormNormalizer<NormalForm::Nfc>>();
}

std::unique_ptr<const Normalizer> makeNfdNormalizer(const JsonField&)
{
    return std::make_unique<NormalFormNormalizer<NormalForm::Nfd>>();
}

std::unique_ptr<const Normalizer> makeNfkcNormalizer(const JsonField&)
{
    return std::make_unique<NormalFormNormalizer<NormalForm::Nfkc>>();
}

std::unique_ptr<const Normalizer> makeNfkdNormalizer(const JsonField&)
{
    return std::make_unique<NormalFormNormalizer<NormalForm::Nfkd>>();
}

} // namespace temper
