// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_side.h"

#include "ui/runs/run_delegate.h"
#include "ui/runs/run_list_model.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr qsizetype kMostOverlaid = 8; // more lines cannot be told apart
}

RunSide::RunSide(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new RunListModel(this))
    , m_filter(new QLineEdit)
    , m_starred(new QToolButton)
    , m_list(new QListView)
    , m_nothing(makeLabel(LabelRole::Muted))
    , m_hint(makeLabel(LabelRole::Faint))
    , m_bin(new QPushButton)
{
    setFixedWidth(size::kSideListWidth);
    makeList(theme);
    m_hint->setWordWrap(true);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_bin->setProperty("role", QLatin1String("toggle"));
    connect(m_bin, &QPushButton::clicked, this, &RunSide::binAsked);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kSmallGap);
    column->addWidget(makeFilterRow());
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(size::kSmallGap);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_bin, 0, Qt::AlignBottom);
    column->addLayout(foot);
    setFocusProxy(m_list);
    connect(&theme, &Theme::changed, this, &RunSide::repaintIcons);
    repaintIcons();
    retranslate();
}

QWidget* RunSide::makeFilterRow()
{
    m_filter->setClearButtonEnabled(true);
    m_starred->setCheckable(true);
    m_starred->setFocusPolicy(Qt::TabFocus);
    m_starred->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        const QStringList kept = selected();
        m_model->setFilter(words);
        restoreSelection(kept);
    });
    connect(m_starred, &QToolButton::toggled, this, [this](bool on) {
        const QStringList kept = selected();
        m_model->setStarredOnly(on);
        repaintIcons();
        restoreSelection(kept);
    });
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kGrid);
    row->addWidget(m_filter, 1);
    row->addWidget(m_starred);
    return line;
}

void RunSide::makeList(const Theme& theme)
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunDelegate(theme, this));
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& place) { Q_EMIT menuAsked(m_list->viewport()->mapToGlobal(place)); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunSide::tellSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunSide::tellSelection);
}

bool RunSide::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        Q_EMIT deleteAsked();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunSide::setEntries(const QList<RunEntry>& entries)
{
    const QStringList kept = m_told;
    m_filling = true;
    m_model->setEntries(entries);
    m_filling = false;
    restoreSelection(kept);
}

void RunSide::clear()
{
    m_told.clear();
    m_filling = true;
    m_model->setEntries({});
    m_filter->clear();
    m_starred->setChecked(false);
    m_filling = false;
}

// A run that is gone gives way to the first one.
void RunSide::restoreSelection(const QStringList& ids)
{
    m_nothing->setVisible(m_model->shownRuns() == 0 && !m_model->entries().isEmpty());
    if (selected() == ids && !ids.isEmpty())
        return tellSelection();
    m_filling = true;
    QItemSelectionModel& selection = *m_list->selectionModel();
    selection.clearSelection();
    for (const QString& id : ids) {
        const QModelIndex index = m_model->indexOf(id);
        if (index.isValid())
            selection.select(index, QItemSelectionModel::Select);
    }
    QModelIndex current = ids.isEmpty() ? QModelIndex() : m_model->indexOf(ids.first());
    if (!current.isValid())
        current = selection.hasSelection() ? selection.selectedIndexes().first() : m_model->firstRun();
    selection.setCurrentIndex(current, QItemSelectionModel::Select);
    m_filling = false;
    tellSelection();
}

QStringList RunSide::selected() const
{
    QStringList ids;
    const QModelIndex current = m_list->currentIndex();
    if (m_list->selectionModel()->isSelected(current))
        ids.append(current.data(RunListModel::IdRole).toString());
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows) {
        const QString id = row.data(RunListModel::IdRole).toString();
        if (!id.isEmpty() && !ids.contains(id) && ids.size() < kMostOverlaid)
            ids.append(id);
    }
    return ids;
}

void RunSide::tellSelection()
{
    if (m_filling)
        return;
    const QStringList ids = selected();
    if (ids.isEmpty() || ids == m_told)
        return;
    m_told = ids;
    Q_EMIT selectionChanged(ids);
}

bool RunSide::select(const QString& id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return false;
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
    return true;
}

void RunSide::selectLast(int count)
{
    QStringList ids;
    for (int row = m_model->rowCount() - 1; row >= 0 && ids.size() < count; --row) {
        const QString id = m_model->index(row).data(RunListModel::IdRole).toString();
        if (!id.isEmpty())
            ids.append(id);
    }
    restoreSelection(ids);
}

void RunSide::editName(const QString& id)
{
    const QModelIndex index = m_model->indexOf(id);
    m_list->scrollTo(index);
    if (index.isValid())
        m_list->edit(index);
}

void RunSide::repaintIcons()
{
    m_starred->setIcon(
        m_theme.icon(m_starred->isChecked() ? QStringLiteral("star-filled") : QStringLiteral("star"),
            m_starred->isChecked() ? Colour::Warn : Colour::Muted));
    m_bin->setIcon(m_theme.icon(QStringLiteral("bin")));
}

void RunSide::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunSide::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter runs"));
    m_filter->setAccessibleName(tr("Filter runs by name, method, state or note"));
    m_starred->setAccessibleName(tr("Only runs with a star"));
    m_starred->setToolTip(tr("Only runs with a star"));
    m_list->setAccessibleName(tr("Runs of this project"));
    m_nothing->setText(tr("No run fits the filter."));
    m_hint->setText(tr("Ctrl+click lays runs over one another."));
    m_bin->setText(tr("Bin"));
    m_bin->setToolTip(tr("Deleted runs, to restore or to remove for good"));
}

} // namespace temper
