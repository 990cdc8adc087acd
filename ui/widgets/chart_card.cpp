// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_card.h"

#include "core/common/base/error.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart_export.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
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
    , m_stack(new QStackedWidget)
    , m_writing(this)
{
    m_stack->addWidget(m_chart);
    content()->addWidget(m_stack, 1);
    makeMenu();
    connect(m_chart, &Chart::seriesChanged, this, &ChartCard::fillTable);
    connect(m_chart, &Chart::fitted, this, &ChartCard::showNote);
    connect(m_chart, &Chart::readingChanged, this, [this](const QString& reading) {
        m_reading = reading;
        showNote();
    });
    connect(&theme, &Theme::changed, this, &ChartCard::repaintIcon);
    repaintIcon();
    retranslate();
}

void ChartCard::makeMenu()
{
    m_button->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_button->setFocusPolicy(Qt::TabFocus);
    addToTitleRow(m_button);
    for (const QString& ending : kEndings)
        m_formats.append(m_menu->addAction(QString(), this, [this, ending] { chooseFile(ending); }));
    m_menu->addSeparator();
    m_table = m_menu->addAction(QString());
    m_table->setCheckable(true);
    connect(m_table, &QAction::toggled, this, &ChartCard::setShowsTable);
    m_reset = m_menu->addAction(QString(), this, [this] {
        m_chart->resetZoom();
        Q_EMIT m_chart->zoomReset();
    });
}

void ChartCard::makeTable()
{
    m_tableModel = new ChartTableModel(this);
    m_tableView = new QTableView;
    m_tableView->setModel(m_tableModel);
    m_tableView->setProperty("role", QLatin1String("plain"));
    m_tableView->verticalHeader()->hide();
    m_tableView->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_tableView->verticalHeader()->setDefaultSectionSize(size::kListRowHeight);
    m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tableView->setFrameShape(QFrame::NoFrame);
    m_tableView->setShowGrid(false);
    m_tableView->setTabKeyNavigation(false);
    m_stack->addWidget(m_tableView);
}

bool ChartCard::showsTable() const
{
    return m_tableView && m_stack->currentWidget() == m_tableView;
}

void ChartCard::setShowsTable(bool showsTable)
{
    if (showsTable && !m_tableView)
        makeTable();
    m_table->setChecked(showsTable);
    m_stack->setCurrentIndex(showsTable ? 1 : 0);
    fillTable();
    retranslate();
}

void ChartCard::fillTable()
{
    if (showsTable())
        m_tableModel->setSeries(m_chart->series(), m_chart->texts().xTitle);
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

// The numbers of a long run take a while; a picture must be drawn here.
void ChartCard::save(const QString& path)
{
    const auto told = [this](const Error& error) { Q_EMIT failed(EngineWords::error(error)); };
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        m_writing.start(
            [path, series = m_chart->series(), x = m_chart->texts().xTitle](const std::stop_token&) {
                writeChartCsv(series, x, path);
                return true;
            },
            [](bool) {}, told);
        return;
    }
    try {
        exportChart(*m_chart, path);
    } catch (const Error& error) {
        told(error);
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
    m_table->setText(tr("Show as table"));
    if (m_tableView)
        m_tableView->setAccessibleName(tr("Numbers of the chart: %1").arg(title()));
    m_button->setAccessibleName(tr("Save chart: %1").arg(title()));
    m_button->setToolTip(tr("Save this chart"));
}

} // namespace temper
