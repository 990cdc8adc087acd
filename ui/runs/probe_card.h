// SPDX-License-Identifier: GPL-3.0-or-later
// What the run answers to its fixed prompts: at first and at a step of choice, side by side.
#pragma once

#include "ui/runs/run_history.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLabel;
class QScrollArea;

namespace temper {

class ProbeCard : public Card {
    Q_OBJECT
public:
    explicit ProbeCard(const Theme& theme, QWidget* parent = nullptr);

    // Stays at the last step while that one is chosen.
    void setProbes(const QList<ProbeAnswer>& probes);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeAnswer(QLabel* heading, QLabel* text);
    void fillPrompts();
    void fillSteps();
    void showAnswers();
    void retranslate();
    QList<ProbeAnswer> answersOfPrompt() const;

    QList<ProbeAnswer> m_probes;
    QComboBox* m_prompt;
    QComboBox* m_step;
    QLabel* m_firstHeading;
    QLabel* m_firstText;
    QLabel* m_laterHeading;
    QLabel* m_laterText;
    QWidget* m_later = nullptr;
};

} // namespace temper
