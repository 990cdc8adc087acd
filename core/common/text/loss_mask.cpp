// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/loss_mask.h"

#include <algorithm>
#include <limits>

namespace temper {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// For each code point the first token that holds it.
std::vector<std::size_t> firstTokens(std::span<const TextSpan> offsets)
{
    std::uint32_t length = 0;
    for (const TextSpan& span : offsets)
        length = std::max(length, span.end);
    std::vector<std::size_t> tokens(length, kNone);
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        for (std::uint32_t at = offsets[i].begin; at < offsets[i].end; ++at)
            tokens[at] = std::min(tokens[at], i);
    }
    return tokens;
}

} // namespace

std::vector<std::int32_t> lossMask(std::span<const TextSpan> offsets, std::span<const CharacterSpan> answers)
{
    std::vector<std::int32_t> mask(offsets.size(), 0);
    const std::vector<std::size_t> tokens = firstTokens(offsets);
    for (const CharacterSpan& answer : answers) {
        std::size_t begin = answer.begin;
        std::size_t end = std::min<std::size_t>(answer.end, tokens.size());
        while (begin < end && tokens[begin] == kNone)
            ++begin;
        while (begin < end && tokens[end - 1] == kNone)
            --end;
        if (begin >= end)
            continue;
        for (std::size_t i = tokens[begin]; i <= tokens[end - 1]; ++i)
            mask[i] = 1;
    }
    return mask;
}

} // namespace temper
