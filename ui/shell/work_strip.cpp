// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/work_strip.h"

#include "ui/shell/theme/theme.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace temper {

namespace {
constexpr int kLineWidth = 96;
constexpr int kStateWidth = 320;
} // namespace

WorkStrip::WorkStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(new QPushButton)
    , m_state(new ElidedLabel(LabelRole::Small))
    , m_line(new ProgressLine(theme))
    , m_stop(new QToolButton)
    , m_more(new QPushButton)
{
    for (QPushButton* button : { m_title, m_more })
        button->setProperty("role", QLatin1String("link"));
    m_state->setMaximumWidth(kStateWidth);
    m_state->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // as wide as its words
    m_line->setFixedWidth(kLineWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, size::kGap, 0);
    row->setSpacing(size::kSmallGap);
    row->addStretch(1);
    row->addWidget(m_title);
    row->addWidget(m_state);
    row->addWidget(m_line, 0, Qt::AlignVCenter);
    row->addWidget(m_stop);
    row->addWidget(m_more);
    connect(m_title, &QPushButton::clicked, this, [this] {
        const Watched* watched = shown();
        if (watched && watched->page >= 0)
            Q_EMIT pageAsked(watched->page);
    });
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (const Watched* watched = shown())
            Q_EMIT watched->work->stopAsked();
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_running.prepend(m_running.takeLast()); // the next one's turn
        retell();
    });
    retranslate();
}

void WorkStrip::watch(WorkTeller& work, int page)
{
    m_watched.append({ &work, page });
    connect(&work, &WorkTeller::changed, this, [this, told = &work] {
        const bool wasThere = m_running.contains(told);
        if (told->isRunning() && !wasThere)
            m_running.append(told);
        else if (!told->isRunning())
            m_running.removeAll(told);
        retell();
    });
    connect(&work, &QObject::destroyed, this, [this, gone = &work] {
        m_running.removeAll(gone);
        m_watched.removeIf([gone](const Watched& watched) { return watched.work == gone; });
        retell();
    });
}

const WorkStrip::Watched* WorkStrip::shown() const
{
    for (const Watched& watched : m_watched) {
        if (!m_running.isEmpty() && watched.work == m_running.last())
            return &watched;
    }
    return nullptr;
}

void WorkStrip::retell()
{
    const Watched* watched = shown();
    setVisible(watched);
    if (!watched)
        return;
    const WorkTeller& work = *watched->work;
    m_title->setText(work.title());
    m_state->setFullText(work.state());
    m_line->setVisible(work.fraction() >= 0);
    m_line->setFraction(std::max(0.0, work.fraction()));
    m_stop->setAccessibleName(tr("Stop: %1").arg(work.title()));
    m_more->setVisible(m_running.size() > 1);
    m_more->setText(tr("and %1 more").arg(m_running.size() - 1));
}

void WorkStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorkStrip::retranslate()
{
    m_title->setToolTip(tr("Go to its page"));
    m_stop->setText(tr("Stop"));
    m_more->setToolTip(tr("Show the next one"));
    m_line->setAccessibleName(tr("Progress"));
    retell();
}

} // namespace temper
