// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SetView that edits rows, with undo.
#include "ui/data/dataset_thread.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/set_view.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/row_table.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace temper {

namespace {
constexpr int kRecountMilliseconds = 800;
}

void SetView::addRow()
{
    const auto begin = [this] {
        m_reading.reset();
        m_detail->showNewRow(m_state.kind == RowKind::Tokens ? RowKind::Chat : m_state.kind);
    };
    if (m_detail->editor().hasChanges())
        return saveRow(begin);
    begin();
}

// An invalid row stays in the fields, with the reason in place.
void SetView::saveRow(std::function<void()> then)
{
    RowEditor& editor = m_detail->editor();
    if (!editor.hasChanges() || m_editing == Editing::ReadOnly)
        return then ? then() : void();
    const auto number = m_detail->number();
    edit(
        [number, row = editor.row()](DatasetEditor& set) -> std::optional<std::uint64_t> {
            if (!number)
                return set.add(row);
            set.edit(*number, row);
            return number;
        },
        std::move(then));
}

void SetView::mark(EditKind kind)
{
    if (m_editing == Editing::ReadOnly || m_filter == SetFilter::Unusable)
        return;
    if (m_detail->editor().hasChanges())
        return saveRow([this, kind] { mark(kind); });
    std::vector<std::uint64_t> numbers;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        if (const auto number = m_rows->number(index.row()))
            numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    edit(
        [numbers = std::move(numbers), kind](DatasetEditor& set) -> std::optional<std::uint64_t> {
            kind == EditKind::SetAside ? set.setAside(numbers) : set.bringBack(numbers);
            return std::nullopt;
        },
        {});
}

void SetView::undo()
{
    step(&DatasetEditor::undo);
}

void SetView::redo()
{
    step(&DatasetEditor::redo);
}

void SetView::step(std::optional<EditStep> (DatasetEditor::*direction)())
{
    if (m_editing == Editing::ReadOnly || !m_thread)
        return;
    if (m_detail->editor().hasChanges())
        return saveRow([this, direction] { step(direction); });
    edit(
        [direction](DatasetEditor& set) -> std::optional<std::uint64_t> {
            const auto step = (set.*direction)();
            return step && !step->rows.empty() ? std::optional(step->rows.front()) : std::nullopt;
        },
        {});
}

// `work` answers the row to show afterwards.
void SetView::edit(std::function<std::optional<std::uint64_t>(DatasetEditor&)> work,
    std::function<void()> then)
{
    m_notice->hide();
    m_thread->ask<std::optional<std::uint64_t>>(
        [work = std::move(work)](OpenDataset& set) { return work(set.editor()); },
        [this, then = std::move(then), changes = m_detail->editor().changes()](
            const std::optional<std::uint64_t>& row) {
            const bool typedOn = m_detail->editor().changes() != changes;
            if (!typedOn)
                m_detail->editor().markSaved();
            else if (row)
                m_detail->keepEditing(*row);
            m_rows->refetch();
            m_recount.start(kRecountMilliseconds);
            readState();
            if (then) {
                select();
                return then();
            }
            m_wanted = row;
            if (!typedOn)
                m_detail->showNothing();
            select();
        },
        [this](const Error& error) { m_notice->showError(error); });
}

} // namespace temper
