// SPDX-License-Identifier: GPL-3.0-or-later
// Dividing a set into one that trains and one that validates, in the page.
#pragma once

#include "ui/data/set_files.h"
#include "ui/task/job.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace temper {

class Card;
class Notice;
class ProgressStrip;
class Theme;

class SplitPanel : public QWidget {
    Q_OBJECT
public:
    explicit SplitPanel(const Theme& theme, QWidget* parent = nullptr);

    void begin(const std::filesystem::path& project,
        const std::vector<DatasetEntry>& sets,
        const DatasetEntry& set,
        std::uint64_t rows); // in use

Q_SIGNALS:
    void made(const QString& name); // the set that trains; both are in the project
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeForm(Card* card);
    void check();
    void start();
    void setBusy(bool busy);
    void retranslate();

    std::filesystem::path m_project;
    std::vector<DatasetEntry> m_sets;
    DatasetEntry m_set;
    std::uint64_t m_rows = 0;
    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_cancel;
    QPushButton* m_go;
    Notice* m_notice;
    ProgressStrip* m_progress;
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
    Job<SplitNames> m_job;
};

} // namespace temper
