// SPDX-License-Identifier: GPL-3.0-or-later
// One open data set: ways to look at its rows, search, the chosen row, totals, and editing with undo.
#pragma once

#include "core/common/data/dataset.h"
#include "core/common/data/dataset_editor.h"
#include "ui/data/filter_model.h"
#include "ui/data/row_editor.h"
#include "ui/data/set_totals.h"
#include "ui/task/latest_task.h"
#include "ui/task/progress_relay.h"

#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace temper {

class DatasetThread;
class FilterChip;
class Notice;
class ProblemModel;
class RowDetail;
class RowModel;
class RowTable;
class SetCounter;
class TotalsPanel;
class Theme;

// What a set says of itself after every change.
struct SetState {
    DatasetCounts counts;
    std::optional<EditStep> undo;
    std::optional<EditStep> redo;
    std::vector<DatasetFile> files;
    RowKind kind = RowKind::Chat; // of the first row
    bool indexed = false;
};

class SetView : public QWidget {
    Q_OBJECT
public:
    explicit SetView(const Theme& theme, QWidget* parent = nullptr);
    ~SetView() override;

    void open(const std::filesystem::path& set, Editing editing);
    void close();
    const SetState& state() const { return m_state; }
    TotalsPanel& totals() const { return *m_totals; }
    RowModel& rows() const { return *m_rows; }
    RowDetail& detail() const { return *m_detail; }
    std::shared_ptr<const SetTotals> counted() const;

    void undo();
    void redo();
    void addRow();
    void setFilter(SetFilter filter);
    void search(const QString& words);
    void focusSearch();

Q_SIGNALS:
    void stateChanged();
    void statusChanged(const QString& text); // what goes on in the background; empty: nothing

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeFilterRow();
    QWidget* makeRows();
    void makeShortcuts();
    void readState();
    void showState(const SetState& state);
    void select();
    void showSelected();
    void showCount();
    void chooseRow(const QModelIndex& index);
    void readRow(std::uint64_t number);
    void saveRow(std::function<void()> then);
    void mark(EditKind kind);
    void edit(std::function<std::optional<std::uint64_t>(DatasetEditor&)> work, std::function<void()> then);
    void step(std::optional<EditStep> (DatasetEditor::*move)());
    void countAgain();
    void connectDetail();
    void connectCounter();
    void showTotals();
    QString whyNotCounted() const;
    void showFiles();
    void index();
    void retranslate();

    const Theme& m_theme;
    std::filesystem::path m_path;
    Editing m_editing = Editing::ReadOnly;
    std::unique_ptr<DatasetThread> m_thread;
    SetState m_state;
    SetFilter m_filter = SetFilter::InUse;
    QString m_words;
    std::optional<std::uint64_t> m_reading; // the row on its way to the detail
    std::optional<std::uint64_t> m_chosen; // the row under the cursor, and its place
    int m_chosenRow = 0;
    QString m_toolsProblem; // why the chosen model cannot be used
    bool m_stale = false; // edited since the tokens were counted
    std::optional<std::uint64_t> m_wanted; // the row to choose once the rows are there
    SetCounter* m_counter;
    FilterModel* m_filters;
    RowModel* m_rows;
    ProblemModel* m_problems;
    QLabel* m_sideTitle;
    QListView* m_side;
    QLabel* m_filesTitle;
    QLabel* m_files;
    Notice* m_notice;
    TotalsPanel* m_totals;
    FilterChip* m_filterChip;
    FilterChip* m_searchChip;
    QLineEdit* m_search;
    QLabel* m_count;
    QPushButton* m_countTokens;
    QStackedWidget* m_tables;
    RowTable* m_table;
    RowTable* m_problemTable;
    RowDetail* m_detail;
    QTimer m_typing;
    QTimer m_recount;
    LatestTask<std::optional<RowSelection>> m_selecting;
    LatestTask<bool> m_indexing;
    ProgressRelay m_searchProgress;
    ProgressRelay m_indexProgress;
};

} // namespace temper
