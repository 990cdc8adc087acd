// SPDX-License-Identifier: GPL-3.0-or-later
// Editors for what is typed: numbers, texts and paths on one line, lists one item a line.
#pragma once

#include "ui/train/key_editor.h"

#include <functional>

class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QToolButton;

namespace temper {

class NumberField;

class NumberEditor : public KeyEditor {
    Q_OBJECT
public:
    NumberEditor(const RecipeKey& key, const Theme& theme, QWidget* parent = nullptr);

    void setValue(const QString& text, const QString& standard) override;
    void retranslate() override;

private:
    const RecipeKey& m_key;
    NumberField* m_field;
};

// What a field takes from the machine's files.
enum class FieldFiles { None, File, Folder, FileOrFolder };

// The button behind a field: what is offered, and the way to the files.
class OfferButton {
public:
    // `take` gets what was chosen.
    OfferButton(const RecipeKey& key,
        const Theme& theme,
        KeyEditor& editor,
        std::function<void(const QString&)> take);

    QToolButton* button() const { return m_button; }
    void setOffers(const QList<KeyOffer>& offers);
    void setChosen(const QStringList& texts); // marked in the menu; for lists
    void retranslate() { rebuild(); }

private:
    void rebuild();
    void choose(FieldFiles what);

    const RecipeKey& m_key;
    KeyEditor& m_editor;
    std::function<void(const QString&)> m_take;
    QToolButton* m_button;
    QMenu* m_menu;
    QList<KeyOffer> m_offers;
    QStringList m_chosen;
};

class TextEditor : public KeyEditor {
    Q_OBJECT
public:
    TextEditor(const RecipeKey& key, const Theme& theme, QWidget* parent = nullptr);

    void setValue(const QString& text, const QString& standard) override;
    void setOffers(const QList<KeyOffer>& offers) override { m_offers.setOffers(offers); }
    void retranslate() override { m_offers.retranslate(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const RecipeKey& m_key;
    QLineEdit* m_line;
    OfferButton m_offers;
};

class LinesEditor : public KeyEditor {
    Q_OBJECT
public:
    LinesEditor(const RecipeKey& key, const Theme& theme, QWidget* parent = nullptr);

    void setValue(const QString& text, const QString& standard) override;
    void setOffers(const QList<KeyOffer>& offers) override { m_offers.setOffers(offers); }
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitHeight();
    void append(const QStringList& entries);
    void toggle(const QString& entry);
    QStringList entries() const;

    const RecipeKey& m_key;
    QPlainTextEdit* m_lines;
    OfferButton m_offers;
};

} // namespace temper
