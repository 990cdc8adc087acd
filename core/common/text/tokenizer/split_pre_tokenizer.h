// SPDX-License-Identifier: Apache-2.0
// Cutting text where something matches: the Split pre-tokenizer and the five things to do with a match.
#pragma once

#include "core/common/text/tokenizer/pre_tokenizer.h"

namespace temper {

enum class MatchBehavior { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };

struct MatchedSpan {
    TextSpan span;
    bool isMatch = false;
};

// "Removed", "Isolated", …; throws Error(Input) for another word.
MatchBehavior matchBehavior(const JsonField& field, MatchBehavior otherwise);

// Joins spans that cover a piece without gaps into pieces, appended to `pieces`; empty ones are dropped.
void appendPieces(const std::vector<MatchedSpan>& spans,
    MatchBehavior behavior,
    std::vector<TextSpan>& pieces);

// Fills the gaps between the matches (relative to piece.begin) with spans that did not match.
void coverPiece(const std::vector<TextSpan>& matches, TextSpan piece, std::vector<MatchedSpan>& spans);

std::unique_ptr<const PreTokenizer> makeSplitPreTokenizer(const JsonField& field, const ByteLetters& letters);

} // namespace temper
