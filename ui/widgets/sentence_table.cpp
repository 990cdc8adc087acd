// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentence_table.h"

#include <algorithm>

namespace temper {

namespace {

Sentence makeSentence(const QString& told, const QString& shown)
{
    const QStringList parts = told.split(QStringLiteral("{}"));
    QStringList escaped;
    for (const QString& part : parts)
        escaped.append(QRegularExpression::escape(part));
    const QString longest = *std::max_element(parts.begin(), parts.end(),
        [](const QString& one, const QString& other) { return one.size() < other.size(); });
    return { told, shown,
        QRegularExpression(QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.+?)"))),
            QRegularExpression::DotMatchesEverythingOption),
        longest };
}

qsizetype fixedLetters(const Sentence& sentence)
{
    return sentence.told.size() - 2 * sentence.told.count(QStringLiteral("{}"));
}

} // namespace

SentenceTable SentenceTable::parse(const QString& text)
{
    SentenceTable table;
    QStringList pair;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        if (!line.isEmpty())
            pair.append(line);
        if (line.isEmpty() && pair.size() == 2)
            table.m_sentences.append(makeSentence(pair[0], pair[1]));
        if (line.isEmpty())
            pair.clear();
    }
    std::stable_sort(table.m_sentences.begin(), table.m_sentences.end(),
        [](const Sentence& one, const Sentence& other) { return fixedLetters(one) > fixedLetters(other); });
    return table;
}

std::optional<QString> SentenceTable::find(const QString& told) const
{
    for (const Sentence& sentence : m_sentences) {
        if (!told.contains(sentence.longestPart))
            continue;
        const QRegularExpressionMatch match = sentence.pattern.match(told);
        if (!match.hasMatch())
            continue;
        QString shown = sentence.shown;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
            const QString words = find(match.captured(i)).value_or(match.captured(i));
            const QString place = QStringLiteral("{%1}").arg(i);
            const qsizetype at
                = shown.contains(place) ? shown.indexOf(place) : shown.indexOf(QLatin1String("{}"));
            if (at >= 0)
                shown.replace(at, shown.contains(place) ? place.size() : 2, words);
        }
        return shown;
    }
    return std::nullopt;
}

} // namespace temper
