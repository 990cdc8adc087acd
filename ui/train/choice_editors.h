// SPDX-License-Identifier: GPL-3.0-or-later
// Editors for what is chosen: a list of values with their explanations, and a switch.
#pragma once

#include "ui/train/key_editor.h"

class QCheckBox;
class QComboBox;

namespace temper {

class ChoiceEditor : public KeyEditor {
    Q_OBJECT
public:
    ChoiceEditor(const RecipeKey& key, const Theme& theme, QWidget* parent = nullptr);

    void setValue(const QString& text, const QString& standard) override;
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const RecipeKey& m_key;
    QComboBox* m_box;
};

class SwitchEditor : public KeyEditor {
    Q_OBJECT
public:
    explicit SwitchEditor(QWidget* parent = nullptr);

    void setValue(const QString& text, const QString& standard) override;
    void retranslate() override;

private:
    QCheckBox* m_box;
};

} // namespace temper
