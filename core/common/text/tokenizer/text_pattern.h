// SPDX-License-Identifier: Apache-2.0
// What tokenizer.json calls a pattern: a literal string or a regular expression in Oniguruma's syntax.
#pragma once

#include "core/common/text/tokenizer.h"
#include "core/common/text/tokenizer/json_field.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

// Immutable: matches() may be called from several threads at once.
class TextPattern {
public:
    static TextPattern literal(std::string text);
    // Throws Error(Input) through `field` for an expression that does not compile.
    static TextPattern regularExpression(const std::string& source, const JsonField& field);
    static TextPattern fromJson(const JsonField& field); // {"String": …}, {"Regex": …} or a bare string

    // Non-overlapping matches in `text`, left to right, as bytes; look-around never leaves `text`.
    void matches(std::string_view text, std::vector<TextSpan>& found) const;

    const std::string& source() const { return m_source; }
    bool isRegularExpression() const { return m_code != nullptr; }

private:
    TextPattern() = default;
    std::string m_source;
    std::shared_ptr<const void> m_code; // pcre2_code; null for a literal
};

// Oniguruma (Ruby syntax, UTF-8) to PCRE2: the classes that the two define differently are spelt out.
std::string translateOniguruma(std::string_view source);

} // namespace temper
