// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of an opened file that are no keys of a recipe: what becomes of each, and what to do about it.
#pragma once

#include "ui/train/draft_check.h"
#include "ui/widgets/card.h"

#include <vector>

namespace temper {

class OtherEntriesCard : public Card {
    Q_OBJECT
public:
    explicit OtherEntriesCard(const Theme& theme, QWidget* parent = nullptr);

    void setNotes(const std::vector<OtherEntryNote>& notes); // hides itself when there are none
    void retranslate();

Q_SIGNALS:
    void removeAsked(int index); // of the notes
    void useAsked(int index, const QString& key); // its value as that key's

private:
    QWidget* makeLine(const OtherEntryNote& note, int index);

    std::vector<OtherEntryNote> m_notes;
    QList<QWidget*> m_lines;
};

} // namespace temper
