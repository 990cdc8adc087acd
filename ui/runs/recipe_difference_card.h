// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes of several runs beside one another: only the keys in which they differ.
#pragma once

#include "core/common/recipe/recipe_difference.h"
#include "ui/runs/run_entry.h"
#include "ui/task/latest_task.h"
#include "ui/widgets/card.h"

class QLabel;
class QTableWidget;

namespace temper {

class RecipeDifferenceCard : public Card {
    Q_OBJECT
public:
    explicit RecipeDifferenceCard(const Theme& theme, QWidget* parent = nullptr);

    void setRuns(const QList<RunEntry>& runs);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();

    const Theme& m_theme;
    QStringList m_names;
    QStringList m_ids;
    std::vector<DifferingKey> m_differences;
    QTableWidget* m_table;
    QLabel* m_words;
    QString m_problem;
    LatestTask<std::vector<DifferingKey>> m_reading;
};

} // namespace temper
