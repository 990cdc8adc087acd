// SPDX-License-Identifier: GPL-3.0-or-later
// The two cards over the rows: how long they are, and what will be trained on.
#pragma once

#include "ui/data/set_totals.h"

#include <QWidget>
#include <optional>

class QLabel;

namespace temper {

class Card;
class Histogram;
class ProgressStrip;
class RenderForm;
class Theme;

class TotalsPanel : public QWidget {
    Q_OBJECT
public:
    explicit TotalsPanel(const Theme& theme, QWidget* parent = nullptr);

    RenderForm& form() const { return *m_form; }
    ProgressStrip& progress() const { return *m_progress; }
    void setTotals(std::shared_ptr<const SetTotals> totals); // null: not counted
    void setMessage(const QString& sentence); // why there are none

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Figure { Rows, Tokens, Trained, Longest, Cut, Unusable, kFigures };

    QWidget* makeFigures();
    void show();
    void retranslate();

    std::shared_ptr<const SetTotals> m_totals;
    QString m_sentence;
    Card* m_lengths;
    Histogram* m_histogram;
    QLabel* m_message;
    Card* m_trained;
    RenderForm* m_form;
    ProgressStrip* m_progress;
    QLabel* m_names[kFigures] {};
    QLabel* m_values[kFigures] {};
};

} // namespace temper
