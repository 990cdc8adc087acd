// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_card.h"

#include "core/common/base/error.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart_export.h"
#include "ui/widgets/number_text.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace temper {

namespace {
const QStringList kEndings { QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
    QStringLiteral("csv") };
}

ChartCard::ChartCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_chart(new Chart(theme))
    , m_button(new QToolButton)
    , m_menu(new QMenu(this))
{
    content()->addWidget(m_chart, 1);
    m_button->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_button->setFocusPolicy(Qt::TabFocus);
    addToTitleRow(m_button);
    for (const QString& ending : kEndings)
        m_formats.append(m_menu->addAction(QString(), this, [this, ending] { chooseFile(ending); }));
    m_menu->addSeparator();
    m_reset = m_menu->addAction(QString(), this, [this] {
        m_chart->resetZoom();
        Q_EMIT m_chart->zoomReset();
    });
    connect(m_chart, &Chart::fitted, this, &ChartCard::showNote);
    connect(m_chart, &Chart::readingChanged, this, [this](const QString& reading) {
        m_reading = reading;
        showNote();
    });
    connect(&theme, &Theme::changed, this, &ChartCard::repaintIcon);
    repaintIcon();
    retranslate();
}

void ChartCard::setTexts(const ChartTexts& texts, const QString& note)
{
    m_note = note;
    setTitle(texts.title);
    m_chart->setTexts(texts);
    retranslate();
    showNote();
}

void ChartCard::showNote()
{
    if (!m_reading.isEmpty()) {
        setNote(m_reading);
        return;
    }
    const int outside = m_chart->pointsOutside();
    setNote(outside > 0 ? tr("%1 · %2 points outside").arg(m_note, NumberText::count(outside)) : m_note);
}

void ChartCard::chooseFile(const QString& ending)
{
    auto* dialog = new QFileDialog(this, tr("Save chart"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(QStringLiteral("*.%1").arg(ending));
    dialog->selectFile(
        QStringLiteral("%1.%2").arg(title().toLower().replace(QLatin1Char(' '), QLatin1Char('-')), ending));
    connect(dialog, &QFileDialog::fileSelected, this, &ChartCard::save);
    dialog->open();
}

void ChartCard::save(const QString& path)
{
    try {
        exportChart(*m_chart, path);
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromStdString(error.what()));
    }
}

void ChartCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartCard::repaintIcon()
{
    m_button->setIcon(m_theme.icon(QStringLiteral("export")));
}

void ChartCard::retranslate()
{
    for (qsizetype i = 0; i < kEndings.size(); ++i)
        m_formats[i]->setText(tr("Save as %1…").arg(kEndings[i].toUpper()));
    m_reset->setText(tr("Show everything"));
    m_button->setAccessibleName(tr("Save chart: %1").arg(title()));
    m_button->setToolTip(tr("Save this chart"));
}

} // namespace temper
