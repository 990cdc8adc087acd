// SPDX-License-Identifier: GPL-3.0-or-later
// A rendered row, prompt or answer as the tokens a person can look at, whatever tokenizer made them.
#pragma once

#include <QList>
#include <QString>
#include <cstdint>

namespace temper {

class Tokenizer;
struct Sample;

enum class TokenKind {
    Text,
    Special, // a mark of the vocabulary, not text somebody wrote
    Bytes, // holds only part of a character
};

struct ShownToken {
    std::int32_t id = 0;
    QString text; // for the chip: white space made visible, bytes as "E4 BD"
    QString piece; // as the vocabulary spells it; empty when it does not know the id
    TokenKind kind = TokenKind::Text;
    bool supervised = false; // carries loss
    int characters = -1; // index into TokenSequence::shared; -1: its text is its own
};

// Characters that several tokens hold together, each only some of their bytes.
struct SharedCharacters {
    int first = 0; // token
    int count = 0;
    QString text;
};

struct TokenSequence {
    QList<ShownToken> tokens;
    QList<SharedCharacters> shared;

    int supervisedTokens() const; // as the sample counts: the first token is never predicted
};

// From a sample made with SampleDetail::WithText, or one that came tokenised. Without a tokenizer the ids
// alone are shown. Takes a while for long rows: not on the GUI thread.
TokenSequence tokenSequence(const Sample& sample, const Tokenizer* tokenizer);

} // namespace temper
