// SPDX-License-Identifier: Apache-2.0
// The well-known regular expressions of byte-level tokenizers as hand-made scanners.
#pragma once

#include "core/common/text/tokenizer.h"

#include <optional>
#include <string_view>
#include <vector>

namespace temper {

class WordScanner {
public:
    // 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+ (GPT-2)
    static WordScanner gpt2() { return WordScanner(Kind::Gpt2, 0); }
    // The scanner that equals this expression; nothing when there is none.
    static std::optional<WordScanner> forExpression(std::string_view source);

    // Appends the words of bytes [begin, end) of valid UTF-8; they cover it without gaps.
    void scan(std::string_view text, TextSpan part, std::vector<TextSpan>& words) const;

private:
    enum class Kind { Gpt2, Tiktoken };
    WordScanner(Kind kind, int digits)
        : m_kind(kind)
        , m_digits(digits)
    {
    }

    Kind m_kind;
    int m_digits; // Tiktoken: at most so many digits a word
};

extern const char* const kGpt2Expression;

} // namespace temper
