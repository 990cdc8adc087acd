// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_view.h"

#include "ui/data/dataset_thread.h"
#include "ui/data/problem_model.h"
#include "ui/data/render_form.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/set_counter.h"
#include "ui/data/token_card.h"
#include "ui/data/totals_panel.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kSideWidth = 200;
constexpr int kTypingMilliseconds = 250;
constexpr int kSearchWidth = 280;

SetState readSetState(OpenDataset& set)
{
    SetState state;
    const Dataset& rows = set.rows();
    state.counts = rows.counts();
    state.files = rows.files();
    state.indexed = rows.isIndexed();
    if (rows.rowCount() > 0)
        state.kind = rows.summaries(RowSelection::of({ 0 }), 0, 1, 1).at(0).kind;
    return state;
}

} // namespace

SetView::SetView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_counter(new SetCounter(this))
    , m_filters(new FilterModel(this))
    , m_rows(new RowModel(this))
    , m_problems(new ProblemModel(this))
    , m_notice(new Notice(theme))
    , m_totals(new TotalsPanel(theme))
    , m_detail(new RowDetail(theme))
    , m_selecting(this)
    , m_indexing(this)
    , m_searchProgress(this,
          [this](const Progress& progress) {
              m_count->setText(ProgressStrip::phaseText(progress.phase) + QStringLiteral(" · ")
                  + ProgressStrip::amountText(progress));
          })
    , m_indexProgress(this, [this](const Progress& progress) {
        Q_EMIT statusChanged(tr("Index for search: %1").arg(ProgressStrip::amountText(progress)));
    })
{
    auto* right = new QVBoxLayout;
    right->setSpacing(size::kGap);
    right->addWidget(m_notice);
    right->addWidget(m_totals);
    right->addWidget(makeFilterRow());
    right->addWidget(makeRows(), 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGroupGap);
    layout->addWidget(makeSide());
    layout->addLayout(right, 1);
    for (QTimer* timer : { &m_typing, &m_recount })
        timer->setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, [this] { search(m_search->text()); });
    connect(&m_recount, &QTimer::timeout, this, &SetView::countAgain);
    connect(m_rows, &RowModel::failed, m_notice, &Notice::showError);
    connect(m_problems, &ProblemModel::failed, m_notice, &Notice::showError);
    connectDetail();
    connectCounter();
    makeShortcuts();
    retranslate();
}

SetView::~SetView() = default;

QWidget* SetView::makeSide()
{
    m_sideTitle = makeLabel(LabelRole::Group);
    m_side = new QListView;
    m_side->setModel(m_filters);
    m_side->setItemDelegate(new FilterDelegate(m_theme, this));
    m_side->setMouseTracking(true);
    m_side->setFixedHeight(kSetFilters * size::kRowHeight + size::kGrid);
    m_side->setCurrentIndex(m_filters->index(0));
    connect(m_side->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) { setFilter(static_cast<SetFilter>(index.row())); });
    m_filesTitle = makeLabel(LabelRole::Group);
    m_files = makeLabel(LabelRole::Small);
    m_files->setWordWrap(true);
    m_files->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kSmallGap);
    column->addWidget(m_sideTitle);
    column->addWidget(m_side);
    column->addWidget(m_filesTitle);
    column->addWidget(m_files);
    column->addStretch();
    return side;
}

QWidget* SetView::makeFilterRow()
{
    m_filterChip = new FilterChip;
    m_searchChip = new FilterChip;
    m_search = new QLineEdit;
    m_search->setFixedWidth(kSearchWidth);
    m_search->setClearButtonEnabled(true);
    m_count = makeLabel(LabelRole::Muted);
    m_countTokens = new QPushButton;
    connect(m_filterChip, &QPushButton::clicked, this, [this] { setFilter(SetFilter::InUse); });
    connect(m_searchChip, &QPushButton::clicked, this, [this] { search({}); });
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_typing.start(kTypingMilliseconds); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { search(m_search->text()); });
    connect(m_countTokens, &QPushButton::clicked, m_counter, &SetCounter::count);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_filterChip);
    row->addWidget(m_searchChip);
    row->addWidget(m_search);
    row->addStretch();
    row->addWidget(m_countTokens);
    row->addWidget(m_count);
    return bar;
}

QWidget* SetView::makeRows()
{
    constexpr int kNumber = 76;
    constexpr int kTokens = 76;
    constexpr int kNotes = 190;
    m_table = new RowTable(m_theme);
    m_table->setModel(m_rows);
    m_table->setColumnWidths({ kNumber, 0, 0, kTokens, kNotes });
    m_table->setQuietColumns({ RowModel::NumberColumn, RowModel::AnswerColumn, RowModel::StateColumn });
    m_problemTable = new RowTable(m_theme);
    m_problemTable->setModel(m_problems);
    m_problemTable->setColumnWidths({ 180, 76, 140, 0 });
    m_problemTable->setQuietColumns({ ProblemModel::FileColumn, ProblemModel::LineColumn });
    m_tables = new QStackedWidget;
    m_tables->addWidget(m_table);
    m_tables->addWidget(m_problemTable);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SetView::chooseRow);
    connect(m_table, &RowTable::activatedRow, m_detail, &RowDetail::showEditor);
    setFocusProxy(m_table);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(size::kGap);
    splitter->addWidget(m_tables);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({ 300, 220 });
    return splitter;
}

