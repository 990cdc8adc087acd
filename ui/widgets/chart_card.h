// SPDX-License-Identifier: GPL-3.0-or-later
// A chart in its card, with the menu that saves it or shows its numbers.
#pragma once

#include "ui/task/latest_task.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chart.h"

class QAction;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace temper {

class ChartTableModel;

class ChartCard : public Card {
    Q_OBJECT
public:
    explicit ChartCard(const Theme& theme, QWidget* parent = nullptr);

    Chart& chart() const { return *m_chart; }
    void setTexts(const ChartTexts& texts, const QString& note);
    bool showsTable() const;
    void setShowsTable(bool showsTable);

Q_SIGNALS:
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseFile(const QString& ending);
    void save(const QString& path);
    void makeMenu();
    void makeTable();
    void fillTable();
    void showNote();
    void repaintIcon();
    void retranslate();

    const Theme& m_theme;
    Chart* m_chart;
    QToolButton* m_button;
    QMenu* m_menu;
    QAction* m_table = nullptr;
    QAction* m_reset = nullptr;
    QStackedWidget* m_stack;
    QTableView* m_tableView = nullptr; // made when it is first wanted
    ChartTableModel* m_tableModel = nullptr;
    QList<QAction*> m_formats;
    QString m_note;
    QString m_reading; // under the crosshair
    LatestTask<bool> m_writing;
};

} // namespace temper
