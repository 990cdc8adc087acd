// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy_match.h"

#include <QStringList>

#include <algorithm>

namespace temper {

namespace {

constexpr int kWholeScore = 100;
constexpr int kBeginningScore = 50;
constexpr int kLetterScore = 20;

bool beginsWord(const QString& text, qsizetype place)
{
    return place == 0 || !text[place - 1].isLetterOrNumber()
        || text[place - 1].script() != text[place].script();
}

std::optional<FuzzyMatch> matchWhole(const QString& word, const QString& text)
{
    qsizetype found = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (found < 0)
        return std::nullopt;
    for (qsizetype at = found; at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(text, at)) {
            found = at;
            break;
        }
    }
    FuzzyMatch match { kWholeScore + (beginsWord(text, found) ? kBeginningScore : 0), {} };
    match.score -= static_cast<int>(std::min<qsizetype>(found, kBeginningScore / 2));
    for (qsizetype i = 0; i < word.size(); ++i)
        match.places.append(static_cast<int>(found + i));
    return match;
}

// Beginnings of words first, so that "sr" finds "Save recipe" by its S and its R.
std::optional<FuzzyMatch> matchLetters(const QString& word, const QString& text)
{
    FuzzyMatch match;
    qsizetype from = 0;
    for (const QChar letter : word) {
        qsizetype found = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        const qsizetype first = found;
        while (found >= 0 && !beginsWord(text, found) && found != from)
            found = text.indexOf(letter, found + 1, Qt::CaseInsensitive);
        if (found < 0)
            found = first;
        match.score += beginsWord(text, found) ? kLetterScore : found == from ? kLetterScore / 2 : 0;
        match.places.append(static_cast<int>(found));
        from = found + 1;
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& wanted, const QString& text)
{
    FuzzyMatch all;
    for (const QString& word : wanted.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        std::optional<FuzzyMatch> match = matchWhole(word, text);
        if (!match)
            match = matchLetters(word, text);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        all.places += match->places;
    }
    std::ranges::sort(all.places);
    all.places.erase(std::unique(all.places.begin(), all.places.end()), all.places.end());
    return all;
}

} // namespace temper
