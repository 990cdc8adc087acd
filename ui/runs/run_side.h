// SPDX-License-Identifier: GPL-3.0-or-later
// The list at the left of the page Runs: filter, queue, history, and the way to the bin.
#pragma once

#include "ui/runs/run_entry.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPoint;
class QPushButton;
class QToolButton;

namespace temper {

class RunListModel;
class Theme;

class RunSide : public QWidget {
    Q_OBJECT
public:
    explicit RunSide(const Theme& theme, QWidget* parent = nullptr);

    RunListModel& model() const { return *m_model; }
    void setEntries(const QList<RunEntry>& entries); // what was selected stays selected
    void clear();
    QStringList selected() const; // ids, the current one first
    bool select(const QString& id); // false: it is not listed
    void selectLast(int count); // of the list
    void editName(const QString& id);

Q_SIGNALS:
    void selectionChanged(const QStringList& ids);
    void menuAsked(const QPoint& globalPosition);
    void deleteAsked();
    void binAsked();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeList(const Theme& theme);
    QWidget* makeFilterRow();
    void tellSelection();
    void restoreSelection(const QStringList& ids);
    void repaintIcons();
    void retranslate();

    const Theme& m_theme;
    RunListModel* m_model;
    QLineEdit* m_filter;
    QToolButton* m_starred;
    QListView* m_list;
    QLabel* m_nothing;
    QLabel* m_hint;
    QPushButton* m_bin;
    QStringList m_told;
    bool m_filling = false;
};

} // namespace temper
