// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the form: the key's title, its editor, its sentence, and under them what is wrong or why.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace temper {

class KeyEditor;
class Theme;

// What a row shows of a draft and its check.
struct KeyState {
    QString text;
    QString standard;
    bool changed = false; // from the default
    QString problem; // with its remedy
    QString hint;
    QString reason; // why the value was proposed
};

class KeyRow : public QWidget {
    Q_OBJECT
public:
    KeyRow(const RecipeKey& key, const Theme& theme, QWidget* parent = nullptr);

    const RecipeKey& key() const { return m_key; }
    KeyEditor* editor() const { return m_editor; }
    void setState(const KeyState& state);
    const KeyState& state() const { return m_state; }
    void setTitleWidth(int width);
    int wishedTitleWidth() const;
    bool matches(const QString& search) const; // by title, name or sentence
    void retranslate();

Q_SIGNALS:
    void resetAsked();
    void undoAsked();
    void redoAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeLayout();
    void placeSentence(); // beside the field, or below it where there is no room
    void restyle();
    void showWords();

    const RecipeKey& m_key;
    const Theme& m_theme;
    KeyState m_state;
    KeyEditor* m_editor;
    QLabel* m_title;
    QLabel* m_dot;
    QLabel* m_sentence;
    QLabel* m_below;
    QToolButton* m_reset;
    bool m_isNarrow = false;
};

} // namespace temper
