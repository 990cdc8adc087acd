// SPDX-License-Identifier: GPL-3.0-or-later
// Dividing a set into one that trains and one that validates, in the page.
#pragma once

#include "ui/data/set_maker.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace temper {

class Card;

class SplitPanel : public SetMaker {
    Q_OBJECT
public:
    explicit SplitPanel(const Theme& theme, QWidget* parent = nullptr);

    void begin(const std::filesystem::path& project,
        const std::vector<DatasetEntry>& sets,
        const DatasetEntry& set,
        std::uint64_t rows); // in use

protected:
    void start() override;
    void check() override;
    void retranslate() override;

private:
    void makeForm(Card* card);

    DatasetEntry m_set;
    std::uint64_t m_rows = 0;
    Card* m_card;
    QLabel* m_shareLabel;
    QDoubleSpinBox* m_share;
    QLabel* m_seedLabel;
    QSpinBox* m_seed;
    QLabel* m_trainLabel;
    QLineEdit* m_train;
    QLabel* m_validationLabel;
    QLineEdit* m_validation;
    QLabel* m_outcome;
};

} // namespace temper
