// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/key_card.h"

#include "ui/shell/theme/tokens.h"
#include "ui/train/key_row.h"
#include "ui/train/key_words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

KeyCard::KeyCard(const QList<RecipeGroup>& groups, const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_groups(groups)
    , m_fold(new QPushButton)
{
    content()->setSpacing(size::kGrid);
    for (const KeyView view : { KeyView::Simple, KeyView::Full }) {
        for (const RecipeKey& key : recipeKeys()) {
            if (!groups.contains(key.group) || key.view != view)
                continue;
            m_rows.append(new KeyRow(key, theme));
            content()->addWidget(m_rows.last());
        }
    }
    m_fold->setProperty("role", QLatin1String("link"));
    m_fold->setCursor(Qt::PointingHandCursor);
    content()->addWidget(m_fold, 0, Qt::AlignLeft);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        Q_EMIT folded();
    });
    retranslate();
}

void KeyCard::showRows(const Recipe& recipe, FormView view, const QString& search)
{
    int hidden = 0;
    int shown = 0;
    for (KeyRow* row : m_rows) {
        const bool speaks = row->state().changed || !row->state().problem.isEmpty();
        const bool applies = keyApplies(row->key(), recipe) || speaks;
        const bool searched = search.isEmpty() || row->matches(search);
        const bool behindFold
            = row->key().view == KeyView::Full && view == FormView::Simple && !speaks && search.isEmpty();
        hidden += applies && behindFold ? 1 : 0;
        const bool visible = applies && searched && (!behindFold || m_unfolded);
        row->setVisible(visible);
        shown += visible ? 1 : 0;
    }
    retranslateFold(hidden, view, !search.isEmpty());
    setVisible(shown > 0 || (search.isEmpty() && hidden > 0));
}

void KeyCard::unfold()
{
    m_unfolded = true;
    Q_EMIT folded();
}

void KeyCard::retranslateFold(int hidden, FormView view, bool searching)
{
    m_fold->setVisible(hidden > 0 && view == FormView::Simple && !searching);
    m_fold->setText(m_unfolded ? tr("Show fewer settings")
            : hidden == 1      ? tr("Show 1 more setting")
                               : tr("Show %1 more settings").arg(hidden));
}

void KeyCard::retranslate()
{
    setTitle(m_groups.contains(RecipeGroup::Data) ? tr("Model and data") : KeyWords::group(m_groups.first()));
    for (KeyRow* row : m_rows)
        row->retranslate();
}

} // namespace temper
