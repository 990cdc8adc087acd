// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/totals_panel.h"

#include "ui/data/render_form.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>

namespace temper {

TotalsPanel::TotalsPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_lengths(new Card(theme))
    , m_histogram(new Histogram(theme))
    , m_message(makeLabel(LabelRole::Muted))
    , m_trained(new Card(theme))
    , m_form(new RenderForm)
    , m_progress(new ProgressStrip(theme))
{
    m_message->setWordWrap(true);
    m_lengths->content()->addWidget(m_histogram, 1);
    m_lengths->content()->addWidget(m_message);
    m_lengths->content()->addWidget(m_progress);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kWideGap);
    row->addWidget(m_form, 1, Qt::AlignTop);
    row->addWidget(makeFigures(), 1, Qt::AlignTop);
    m_trained->content()->addLayout(row);
    m_trained->content()->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGroupGap);
    layout->addWidget(m_lengths, 1);
    layout->addWidget(m_trained, 1);
    retranslate();
}

QWidget* TotalsPanel::makeFigures()
{
    auto* figures = new QWidget;
    auto* grid = new QGridLayout(figures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kGrid);
    for (int i = 0; i < kFigures; ++i) {
        m_names[i] = makeLabel(LabelRole::Muted);
        m_values[i] = makeLabel(LabelRole::Base);
        m_values[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(m_names[i], i, 0);
        grid->addWidget(m_values[i], i, 1, Qt::AlignRight);
    }
    grid->setColumnStretch(0, 1);
    return figures;
}

void TotalsPanel::setTotals(std::shared_ptr<const SetTotals> totals)
{
    m_totals = std::move(totals);
    m_sentence.clear();
    show();
}

void TotalsPanel::setMessage(const QString& sentence)
{
    m_totals.reset();
    m_sentence = sentence;
    show();
}

void TotalsPanel::show()
{
    const auto cutoff = static_cast<std::int64_t>(m_form->settings().cutoffLength);
    m_histogram->setBins(m_totals ? m_totals->bins : QList<HistogramBin>());
    m_histogram->setLimit(cutoff > 0 ? std::optional(cutoff) : std::nullopt);
    m_histogram->setVisible(m_totals && !m_totals->bins.isEmpty());
    m_message->setText(m_sentence);
    m_message->setVisible(!m_sentence.isEmpty());
    const QString name = m_form->modelName();
    m_trained->setNote(name.isEmpty() ? QString() : tr("for %1").arg(name));
    const auto figure = [this](Figure which, std::uint64_t SetTotals::*value) {
        m_values[which]->setText(m_totals ? NumberText::count(static_cast<std::int64_t>((*m_totals).*value))
                                          : QStringLiteral("–"));
    };
    figure(Rows, &SetTotals::rows);
    figure(Tokens, &SetTotals::tokens);
    figure(Trained, &SetTotals::supervisedTokens);
    figure(Longest, &SetTotals::longest);
    figure(Cut, &SetTotals::cut);
    figure(Unusable, &SetTotals::unusable);
    m_names[Cut]->setText(cutoff > 0 ? tr("Rows cut at %1").arg(NumberText::count(cutoff)) : tr("Rows cut"));
    if (m_totals && m_totals->tokens > 0) {
        const double share
            = 100.0 * static_cast<double>(m_totals->supervisedTokens) / static_cast<double>(m_totals->tokens);
        m_values[Trained]->setText(
            m_values[Trained]->text() + QStringLiteral("  %1 %").arg(share, 0, 'f', share < 10 ? 1 : 0));
    }
    for (int i = 0; i < kFigures; ++i)
        m_values[i]->setAccessibleName(m_names[i]->text() + QLatin1Char(' ') + m_values[i]->text());
}

void TotalsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TotalsPanel::retranslate()
{
    m_lengths->setTitle(tr("Length of rows"));
    m_lengths->setNote(tr("tokens · log scale"));
    m_trained->setTitle(tr("What will be trained on"));
    m_names[Rows]->setText(tr("Rows in use"));
    m_names[Tokens]->setText(tr("Tokens"));
    m_names[Trained]->setText(tr("Trained tokens"));
    m_names[Longest]->setText(tr("Longest row"));
    m_names[Unusable]->setText(tr("Rows without a trained token"));
    show();
}

} // namespace temper
