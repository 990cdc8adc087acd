// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows when it holds nothing: what it is for, what to do next.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace temper {

class Theme;

class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const Theme& theme, QString iconName, QWidget* parent = nullptr);

    void setTexts(const QString& headline, const QString& explanation);
    void setCommand(const QString& command); // a command line to copy, in monospace; empty hides it
    void setAction(const QString& words); // on the button for what to do next; empty hides it
    void setActionEnabled(bool enabled);

Q_SIGNALS:
    void actionAsked();

private:
    void fitExplanation();
    void restyle();

    const Theme& m_theme;
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_explanation;
    QLabel* m_command;
    QPushButton* m_action;
};

} // namespace temper
