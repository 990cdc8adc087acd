// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/metaspace.h"

#include "core/common/text/tokenizer/split_pre_tokenizer.h"
#include "core/common/text/tokenizer/text_pattern.h"
#include "core/common/text/unicode.h"

namespace temper {

namespace {

enum class Prepend { Never, First, Always };

struct Settings {
    std::string replacement;
    Prepend prepend = Prepend::Always;
    bool split = true;
};

Settings readSettings(const JsonField& field)
{
    Settings settings;
    settings.replacement = field.textOr("replacement", "\xE2\x96\x81");
    if (toCodePoints(settings.replacement).size() != 1)
        throw field.at("replacement").error("must be one character.");
    const std::string scheme
        = field.textOr("prepend_scheme", field.flagOr("add_prefix_space", true) ? "always" : "never");
    if (scheme == "never")
        settings.prepend = Prepend::Never;
    else if (scheme == "first")
        settings.prepend = Prepend::First;
    else if (scheme != "always")
        throw field.at("prepend_scheme")
            .error("\"" + scheme + "\" is not known here.", "Known are always, never, first.");
    settings.split = field.flagOr("split", true);
    return settings;
}

class MetaspacePreTokenizer : public PreTokenizer {
public:
    explicit MetaspacePreTokenizer(Settings settings)
        : m_settings(std::move(settings))
        , m_pattern(TextPattern::literal(m_settings.replacement))
    {
    }

    void apply(SplitText& split) const override
    {
        AlignedTextBuilder builder(split.text);
        std::vector<TextSpan> pieces;
        for (const TextSpan piece : split.pieces) {
            const auto begin = static_cast<std::uint32_t>(builder.size());
            rewrite(split.text, piece, builder);
            pieces.push_back({ begin, static_cast<std::uint32_t>(builder.size()) });
        }
        builder.finish();
        split.pieces = std::move(pieces);
        if (m_settings.split)
            cut(split);
    }

private:
    bool wantsPrefix(const AlignedText& text, TextSpan piece) const
    {
        if (m_settings.prepend == Prepend::Never)
            return false;
        if (m_settings.prepend == Prepend::First && !(piece.begin == 0 && text.beginsTheText()))
            return false;
        const std::string_view content = text.text().substr(piece.begin, piece.end - piece.begin);
        return !content.starts_with(' ') && !content.starts_with(m_settings.replacement);
    }

    void rewrite(const AlignedText& text, TextSpan piece, AlignedTextBuilder& builder) const
    {
        const auto source
            = [&](std::size_t at) { return text.tracks() ? text.sourceOfByte(at) : TextSpan(); };
        if (wantsPrefix(text, piece))
            builder.insert(m_settings.replacement, source(piece.begin));
        std::size_t kept = piece.begin;
        for (std::size_t at = piece.begin; at < piece.end; ++at) {
            if (text.text()[at] != ' ')
                continue;
            builder.keep(kept, at);
            builder.insert(m_settings.replacement, source(at));
            kept = at + 1;
        }
        builder.keep(kept, piece.end);
    }

    void cut(SplitText& split) const
    {
        std::vector<TextSpan> pieces;
        std::vector<TextSpan> matches;
        std::vector<MatchedSpan> spans;
        for (const TextSpan piece : split.pieces) {
            matches.clear();
            spans.clear();
            m_pattern.matches(split.text.text().substr(piece.begin, piece.end - piece.begin), matches);
            coverPiece(matches, piece, spans);
            appendPieces(spans, MatchBehavior::MergedWithNext, pieces);
        }
        split.pieces = std::move(pieces);
    }

    Settings m_settings;
    TextPattern m_pattern;
};

class MetaspaceDecoder : public Decoder {
public:
    explicit MetaspaceDecoder(Settings settings)
        : m_settings(std::move(settings))
    {
    }

    void apply(std::vector<std::string>& tokens) const override
    {
        const std::string& mark = m_settings.replacement;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            std::string plain;
            const std::string& token = tokens[i];
            for (std::size_t at = 0; at < token.size();) {
                if (token.compare(at, mark.size(), mark) != 0) {
                    plain.push_back(token[at++]);
                    continue;
                }
                if (i > 0 || m_settings.prepend == Prepend::Never)
                    plain.push_back(' ');
                at += mark.size();
            }
            tokens[i] = std::move(plain);
        }
    }

private:
    Settings m_settings;
};

} // namespace

std::unique_ptr<const PreTokenizer> makeMetaspacePreTokenizer(const JsonField& field, const ByteLetters&)
{
    return std::make_unique<MetaspacePreTokenizer>(readSettings(field));
}

std::unique_ptr<const Decoder> makeMetaspaceDecoder(const JsonField& field)
{
    return std::make_unique<MetaspaceDecoder>(readSettings(field));
}

} // namespace temper
