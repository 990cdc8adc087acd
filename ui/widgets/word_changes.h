// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts beside one another: which of their words the other one does not have at that place.
#pragma once

#include <QList>
#include <QString>

namespace temper {

struct MarkedText {
    QString text;
    bool changed = false;
};

struct WordChanges {
    QList<MarkedText> before; // together the whole text
    QList<MarkedText> after;
};

// Words at blanks, single characters in Chinese, Japanese and Korean; the longest common subsequence stays
// unmarked. Texts of very many words are compared only up to some thousand, the rest counts as changed.
WordChanges wordChanges(const QString& before, const QString& after);

} // namespace temper
