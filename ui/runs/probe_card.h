// SPDX-License-Identifier: GPL-3.0-or-later
// What the run answers to its fixed prompts at two steps of choice, side by side, changed words marked.
#pragma once

#include "core/common/data/word_difference.h"
#include "ui/runs/run_history.h"
#include "ui/shell/theme/tokens.h"
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
    QWidget* makeAnswer(QWidget* heading, QLabel* text);
    void fillPrompts();
    void fillSteps();
    QString markedHtml(const std::string& text, const std::vector<TextSpan>& marked, Colour colour) const;
    void showAnswers();
    void retranslate();
    QList<ProbeAnswer> answersOfPrompt() const;

    const Theme& m_theme;
    QList<ProbeAnswer> m_probes;
    QComboBox* m_prompt;
    QComboBox* m_firstStep;
    QComboBox* m_step;
    QLabel* m_firstText;
    QLabel* m_laterText;
    QWidget* m_later = nullptr;
};

} // namespace temper
