// SPDX-License-Identifier: GPL-3.0-or-later
// The title row of the Data page: the title is the picker of sets; beside it what can be done with one.
#pragma once

#include "core/common/project/project.h"
#include "ui/data/row_editor.h"

#include <QWidget>
#include <vector>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace temper {

class ElidedLabel;
class Theme;
struct SetState;

class SetHeader : public QWidget {
    Q_OBJECT
public:
    explicit SetHeader(const Theme& theme, QWidget* parent = nullptr);

    void setSets(const std::vector<DatasetEntry>& sets, const QString& current);
    void setEditing(Editing editing);
    void showState(const SetState& state, const QString& tokens); // `tokens`: what is trained on, in words
    void askForName(); // the title becomes a field
    void showNameProblem(const QString& sentence);

Q_SIGNALS:
    void setAsked(const QString& name);
    void importAsked();
    void addRowAsked();
    void undoAsked();
    void redoAsked();
    void splitAsked();
    void mixAsked();
    void renamed(const QString& name);
    void removeAsked();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeMenu();
    void endNaming();
    void restyle();
    void retranslate();

    const Theme& m_theme;
    Editing m_editing = Editing::Allowed;
    QString m_current;
    QString m_undoWords;
    QString m_redoWords;
    bool m_mayUndo = false;
    bool m_mayRedo = false;
    QPushButton* m_picker;
    QMenu* m_sets;
    QLineEdit* m_name;
    ElidedLabel* m_line;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QPushButton* m_addRow;
    QToolButton* m_more;
    QMenu* m_menu;
    QAction* m_rename;
    QAction* m_split;
    QAction* m_mix;
    QAction* m_remove;
    QPushButton* m_import;
};

} // namespace temper
