// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_strip.h"

#include "ui/shell/theme/theme.h"
#include "ui/task/work_teller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <array>

namespace temper {

namespace {

constexpr qint64 kFirstEstimateMilliseconds = 1000; // before, a guess would only jump about
const char* const kPhases[] = {
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "importing"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "reading"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "indexing"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "searching"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "tokenising"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "writing"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "copying"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "packing"),
    QT_TRANSLATE_NOOP("temper::ProgressStrip", "unpacking"),
};

} // namespace

ProgressStrip::ProgressStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Strong))
    , m_state(new ElidedLabel(LabelRole::Muted))
    , m_line(new ProgressLine(theme))
    , m_stop(new QPushButton)
    , m_work(new WorkTeller(this))
{
    auto* words = new QHBoxLayout;
    words->setSpacing(size::kSmallGap);
    words->addWidget(m_title);
    words->addWidget(m_state, 1);
    words->addWidget(m_stop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGrid);
    layout->addLayout(words);
    layout->addWidget(m_line);
    connect(m_stop, &QPushButton::clicked, this, &ProgressStrip::stopAsked);
    connect(m_work, &WorkTeller::stopAsked, this, &ProgressStrip::stopAsked);
    retranslate();
    hide();
}

void ProgressStrip::begin(const QString& title)
{
    m_title->setText(title);
    m_state->setFullText({});
    m_line->setFraction(0);
    m_stop->setEnabled(true);
    m_clock.start();
    show();
    tellWindow(-1);
}

void ProgressStrip::advance(const Progress& progress)
{
    if (!m_stop->isEnabled())
        return;
    QStringList parts { phaseText(progress.phase), amountText(progress), timeLeft(progress) };
    parts.removeAll(QString());
    m_state->setFullText(parts.join(QStringLiteral(" · ")));
    const bool isKnown = progress.total > 0;
    const double fraction
        = isKnown ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : -1;
    if (isKnown)
        m_line->setFraction(fraction);
    tellWindow(fraction);
}

void ProgressStrip::tellWindow(double fraction)
{
    m_work->tell(m_title->text(), m_state->fullText(), fraction);
}

void ProgressStrip::setStopping()
{
    m_stop->setEnabled(false);
    m_state->setFullText(tr("stopping"));
    tellWindow(-1);
}

void ProgressStrip::end()
{
    hide();
    m_work->end();
}

QString ProgressStrip::text() const
{
    return m_title->text() + QLatin1Char(' ') + m_state->fullText();
}

QString ProgressStrip::phaseText(const std::string& phase)
{
    for (const char* known : kPhases) {
        if (phase == known)
            return tr(known);
    }
    return QString::fromStdString(phase);
}

QString ProgressStrip::amountText(const Progress& progress)
{
    const auto done = static_cast<std::int64_t>(progress.done);
    const auto total = static_cast<std::int64_t>(progress.total);
    if (progress.unit == "bytes")
        return total > 0 ? tr("%1 of %2")
                               .arg(NumberText::bytes(static_cast<double>(done)),
                                   NumberText::bytes(static_cast<double>(total)))
                         : NumberText::bytes(static_cast<double>(done));
    if (progress.unit == "rows")
        return total > 0 ? tr("%1 of %2 rows").arg(NumberText::count(done), NumberText::count(total))
                         : tr("%1 rows").arg(NumberText::count(done));
    return total > 0 ? tr("%1 of %2").arg(NumberText::count(done), NumberText::count(total)) : QString();
}

QString ProgressStrip::timeLeft(const Progress& progress) const
{
    const qint64 elapsed = m_clock.elapsed();
    if (elapsed < kFirstEstimateMilliseconds || progress.done == 0 || progress.total <= progress.done)
        return {};
    const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    return tr("%1 left").arg(NumberText::duration(static_cast<double>(elapsed) / 1000 * (1 - share) / share));
}

void ProgressStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressStrip::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_line->setAccessibleName(tr("Progress"));
}

} // namespace temper
