// SPDX-License-Identifier: Apache-2.0
// Text as Python's str sees it: code points, case, white space, repr. Everything is UTF-8 in and out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temper::jinja {

std::u32string decodeText(std::string_view utf8); // invalid bytes become U+FFFD
std::string encodeText(std::u32string_view points);
void appendPoint(std::string& out, char32_t point);
std::size_t countPoints(std::string_view utf8);
bool isAsciiText(std::string_view utf8);
// The byte where code point `index` begins; the size of the text when there are fewer.
std::size_t byteOfPoint(std::string_view utf8, std::size_t index);

bool isSpacePoint(char32_t point); // str.isspace, and what \s matches
bool isLineBreakPoint(char32_t point); // where str.splitlines cuts
bool isPrintablePoint(char32_t point); // what repr leaves as it is
bool isCasedPoint(char32_t point);
bool isWordPoint(char32_t point); // what \w matches

std::string upperText(std::string_view text);
std::string lowerText(std::string_view text);
std::string caseFoldText(std::string_view text);
std::string capitalizeText(std::string_view text);
std::string titleText(std::string_view text); // str.title
std::string titleWords(std::string_view text); // the title filter: words begin after space - ( { [ <
std::string swapCaseText(std::string_view text);

enum class StripSide { Left, Right, Both };
// Without `characters` white space goes, otherwise any of those code points.
std::string_view
stripText(std::string_view text, StripSide side, std::optional<std::string_view> characters = {});
enum class LineEnds { Keep, Drop };
std::vector<std::string> splitLines(std::string_view text, LineEnds ends);

std::string reprText(std::string_view text); // quoted as repr() does it
std::string escapeHtml(std::string_view text); // as MarkupSafe: & < > ' "
std::string
replaceText(std::string_view text, std::string_view from, std::string_view to, std::int64_t count);

} // namespace temper::jinja
