// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/text_decoder.h"

#include "core/common/text/tokenizer/text_pattern.h"
#include "core/common/text/unicode.h"

#include <utility>

namespace temper {

namespace {

std::string replaceAll(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

class ReplaceDecoder : public Decoder {
public:
    ReplaceDecoder(TextPattern pattern, std::string content)
        : m_pattern(std::move(pattern))
        , m_content(std::move(content))
    {
    }

    void apply(std::vector<std::string>& tokens) const override
    {
        std::vector<TextSpan> matches;
        for (std::string& token : tokens) {
            matches.clear();
            m_pattern.matches(token, matches);
            for (auto match = matches.rbegin(); match != matches.rend(); ++match)
                token.replace(match->begin, match->end - match->begin, m_content);
        }
    }

private:
    TextPattern m_pattern;
    std::string m_content;
};

class FuseDecoder : public Decoder {
public:
    void apply(std::vector<std::string>& tokens) const override
    {
        std::string text;
        for (const std::string& token : tokens)
            text += token;
        tokens.assign(1, text);
    }
};

class StripDecoder : public Decoder {
public:
    StripDecoder(std::string content, std::int64_t start, std::int64_t stop)
        : m_content(std::move(content))
        , m_start(start)
        , m_stop(stop)
    {
    }

    void apply(std::vector<std::string>& tokens) const override
    {
        for (std::string& token : tokens) {
            for (std::int64_t i = 0; i < m_start && token.starts_with(m_content); ++i)
                token.erase(0, m_content.size());
            for (std::int64_t i = 0; i < m_stop && token.ends_with(m_content); ++i)
                token.erase(token.size() - m_content.size());
        }
    }

private:
    std::string m_content;
    std::int64_t m_start;
    std::int64_t m_stop;
};

// The spaces that English does not have, in the order in which the reference takes them out.
std::string withoutStraySpaces(std::string text)
{
    static constexpr std::pair<std::string_view, std::string_view> kSpaced[] = { { " .", "." }, { " ?", "?" },
        { " !", "!" }, { " ,", "," }, { " ' ", "'" }, { " n't", "n't" }, { " 'm", "'m" },
        { " do not", " don't" }, { " 's", "'s" }, { " 've", "'ve" }, { " 're", "'re" } };
    for (const auto& [spaced, plain] : kSpaced)
        text = replaceAll(std::move(text), spaced, plain);
    return text;
}

class WordPieceDecoder : public Decoder {
public:
    WordPieceDecoder(std::string prefix, bool cleanup)
        : m_prefix(std::move(prefix))
        , m_cleanup(cleanup)
    {
    }

    void apply(std::vector<std::string>& tokens) const override
    {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i > 0 && tokens[i].starts_with(m_prefix))
                tokens[i].erase(0, m_prefix.size());
            else if (i > 0)
                tokens[i].insert(0, " ");
            if (m_cleanup)
                tokens[i] = withoutStraySpaces(std::move(tokens[i]));
        }
    }

private:
    std::string m_prefix;
    bool m_cleanup;
};

class SuffixDecoder : public Decoder {
public:
    explicit SuffixDecoder(std::string suffix)
        : m_suffix(std::move(suffix))
    {
    }

    void apply(std::vector<std::string>& tokens) const override
    {
        if (m_suffix.empty())
            return;
        for (std::size_t i = 0; i < tokens.size(); ++i)
            tokens[i] = replaceAll(std::move(tokens[i]), m_suffix, i + 1 == tokens.size() ? "" : " ");
    }

private:
    std::string m_suffix;
};

} // namespace

std::unique_ptr<const Decoder> makeReplaceDecoder(const JsonField& field)
{
    return std::make_unique<ReplaceDecoder>(
        TextPattern::fromJson(field.at("pattern")), field.text("content"));
}

std::unique_ptr<const Decoder> makeFuseDecoder(const JsonField&)
{
    return std::make_unique<FuseDecoder>();
}

std::unique_ptr<const Decoder> makeStripDecoder(const JsonField& field)
{
    const std::string content = field.text("content");
    if (toCodePoints(content).size() != 1)
        throw field.at("content").error("must be one character.");
    return std::make_unique<StripDecoder>(content, field.integer("start"), field.integer("stop"));
}

std::unique_ptr<const Decoder> makeWordPieceDecoder(const JsonField& field)
{
    return std::make_unique<WordPieceDecoder>(field.textOr("prefix", "##"), field.flagOr("cleanup", true));
}

std::unique_ptr<const Decoder> makeSuffixDecoder(const JsonField& field)
{
    return std::make_unique<SuffixDecoder>(field.textOr("suffix", "</w>"));
}

} // namespace temper
