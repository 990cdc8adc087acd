// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SetView that selects, searches and counts rows.
#include "ui/data/dataset_thread.h"
#include "ui/data/problem_model.h"
#include "ui/data/render_form.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/row_words.h"
#include "ui/data/set_counter.h"
#include "ui/data/set_view.h"
#include "ui/data/totals_panel.h"
#include "ui/task/long_work.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/row_table.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace temper {

namespace {

constexpr std::uint64_t kCountedAtOnce = 100'000; // larger sets are counted when asked

RowFilter rowFilter(SetFilter filter, const QString& words)
{
    RowFilter rows;
    rows.words = words.toStdString();
    switch (filter) {
    case SetFilter::InUse:
    case SetFilter::Cut:
    case SetFilter::Unusable:
        rows.shown = RowsShown::InUse;
        break;
    case SetFilter::SetAside:
        rows.shown = RowsShown::SetAside;
        break;
    case SetFilter::Changed:
        rows.shown = RowsShown::Changed;
        break;
    case SetFilter::All:
        rows.shown = RowsShown::All;
        break;
    }
    return rows;
}

bool same(const RowSelection& one, const RowSelection& other)
{
    if (one.size() != other.size())
        return false;
    for (std::uint64_t i = 0; i < one.size(); ++i) {
        if (one.number(i) != other.number(i))
            return false;
    }
    return true;
}

// Rows that are in both.
RowSelection common(const RowSelection& some, const RowSelection& others)
{
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < some.size(); ++i) {
        if (others.positionOf(some.number(i)))
            numbers.push_back(some.number(i));
    }
    return RowSelection::of(std::move(numbers));
}

} // namespace

void SetView::setFilter(SetFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_side->setCurrentIndex(m_filters->index(static_cast<int>(filter)));
    select();
}

void SetView::search(const QString& words)
{
    m_typing.stop();
    if (m_search->text() != words)
        m_search->setText(words);
    if (words.trimmed() == m_words)
        return;
    m_words = words.trimmed();
    select();
}

void SetView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SetView::select()
{
    const bool problems = m_filter == SetFilter::Unusable;
    m_tables->setCurrentIndex(problems ? 1 : 0);
    m_search->setEnabled(!problems);
    m_filterChip->setFilter(m_filter == SetFilter::InUse ? QString() : filterName(m_filter));
    m_searchChip->setFilter(m_words.isEmpty() || problems ? QString() : tr("holds “%1”").arg(m_words));
    m_selecting.cancel();
    if (!m_thread)
        return;
    if (problems) {
        m_problems->setProblems(m_thread.get(), m_state.counts.problems);
        return showCount();
    }
    const auto totals = m_counter->totals();
    const std::optional<RowSelection> cut = m_filter == SetFilter::Cut
        ? std::optional(totals ? totals->cutRows : RowSelection::of({}))
        : std::nullopt;
    m_selecting.start(
        [set = m_path, filter = rowFilter(m_filter, m_words), cut, shown = m_rows->selection(),
            sender = m_searchProgress.sender()](const std::stop_token& stop) {
            RowSelection found = cut ? *cut : RowSelection();
            if (!cut || !filter.words.empty())
                found = Dataset(set).select(filter, sender(stop), stop);
            if (cut && !filter.words.empty())
                found = common(*cut, found);
            return same(found, shown) ? std::optional<RowSelection>() : std::optional(found);
        },
        [this](const std::optional<RowSelection>& selection) {
            if (selection)
                m_rows->setSelection(m_thread.get(), *selection);
            showSelected();
        },
        [this](const Error& error) {
            if (error.kind() != ErrorKind::Cancelled)
                m_notice->showError(error);
        });
}

