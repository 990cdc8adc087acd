// SPDX-License-Identifier: Apache-2.0
// Cuts a template into tokens, with Jinja's rules for white space around tags.
#pragma once

#include "core/common/text/jinja_value.h"

#include <string>
#include <string_view>
#include <vector>

namespace temper::jinja {

enum class TokenKind {
    Data,
    VariableBegin,
    VariableEnd,
    BlockBegin,
    BlockEnd,
    Name,
    Text,
    Integer,
    Float,
    Operator,
    End
};

struct Token {
    TokenKind kind = TokenKind::End;
    int line = 1;
    std::string text; // template text, name, operator, or the text a literal stands for
    Value number = nullptr;
};

// Throws Failure with the line. The last token is End.
std::vector<Token> tokenizeTemplate(const std::string& source);
// What stands between the quotes of a literal, as Python's unicode-escape reads it. Throws Failure.
std::string unescapeText(std::string_view raw);
std::string describeToken(const Token& token); // as Jinja names it in its errors

} // namespace temper::jinja
