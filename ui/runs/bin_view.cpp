// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/bin_view.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace temper {

namespace {

enum Column { NameColumn, TimeColumn, SizeColumn, kColumnCount };
constexpr int kTimeWidth = 180;
constexpr int kSizeWidth = 110;

QTableWidgetItem* makeCell(const QString& text)
{
    auto* cell = new QTableWidgetItem(text);
    cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return cell;
}

} // namespace

BinView::BinView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Title))
    , m_line(makeLabel(LabelRole::Muted))
    , m_back(new QPushButton)
    , m_restore(new QPushButton)
    , m_empty(new QPushButton)
    , m_table(new QTableWidget)
    , m_nothing(new EmptyState(theme, QStringLiteral("bin")))
    , m_reading(this)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kSmallGap);
    row->addLayout(words, 1);
    m_empty->setProperty("role", QLatin1String("danger"));
    for (QPushButton* button : { m_back, m_empty, m_restore })
        row->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addLayout(row);
    makeTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(m_nothing, 1);
    connect(m_back, &QPushButton::clicked, this, &BinView::left);
    connect(m_restore, &QPushButton::clicked, this, &BinView::restoreChosen);
    connect(m_empty, &QPushButton::clicked, this, &BinView::askToEmpty);
    retranslate();
}

void BinView::makeTable()
{
    m_table->setColumnCount(kColumnCount);
    m_table->setProperty("role", QLatin1String("plain"));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(size::kRowHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(TimeColumn, kTimeWidth);
    m_table->setColumnWidth(SizeColumn, kSizeWidth);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
        [this] { m_restore->setEnabled(m_table->currentRow() >= 0); });
    connect(m_table, &QTableWidget::itemActivated, this, &BinView::restoreChosen);
}

void BinView::setProject(const std::filesystem::path& project)
{
    m_project = project;
    m_runs.clear();
    fill();
}

void BinView::refresh()
{
    m_reading.start([folder = m_project](const std::stop_token& stop) { return binnedRuns(folder, stop); },
        [this](const std::vector<BinnedRun>& runs) {
            m_runs = runs;
            fill();
        },
        [this](const Error& error) { Q_EMIT failed(EngineWords::error(error)); });
}

void BinView::fill()
{
    std::uint64_t bytes = 0;
    m_table->setRowCount(static_cast<int>(m_runs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const BinnedRun& run = m_runs[static_cast<std::size_t>(row)];
        bytes += run.bytes;
        const QDateTime time = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(run.deleted));
        m_table->setItem(row, NameColumn, makeCell(QString::fromStdString(run.name)));
        m_table->setItem(row, TimeColumn, makeCell(time.toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
        m_table->setItem(row, SizeColumn, makeCell(NumberText::bytes(static_cast<double>(run.bytes))));
    }
    const bool any = !m_runs.empty();
    m_table->setVisible(any);
    m_nothing->setVisible(!any);
    m_empty->setEnabled(any);
    if (any && m_table->currentRow() < 0)
        m_table->selectRow(0);
    m_restore->setEnabled(any && m_table->currentRow() >= 0);
    const QString count = m_runs.size() == 1 ? tr("1 deleted run") : tr("%1 deleted runs").arg(m_runs.size());
    m_line->setText(count + QStringLiteral(" · ") + NumberText::bytes(static_cast<double>(bytes)));
}

void BinView::restoreChosen()
{
    const auto row = static_cast<std::size_t>(m_table->currentRow());
    if (row < m_runs.size())
        Q_EMIT restoreAsked(QString::fromStdString(m_runs[row].run.id()));
}

// What is emptied cannot be brought back, so it is asked for twice.
void BinView::askToEmpty()
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Empty the bin"),
        tr("Remove %1 for good? Their checkpoints and adapters go with them.").arg(m_line->text()),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* remove = box->addButton(tr("Remove for good"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, &BinView::emptyAsked);
    box->open();
}

void BinView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BinView::retranslate()
{
    m_title->setText(tr("Bin"));
    m_back->setText(tr("Back to the runs"));
    m_restore->setText(tr("Restore"));
    m_empty->setText(tr("Empty the bin"));
    m_table->setHorizontalHeaderLabels({ tr("run"), tr("deleted"), tr("size") });
    m_table->setAccessibleName(tr("Deleted runs"));
    m_nothing->setTexts(
        tr("The bin is empty"), tr("Runs you delete wait here until you restore them or empty the bin."));
    fill();
}

} // namespace temper
