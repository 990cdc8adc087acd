// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the recipe's keys in the language of the window.
#pragma once

#include "core/common/recipe/recipe_keys.h"

#include <QCoreApplication>
#include <QString>

namespace temper {

QString toQString(std::string_view text);

class KeyWords {
    Q_DECLARE_TR_FUNCTIONS(temper::KeyWords)
public:
    static bool isChinese();
    static QString title(const RecipeKey& key);
    static QString sentence(const RecipeKey& key);
    static QString unit(const RecipeKey& key);
    static QString group(RecipeGroup group);
    static QString choiceTitle(const KeyChoice& choice);
    static QString choiceSentence(const KeyChoice& choice);
};

} // namespace temper
