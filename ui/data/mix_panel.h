// SPDX-License-Identifier: GPL-3.0-or-later
// Making one set of several, in the page.
#pragma once

#include "ui/data/set_files.h"
#include "ui/task/job.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace temper {

class Card;
class Notice;
class ProgressStrip;
class Theme;

class MixPanel : public QWidget {
    Q_OBJECT
public:
    explicit MixPanel(const Theme& theme, QWidget* parent = nullptr);

    void
    begin(const std::filesystem::path& project, const std::vector<DatasetEntry>& sets, const QString& first);

Q_SIGNALS:
    void made(const QString& name);
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Choice {
        DatasetEntry set;
        QCheckBox* taken = nullptr;
        QDoubleSpinBox* weight = nullptr;
    };

    QWidget* makeHead();
    void makeForm();
    void addChoice(const DatasetEntry& set, bool taken);
    MixStrategy strategy() const;
    std::vector<MixedDataset> chosen() const;
    void check();
    void start();
    void setBusy(bool busy);
    void retranslate();

    std::filesystem::path m_project;
    std::vector<DatasetEntry> m_sets;
    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_cancel;
    QPushButton* m_go;
    Notice* m_notice;
    ProgressStrip* m_progress;
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
    Job<QString> m_job;
};

} // namespace temper
