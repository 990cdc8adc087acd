// SPDX-License-Identifier: GPL-3.0-or-later
// One example of the gallery: what it teaches, how long it takes, and Make.
#pragma once

#include "core/common/project/example_project.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace temper {

class ExampleCard : public Card {
    Q_OBJECT
public:
    ExampleCard(const Theme& theme, const ExampleProject& example, QWidget* parent = nullptr);

    const ExampleProject& example() const { return m_example; }
    void setPrimary(); // the one to begin with
    void setBusy(bool busy);
    void askForModel(); // it is not on this machine

Q_SIGNALS:
    void makeAsked();
    void locateAsked();
    void makeWithoutAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Theme& m_theme;
    ExampleProject m_example;
    QLabel* m_teaches;
    QLabel* m_state;
    QPushButton* m_make;
    QPushButton* m_locate;
    QPushButton* m_without;
    bool m_isPrimary = false;
    bool m_isBusy = false;
    bool m_lacksModel = false;
};

} // namespace temper