// The selection is in the model; the same row stays chosen and on top where it is still there.
void SetView::showSelected()
{
    showCount();
    if (m_detail->isNew())
        return;
    if (m_rows->rowCount() == 0)
        return m_detail->showNothing();
    const auto wanted = m_wanted ? m_wanted : m_chosen;
    m_wanted.reset();
    int row = wanted ? m_rows->rowOf(*wanted) : -1;
    if (row < 0)
        row = std::clamp(m_chosenRow, 0, m_rows->rowCount() - 1);
    const QModelIndex index = m_rows->index(row, RowModel::PromptColumn);
    if (m_table->currentIndex().row() == row)
        return chooseRow(index);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void SetView::showCount()
{
    RowTable& table = m_filter == SetFilter::Unusable ? *m_problemTable : *m_table;
    table.setEmptyText(emptyWords(m_filter, !m_words.isEmpty()));
    m_count->setText(tr("%1 rows").arg(NumberText::count(table.model()->rowCount())));
}

void SetView::chooseRow(const QModelIndex& index)
{
    const auto number = m_rows->number(index.row());
    if (!number)
        return;
    m_chosen = number;
    m_chosenRow = index.row();
    if (!m_detail->editor().hasChanges())
        return readRow(*number);
    if (m_detail->number() != number) // letters that came while the row was saved stay in its fields
        saveRow([this, number = *number] { readRow(number); });
}

void SetView::readRow(std::uint64_t number)
{
    m_reading = number;
    m_thread->ask<DatasetRow>(
        [number](OpenDataset& set) {
            return std::move(set.rows().rows(RowSelection::of({ number }), 0, 1).at(0));
        },
        [this, number](const DatasetRow& row) {
            if (m_reading != number)
                return;
            if (!m_detail->editor().hasChanges())
                return m_detail->showRow(row, m_editing);
            if (m_detail->number() != number) // typed into the row before while this one was read
                saveRow([this, number] { readRow(number); });
        },
        [this](const Error& error) { m_notice->showError(error); });
}

void SetView::index()
{
    if (m_editing == Editing::ReadOnly)
        return;
    m_indexing.start(
        [set = m_path, sender = m_indexProgress.sender()](const std::stop_token& stop) {
            const LongWork place;
            Dataset(set, StoreAccess::ReadWrite).buildIndex(sender(stop), stop);
            return true;
        },
        [this](bool) { Q_EMIT statusChanged({}); },
        [this](const Error&) { Q_EMIT statusChanged({}); }); // search looks at every row instead
}

void SetView::countAgain()
{
    const bool small = m_state.counts.rows <= kCountedAtOnce;
    if (m_state.counts.rows > 0 && small)
        m_counter->count();
    m_stale = !small && m_counter->totals();
    if (m_stale)
        showTotals();
}

void SetView::showTotals()
{
    const auto totals = m_counter->totals();
    m_totals->setTotals(totals);
    m_filters->setCount(
        SetFilter::Cut, totals ? std::optional(totals->cutRows.size()) : std::optional<std::uint64_t>());
    const auto cutoff = static_cast<std::uint32_t>(m_totals->form().settings().cutoffLength);
    m_rows->setLengths(totals ? totals->lengths : nullptr, cutoff);
    const bool large = m_state.counts.rows > kCountedAtOnce && m_counter->tools();
    m_countTokens->setVisible(large && (!totals || m_stale) && !m_counter->isCounting());
    if (!totals && !m_counter->isCounting())
        m_totals->setMessage(whyNotCounted());
    if (m_filter == SetFilter::Cut)
        select();
}

QString SetView::whyNotCounted() const
{
    if (!m_toolsProblem.isEmpty())
        return m_toolsProblem;
    if (m_totals->form().settings().model.empty())
        return tr("Choose a model: its tokenizer and chat template count the rows.");
    if (!m_counter->tools())
        return tr("Reading the tokenizer of %1").arg(m_totals->form().modelName());
    if (m_state.counts.rows > kCountedAtOnce)
        return tr("Counting the tokens of %1 rows takes a while.")
            .arg(NumberText::count(static_cast<std::int64_t>(m_state.counts.inUse())));
    return {};
}

void SetView::showFiles()
{
    QStringList lines;
    for (const DatasetFile& file : m_state.files) {
        const QString name = QString::fromStdString(file.path).section(QLatin1Char('/'), -1);
        QStringList facts { RowWords::format(file.format), QString::fromStdString(file.encoding),
            tr("%1 rows").arg(NumberText::count(static_cast<std::int64_t>(file.rows))) };
        facts.removeAll(QString());
        lines.append(name + QLatin1Char('\n') + facts.join(QStringLiteral(" · ")));
    }
    m_files->setText(lines.join(QStringLiteral("\n")));
}

void SetView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetView::retranslate()
{
    m_sideTitle->setText(tr("Rows"));
    m_filesTitle->setText(tr("Imported from"));
    m_side->setAccessibleName(tr("Which rows are shown"));
    m_table->setAccessibleName(tr("Rows of the set"));
    m_problemTable->setAccessibleName(tr("Rows that cannot be used"));
    m_search->setPlaceholderText(tr("Search prompts and answers  Ctrl+F"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Words one after the other; * at the end stands for the rest of a word."));
    m_countTokens->setText(tr("Count tokens"));
    m_filters->retranslate();
    m_rows->retranslate();
    showFiles();
    showTotals();
    showCount();
    if (m_filter != SetFilter::InUse)
        m_filterChip->setFilter(filterName(m_filter));
}

} // namespace temper
