// SPDX-License-Identifier: GPL-3.0-or-later
// Making one set of several, in the page.
#pragma once

#include "ui/data/set_maker.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace temper {

class Card;

class MixPanel : public SetMaker {
    Q_OBJECT
public:
    explicit MixPanel(const Theme& theme, QWidget* parent = nullptr);

    void
    begin(const std::filesystem::path& project, const std::vector<DatasetEntry>& sets, const QString& first);

protected:
    void start() override;
    void check() override;
    void retranslate() override;

private:
    struct Choice {
        DatasetEntry set;
        QCheckBox* taken = nullptr;
        QDoubleSpinBox* weight = nullptr;
    };

    void makeForm();
    void addChoice(const DatasetEntry& set, bool taken);
    MixStrategy strategy() const;
    std::vector<MixedDataset> chosen() const;

    Card* m_setCard;
    QGridLayout* m_grid;
    QLabel* m_setLabel;
    QLabel* m_rowsLabel;
    QLabel* m_weightLabel;
    std::vector<Choice> m_choices;
    Card* m_formCard;
    QLabel* m_strategyLabel;
    QComboBox* m_strategy;
    QLabel* m_seedLabel;
    QSpinBox* m_seed;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_outcome;
};

} // namespace temper
