// SPDX-License-Identifier: GPL-3.0-or-later
// The control of one recipe key. It shows a text and says how the person changes it; the draft is elsewhere.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace temper {

class Theme;

// Something that can be chosen instead of typed: a data set or model of the project, a chat template.
struct KeyOffer {
    QString text; // what the field then holds
    QString title;
    QString detail; // "962 rows"
};

class KeyEditor : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    // `standard` is what an empty field means.
    virtual void setValue(const QString& text, const QString& standard) = 0;
    virtual void setOffers(const QList<KeyOffer>&) { }
    virtual void retranslate() { }

Q_SIGNALS:
    void edited(const QString& text); // by the person, on every change
    void finished(); // the person left the field or pressed Return
};

// The editor that fits the key's type. Its focus proxy is the control that takes the keys.
KeyEditor* makeKeyEditor(const RecipeKey& key, const Theme& theme);

} // namespace temper