void SetView::makeShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut); // of a page that is seen
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::Undo, [this] { undo(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { redo(); });
    add(QKeySequence::Find, [this] { focusSearch(); });
    add(QKeySequence::Save, [this] { saveRow({}); });
    auto* aside = new QShortcut(QKeySequence::Delete, m_table);
    aside->setContext(Qt::WidgetShortcut);
    connect(aside, &QShortcut::activated, this,
        [this] { mark(m_filter == SetFilter::SetAside ? EditKind::BringBack : EditKind::SetAside); });
}

void SetView::connectDetail()
{
    connect(m_detail, &RowDetail::saveAsked, this, [this] { saveRow({}); });
    connect(m_detail, &RowDetail::setAsideAsked, this, [this] { mark(EditKind::SetAside); });
    connect(m_detail, &RowDetail::bringBackAsked, this, [this] { mark(EditKind::BringBack); });
    connect(m_detail, &RowDetail::discardAsked, this, [this] {
        m_detail->editor().markSaved();
        const auto row = m_rows->number(m_table->currentIndex().row());
        if (row)
            readRow(*row);
        else
            m_detail->showNothing();
    });
    connect(&m_detail->tokens(), &TokenCard::modelAsked, &m_totals->form(), &RenderForm::openModelList);
}

void SetView::connectCounter()
{
    connect(&m_totals->form(), &RenderForm::changed, this,
        [this] { m_counter->setSettings(m_totals->form().settings()); });
    connect(m_counter, &SetCounter::toolsChanged, this, [this] {
        m_toolsProblem.clear();
        m_detail->tokens().setTools(m_counter->tools());
        showTotals();
        countAgain();
    });
    connect(m_counter, &SetCounter::toolsFailed, this, [this](const Error& error) {
        m_detail->tokens().setToolsError(EngineWords::error(error));
        m_toolsProblem = EngineWords::error(error);
        showTotals();
    });
    connect(m_counter, &SetCounter::started, this, [this] {
        m_stale = false;
        m_totals->progress().begin(tr("Counting tokens"));
        showTotals();
    });
    connect(m_counter, &SetCounter::progressed, &m_totals->progress(), &ProgressStrip::advance);
    connect(m_counter, &SetCounter::ended, this, [this] {
        m_totals->progress().end();
        showTotals();
        Q_EMIT stateChanged();
    });
    connect(m_counter, &SetCounter::failed, m_notice, &Notice::showError);
    connect(&m_totals->progress(), &ProgressStrip::stopAsked, m_counter, &SetCounter::stop);
}

std::shared_ptr<const SetTotals> SetView::counted() const
{
    return m_counter->totals();
}

void SetView::open(const std::filesystem::path& set, Editing editing)
{
    close();
    m_path = set;
    m_editing = editing;
    m_thread = std::make_unique<DatasetThread>(this, set);
    m_counter->setSet(set);
    readState();
    select();
    m_counter->setSettings(m_totals->form().settings());
    index();
}

void SetView::close()
{
    m_typing.stop();
    m_recount.stop();
    m_selecting.cancel();
    m_indexing.cancel();
    m_counter->setSet({});
    m_rows->setSelection(nullptr, {});
    m_problems->setProblems(nullptr, 0);
    m_detail->showNothing();
    m_thread.reset();
    m_state = {};
    m_path.clear();
    m_words.clear();
    m_wanted.reset();
    m_chosen.reset();
    m_chosenRow = 0;
    m_stale = false;
    m_search->clear();
    m_notice->hide();
    m_filter = SetFilter::InUse;
    m_side->setCurrentIndex(m_filters->index(0));
    Q_EMIT statusChanged({});
}

void SetView::readState()
{
    const bool mayEdit = m_editing == Editing::Allowed;
    m_thread->ask<SetState>(
        [mayEdit](OpenDataset& set) {
            SetState state = readSetState(set);
            if (mayEdit) {
                state.undo = set.editor().nextUndo();
                state.redo = set.editor().nextRedo();
            }
            return state;
        },
        [this](const SetState& state) { showState(state); },
        [this](const Error& error) { m_notice->showError(error); });
}

void SetView::showState(const SetState& state)
{
    m_state = state;
    m_filters->setCount(SetFilter::InUse, state.counts.inUse());
    m_filters->setCount(SetFilter::SetAside, state.counts.setAside);
    m_filters->setCount(SetFilter::Changed, state.counts.changed);
    m_filters->setCount(SetFilter::All, state.counts.rows);
    m_filters->setCount(SetFilter::Unusable, state.counts.problems);
    if (m_filter == SetFilter::Unusable)
        m_problems->setProblems(m_thread.get(), state.counts.problems);
    showFiles();
    showTotals();
    showCount();
    if (!m_counter->totals() && !m_counter->isCounting())
        countAgain();
    Q_EMIT stateChanged();
}

} // namespace temper
