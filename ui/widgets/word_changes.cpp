// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/word_changes.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace temper {

namespace {

constexpr qsizetype kMostWords = 2000;

bool standsAlone(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF)
        || (code >= 0xAC00 && code <= 0xD7A3);
}

// Each word with the blanks behind it, so that the parts put together are the text.
QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool begins = !text[i].isSpace()
            && (standsAlone(text[i]) || (i > 0 && (text[i - 1].isSpace() || standsAlone(text[i - 1]))));
        if (begins && !word.isEmpty()) {
            words.append(word);
            word.clear();
        }
        word.append(text[i]);
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

// lengths[i][j]: of the longest common subsequence of a from i and b from j.
class CommonWords {
public:
    CommonWords(const QStringList& a, const QStringList& b)
        : m_rows(std::min(a.size(), kMostWords))
        , m_columns(std::min(b.size(), kMostWords))
        , m_lengths(static_cast<std::size_t>((m_rows + 1) * (m_columns + 1)), 0)
    {
        for (qsizetype i = m_rows - 1; i >= 0; --i) {
            for (qsizetype j = m_columns - 1; j >= 0; --j)
                at(i, j) = a[i].trimmed() == b[j].trimmed() ? static_cast<quint16>(at(i + 1, j + 1) + 1)
                                                            : std::max(at(i + 1, j), at(i, j + 1));
        }
    }

    qsizetype rows() const { return m_rows; }
    qsizetype columns() const { return m_columns; }
    quint16& at(qsizetype i, qsizetype j)
    {
        return m_lengths[static_cast<std::size_t>(i * (m_columns + 1) + j)];
    }

private:
    qsizetype m_rows;
    qsizetype m_columns;
    std::vector<quint16> m_lengths;
};

void append(QList<MarkedText>& texts, const QString& word, bool changed)
{
    if (!texts.isEmpty() && texts.last().changed == changed)
        texts.last().text += word;
    else
        texts.append({ word, changed });
}

} // namespace

WordChanges wordChanges(const QString& before, const QString& after)
{
    const QStringList a = wordsOf(before);
    const QStringList b = wordsOf(after);
    CommonWords common(a, b);
    WordChanges changes;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < common.rows() && j < common.columns()) {
        if (a[i].trimmed() == b[j].trimmed()) {
            append(changes.before, a[i++], false);
            append(changes.after, b[j++], false);
        } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
            append(changes.before, a[i++], true);
        } else {
            append(changes.after, b[j++], true);
        }
    }
    for (; i < a.size(); ++i)
        append(changes.before, a[i], true);
    for (; j < b.size(); ++j)
        append(changes.after, b[j], true);
    return changes;
}

} // namespace temper
