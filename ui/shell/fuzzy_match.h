// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a text by a few of its letters, as the command palette does.
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace temper {

struct FuzzyMatch {
    int score = 0; // the higher the better
    QList<int> places; // of the letters found, rising

    bool operator==(const FuzzyMatch&) const = default;
};

// Every word of `wanted` must be in `text`, in any order, whole or as letters in their order; whole words and
// beginnings of words count more. An empty `wanted` matches all. Nothing: no match.
std::optional<FuzzyMatch> fuzzyMatch(const QString& wanted, const QString& text);

} // namespace temper
