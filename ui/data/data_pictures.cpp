// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_page.h"
#include "ui/data/mix_panel.h"
#include "ui/data/set_view.h"
#include "ui/widgets/empty_state.h"

#include <QStackedWidget>

namespace temper {

QStringList DataPage::pictureStates() const
{
    QStringList states { QStringLiteral("empty") };
    if (!m_sets.sets.empty())
        states << QStringLiteral("search") << QStringLiteral("unusable");
    if (m_sets.sets.size() > 1)
        states << QStringLiteral("mix");
    return states;
}

void DataPage::showPictureState(const QString& state)
{
    m_view->search(state == QLatin1String("search") ? QStringLiteral("the") : QString());
    m_view->setFilter(state == QLatin1String("unusable") ? SetFilter::Unusable : SetFilter::InUse);
    if (state == QLatin1String("mix"))
        m_mixPanel->begin(m_project->folder, m_sets.sets, m_current);
    m_stack->setCurrentWidget(state == QLatin1String("empty") ? static_cast<QWidget*>(m_empty)
            : state == QLatin1String("mix")                   ? static_cast<QWidget*>(m_mixPanel)
                                                              : m_content);
}

} // namespace temper
