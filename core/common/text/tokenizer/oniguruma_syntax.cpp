// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/text_pattern.h"

namespace temper {

namespace {

// PCRE2's \s knows U+180E, its \w lacks marks and connectors, and its \h is white space instead of a hex
// digit.
std::string_view spelledOut(char letter, bool insideClass)
{
    switch (letter) {
    case 's':
        return "\\p{White_Space}";
    case 'S':
        return "\\P{White_Space}";
    case 'w':
        return insideClass ? "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}" : "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]";
    case 'W':
        return insideClass ? std::string_view() : "[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]";
    case 'h':
        return insideClass ? "0-9a-fA-F" : "[0-9a-fA-F]";
    case 'H':
        return insideClass ? std::string_view() : "[^0-9a-fA-F]";
    default:
        return {};
    }
}

} // namespace

std::string translateOniguruma(std::string_view source)
{
    std::string out;
    bool insideClass = false;
    std::size_t firstOfClass = 0; // a "]" there is a letter like any other
    for (std::size_t i = 0; i < source.size(); ++i) {
        const char c = source[i];
        if (c == '\\' && i + 1 < source.size()) {
            const std::string_view replacement = spelledOut(source[i + 1], insideClass);
            if (replacement.empty())
                out.append(source.substr(i, 2));
            else
                out.append(replacement);
            ++i;
            continue;
        }
        if (c == '[' && !insideClass) {
            insideClass = true;
            firstOfClass = i + (source.substr(i, 2) == "[^" ? 2 : 1);
        } else if (c == ']' && insideClass && i != firstOfClass) {
            insideClass = false;
        }
        out.push_back(c);
    }
    return out;
}

} // namespace temper
