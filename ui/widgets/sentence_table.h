// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences with places for what differs, and the same in another language.
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <optional>

namespace temper {

struct Sentence {
    QString told; // {} where something differs
    QString shown; // {} in the same order, or {1}, {2}, … of the told one
    QRegularExpression pattern;
    QString longestPart; // of what never differs, to pass over most sentences quickly
};

class SentenceTable {
public:
    // Pairs of lines with empty lines between them; lines that begin with # are remarks.
    static SentenceTable parse(const QString& text);

    const QList<Sentence>& sentences() const { return m_sentences; }
    // What is shown for a text that is one of the sentences as a whole.
    std::optional<QString> find(const QString& told) const;

private:
    QList<Sentence> m_sentences; // those with more fixed words first
};

} // namespace temper
