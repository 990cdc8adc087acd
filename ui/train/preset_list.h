// SPDX-License-Identifier: GPL-3.0-or-later
// Where a recipe begins: the methods with their shipped settings, and the person's own presets.
#pragma once

#include "ui/train/presets.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace temper {

class PresetButton;
class Theme;

class PresetList : public QWidget {
    Q_OBJECT
public:
    explicit PresetList(const Theme& theme, QWidget* parent = nullptr);

    void setMethod(const QString& method); // the draft's, as the recipe writes it
    void setOwnPresets(const QList<Preset>& presets);

Q_SIGNALS:
    void methodAsked(const QString& method);
    void presetAsked(const temper::Preset& preset);
    void removeAsked(const temper::Preset& preset);
    void saveAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QWidget* makeOwnLine(const Preset& preset);

    const Theme& m_theme;
    QString m_method;
    QList<PresetButton*> m_methods; // in the order of the table
    QList<Preset> m_own;
    QList<QWidget*> m_ownLines;
    QLabel* m_methodTitle;
    QLabel* m_ownTitle;
    QPushButton* m_save;
    QVBoxLayout* m_column;
};

} // namespace temper
