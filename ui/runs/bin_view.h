// SPDX-License-Identifier: GPL-3.0-or-later
// The deleted runs of the project: to bring back one by one, or to remove for good.
#pragma once

#include "core/common/project/run_bin.h"
#include "ui/task/latest_task.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace temper {

class EmptyState;
class Theme;

class BinView : public QWidget {
    Q_OBJECT
public:
    explicit BinView(const Theme& theme, QWidget* parent = nullptr);

    void setProject(const std::filesystem::path& project);
    void refresh();

Q_SIGNALS:
    void restoreAsked(const QString& binId);
    void emptyAsked();
    void left(); // back to the runs
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeTable();
    void fill();
    void restoreChosen();
    void askToEmpty();
    void retranslate();

    std::filesystem::path m_project;
    std::vector<BinnedRun> m_runs;
    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_back;
    QPushButton* m_restore;
    QPushButton* m_empty;
    QTableWidget* m_table;
    EmptyState* m_nothing;
    LatestTask<std::vector<BinnedRun>> m_reading;
};

} // namespace temper
