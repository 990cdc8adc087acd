// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/other_entries_card.h"

#include "core/common/recipe/recipe_edit.h"
#include "ui/shell/theme/tokens.h"
#include "ui/train/problem_words.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

OtherEntriesCard::OtherEntriesCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
{
    hide();
    retranslate();
}

void OtherEntriesCard::setNotes(const std::vector<OtherEntryNote>& notes)
{
    qDeleteAll(m_lines);
    m_lines.clear();
    m_notes = notes;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        m_lines.append(makeLine(notes[i], static_cast<int>(i)));
        content()->addWidget(m_lines.last());
    }
    setVisible(!notes.empty());
}

QWidget* OtherEntriesCard::makeLine(const OtherEntryNote& note, int index)
{
    auto* line = new QWidget;
    auto* entry = new ElidedLabel(LabelRole::Base);
    entry->setFullText(QString::fromStdString(recipeEntryText(note.entry)).trimmed());
    auto* sentence = makeLabel(note.isProblem ? LabelRole::Bad : LabelRole::Small);
    sentence->setWordWrap(true);
    sentence->setText(ProblemWords::withRemedy(note.entry.key, note.sentence, note.remedy));
    auto* remove = new QPushButton(tr("Remove"));
    connect(remove, &QPushButton::clicked, this, [this, index] { Q_EMIT removeAsked(index); });
    auto* grid = new QGridLayout(line);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::kSmallGap);
    grid->setVerticalSpacing(2);
    grid->addWidget(entry, 0, 0);
    grid->addWidget(sentence, 1, 0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(remove, 0, 2, 2, 1, Qt::AlignVCenter);
    if (!note.meant.empty()) {
        const QString meant = QString::fromStdString(note.meant);
        auto* use = new QPushButton(tr("Use as %1").arg(meant));
        connect(use, &QPushButton::clicked, this, [this, index, meant] { Q_EMIT useAsked(index, meant); });
        grid->addWidget(use, 0, 1, 2, 1, Qt::AlignVCenter);
    }
    return line;
}

void OtherEntriesCard::retranslate()
{
    setTitle(tr("Also in the file"));
    setNote(tr("kept when it is saved, without effect on the run"));
    setNotes(m_notes);
}

} // namespace temper
