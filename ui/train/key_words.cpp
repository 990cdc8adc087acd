// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/key_words.h"

#include <array>

namespace temper {

namespace {

constexpr std::array<const char*, 8> kUnits {
    QT_TRANSLATE_NOOP("temper::KeyWords", "rows"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "tokens"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "layers"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "epochs"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "steps"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "batches"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "evaluations"),
    QT_TRANSLATE_NOOP("temper::KeyWords", "checkpoints"),
};

} // namespace

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool KeyWords::isChinese()
{
    //: The language of the explanations in the form: en or zh.
    return tr("en") == QLatin1String("zh");
}

QString KeyWords::title(const RecipeKey& key)
{
    return toQString(isChinese() ? key.title.chinese : key.title.english);
}

QString KeyWords::sentence(const RecipeKey& key)
{
    return toQString(isChinese() ? key.chinese : key.english);
}

QString KeyWords::unit(const RecipeKey& key)
{
    for (const char* unit : kUnits) {
        if (key.unit == unit)
            return tr(unit);
    }
    return toQString(key.unit);
}

QString KeyWords::group(RecipeGroup group)
{
    switch (group) {
    case RecipeGroup::Model:
        return tr("Model");
    case RecipeGroup::Method:
        return tr("Method");
    case RecipeGroup::Data:
        return tr("Data");
    case RecipeGroup::Training:
        return tr("Training");
    case RecipeGroup::Evaluation:
        return tr("Evaluation");
    case RecipeGroup::Output:
        return tr("Output");
    }
    return {};
}

QString KeyWords::choiceTitle(const KeyChoice& choice)
{
    return toQString(choice.title.empty() ? choice.text : choice.title);
}

QString KeyWords::choiceSentence(const KeyChoice& choice)
{
    return toQString(isChinese() ? choice.chinese : choice.english);
}

} // namespace temper
