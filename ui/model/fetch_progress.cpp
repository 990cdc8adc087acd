// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/fetch_progress.h"

#include "ui/shell/theme/theme.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

namespace temper {

namespace {
constexpr qint64 kSettleMilliseconds = 1500; // before that a rate would only jump
}

FetchProgress::FetchProgress(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_state(new ElidedLabel(LabelRole::Muted))
    , m_line(new ProgressLine(theme))
    , m_stop(new QPushButton)
    , m_work(new WorkTeller(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kGrid);
    grid->addWidget(m_state, 0, 0);
    grid->addWidget(m_line, 1, 0);
    grid->addWidget(m_stop, 0, 1, 2, 1, Qt::AlignVCenter);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT stopAsked();
    });
    connect(m_work, &WorkTeller::stopAsked, m_stop, &QPushButton::click);
    retranslate();
    hide();
}

void FetchProgress::begin()
{
    m_clock.invalidate();
    m_line->setFraction(0);
    m_state->setFullText(tr("Asking the server…"));
    m_stop->setEnabled(true);
    show();
    m_work->tell(tr("Getting a model"), m_state->fullText(), -1);
}

void FetchProgress::advance(const Progress& progress)
{
    if (!m_clock.isValid()) {
        m_clock.start();
        m_first = progress.done;
    }
    const auto done = static_cast<double>(progress.done);
    const auto total = static_cast<double>(progress.total);
    m_line->setFraction(total > 0 ? done / total : 0);
    QStringList parts { tr("%1 of %2").arg(NumberText::bytes(done), NumberText::bytes(total)) };
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    if (m_clock.elapsed() > kSettleMilliseconds && progress.done > m_first) {
        const double rate = static_cast<double>(progress.done - m_first) / seconds;
        parts << tr("%1 a second").arg(NumberText::bytes(rate))
              << tr("%1 left").arg(NumberText::duration((total - done) / rate));
    }
    m_state->setFullText(parts.join(QStringLiteral(" · ")));
    m_work->tell(tr("Getting a model"), m_state->fullText(), total > 0 ? done / total : -1);
}

void FetchProgress::end()
{
    hide();
    m_work->end();
}

QString FetchProgress::text() const
{
    return m_state->fullText();
}

void FetchProgress::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FetchProgress::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("What was fetched is kept, and the next time goes on from there."));
}

} // namespace temper
