// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported, in which form, where to, and what room it takes, before anything is written.
#pragma once

#include "ui/export/export_job.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace temper {

class SourcePicker;

class ExportChoice : public Card {
    Q_OBJECT
public:
    explicit ExportChoice(const Theme& theme, QWidget* parent = nullptr);

    void setEngine(EngineSession& engine) { m_engine = &engine; }
    void setProject(const std::filesystem::path& project);
    void setSources(const QList<AnswerSource>& runs);
    void choose(const AnswerSource& source);
    void chooseForm(ExportForm form);
    void proposeFolder(); // a new one, after an export
    ExportOrder order() const;
    QString obstacle() const; // why it cannot start; empty: it can

Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Sizes {
        std::uint64_t adapter = 0;
        std::uint64_t freeDisk = 0;
        bool occupied = false;
    };

    QWidget* makeChoice(QRadioButton* button, QLabel* size, QLabel* explanation);
    QWidget* makeTarget();
    void addField(QLabel* label, QWidget* field);
    ExportForm form() const;
    std::uint64_t mergedBytes() const; // 0: not known yet
    std::uint64_t neededBytes() const;
    void askModel();
    void measure();
    void chooseFolder();
    void showSizes();
    void retranslate();

    EngineSession* m_engine = nullptr;
    std::filesystem::path m_project;
    std::filesystem::path m_asked; // the model whose parameters are known or asked for
    std::int64_t m_parameters = 0;
    std::string m_modelType; // F32, BF16, …
    Sizes m_sizes;
    QLabel* m_sourceLabel;
    SourcePicker* m_picker;
    QLabel* m_formLabel;
    QRadioButton* m_adapter;
    QLabel* m_adapterSize;
    QLabel* m_adapterWords;
    QRadioButton* m_merged;
    QLabel* m_mergedSize;
    QLabel* m_mergedWords;
    QLabel* m_typeLabel;
    QComboBox* m_type;
    QLabel* m_folderLabel;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLabel* m_room;
    LatestTask<Sizes> m_measuring;
};

} // namespace temper
