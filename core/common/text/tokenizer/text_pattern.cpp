// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/text_pattern.h"

#include "core/common/text/unicode.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace temper {

namespace {

using MatchData = std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)>;

std::uint32_t narrow(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

// PCRE2's JIT has a small stack of its own; a text that needs more goes through the interpreter.
int matchAt(const pcre2_code* code, std::string_view text, std::size_t at, pcre2_match_data* data)
{
    const auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    const int result = pcre2_match(code, subject, text.size(), at, PCRE2_NO_UTF_CHECK, data, nullptr);
    if (result != PCRE2_ERROR_JIT_STACKLIMIT)
        return result;
    return pcre2_match(code, subject, text.size(), at, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, data, nullptr);
}

void literalMatches(const std::string& needle, std::string_view text, std::vector<TextSpan>& found)
{
    if (needle.empty())
        return;
    for (std::size_t at = text.find(needle); at != std::string_view::npos; at = text.find(needle, at)) {
        found.push_back({ narrow(at), narrow(at + needle.size()) });
        at += needle.size();
    }
}

} // namespace

TextPattern TextPattern::literal(std::string text)
{
    TextPattern pattern;
    pattern.m_source = std::move(text);
    return pattern;
}

TextPattern TextPattern::regularExpression(const std::string& source, const JsonField& field)
{
    const std::string translated = translateOniguruma(source);
    int code = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* compiled = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()), translated.size(),
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_MULTILINE, &code, &offset, nullptr);
    if (compiled == nullptr) {
        PCRE2_UCHAR message[160] = {};
        pcre2_get_error_message(code, message, sizeof message);
        throw field.error(
            "the regular expression does not compile: " + std::string(reinterpret_cast<char*>(message))
            + " near character " + std::to_string(offset) + ".");
    }
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    TextPattern pattern;
    pattern.m_source = source;
    pattern.m_code = std::shared_ptr<const void>(compiled,
        [](const void* pointer) { pcre2_code_free(static_cast<pcre2_code*>(const_cast<void*>(pointer))); });
    return pattern;
}

TextPattern TextPattern::fromJson(const JsonField& field)
{
    if (field.value().is_string())
        return literal(field.value().get<std::string>());
    if (field.has("String"))
        return literal(field.text("String"));
    if (field.has("Regex"))
        return regularExpression(field.text("Regex"), field.at("Regex"));
    throw field.error("must hold \"String\" or \"Regex\".");
}

void TextPattern::matches(std::string_view text, std::vector<TextSpan>& found) const
{
    if (m_code == nullptr) {
        literalMatches(m_source, text, found);
        return;
    }
    const auto* code = static_cast<const pcre2_code*>(m_code.get());
    const MatchData data(pcre2_match_data_create(1, nullptr), &pcre2_match_data_free);
    for (std::size_t at = 0; at <= text.size();) {
        const int result = matchAt(code, text, at, data.get());
        if (result == PCRE2_ERROR_NOMATCH)
            return;
        if (result < 0)
            throw Error(ErrorKind::Input,
                "the regular expression of the tokenizer needs too much work for this text.", m_source,
                "Split the text into shorter ones.");
        const PCRE2_SIZE* bounds = pcre2_get_ovector_pointer(data.get());
        found.push_back({ narrow(bounds[0]), narrow(bounds[1]) });
        at = bounds[1];
        if (bounds[0] == bounds[1])
            at += at < text.size() ? codePointAt(text, at).bytes : 1;
    }
}

} // namespace temper
