// SPDX-License-Identifier: GPL-3.0-or-later
// The settings a row is rendered with: model, chat template, cutoff, and where loss is taken.
#pragma once

#include "ui/data/render_tools.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace temper {

struct Recipe;

class RenderForm : public QWidget {
    Q_OBJECT
public:
    explicit RenderForm(QWidget* parent = nullptr);

    void setModels(const QList<ModelChoice>& models); // keeps what was chosen by hand; else takes the first
    const RenderSettings& settings() const { return m_settings; }
    QString modelName() const; // empty: none is chosen
    void chooseModel(const std::filesystem::path& model);
    void follow(
        const Recipe& nextRun); // what a run of it would read; a later choice by hand stands until it changes
    void forget(); // the project's model and settings
    void openModelList();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addRow(QGridLayout* grid, int row, QWidget* field);
    void modelPicked(int index);
    void fillModels();
    void fillWords();
    void showSettings(const RenderSettings& settings);
    enum class ModelForm { Folder, File };
    void browse(ModelForm form);
    void apply();
    void retranslate();

    RenderSettings m_settings;
    RenderSettings m_nextRun; // as it was told last
    QList<ModelChoice> m_models;
    bool m_chosenByHand = false;
    QLabel* m_modelLabel;
    QLabel* m_templateLabel;
    QLabel* m_cutoffLabel;
    QLabel* m_lossLabel;
    QComboBox* m_model;
    QComboBox* m_template;
    QSpinBox* m_cutoff;
    QComboBox* m_loss;
};

} // namespace temper
