// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/word_difference.h"

#include "core/common/data/words.h"
#include "core/common/text/difference.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace temper {

namespace {

class WordNumbers {
public:
    std::vector<std::uint32_t> of(const std::vector<WordSpan>& words)
    {
        std::vector<std::uint32_t> numbers;
        for (const WordSpan& word : words)
            numbers.push_back(
                m_numbers.try_emplace(word.word, static_cast<std::uint32_t>(m_numbers.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

std::vector<WordPlace> marked(const std::vector<WordSpan>& words, const std::vector<bool>& marks)
{
    std::vector<WordPlace> spans;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!marks[i])
            continue;
        if (i > 0 && marks[i - 1] && words[i - 1].end >= words[i].begin)
            spans.back().end = words[i].end;
        else
            spans.push_back({ words[i].begin, words[i].end });
    }
    return spans;
}

} // namespace

bool WordDifference::isTooGreatToMark() const
{
    constexpr std::size_t kFewWords = 8; // marks in so short a text are seen at a glance
    const auto [shorter, longer] = std::minmax(leftWords, rightWords);
    return longer >= kFewWords && 2 * commonWords < shorter;
}

WordDifference wordDifference(std::string_view left, std::string_view right)
{
    const std::vector<WordSpan> leftWords = wordSpans(left);
    const std::vector<WordSpan> rightWords = wordSpans(right);
    WordNumbers numbers;
    const std::vector<std::uint32_t> leftNumbers = numbers.of(leftWords);
    const std::vector<std::uint32_t> rightNumbers = numbers.of(rightWords);
    const Difference difference = differenceOf(leftNumbers, rightNumbers);
    return { marked(leftWords, difference.onlyLeft), marked(rightWords, difference.onlyRight),
        leftWords.size(), rightWords.size(), difference.common };
}

} // namespace temper
