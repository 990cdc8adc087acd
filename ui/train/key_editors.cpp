// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/choice_editors.h"
#include "ui/train/text_editors.h"

namespace temper {

KeyEditor* makeKeyEditor(const RecipeKey& key, const Theme& theme)
{
    switch (keyType(key)) {
    case KeyType::WholeNumber:
    case KeyType::Number:
        return new NumberEditor(key, theme);
    case KeyType::Switch:
        return new SwitchEditor;
    case KeyType::Choice:
        return new ChoiceEditor(key, theme);
    case KeyType::TextList:
        if (key.listKind != ListKind::Names)
            return new LinesEditor(key, theme);
        return new TextEditor(key, theme);
    case KeyType::Text:
    case KeyType::Path:
    case KeyType::NumberList:
    case KeyType::Mapping:
        return new TextEditor(key, theme);
    }
    return new TextEditor(key, theme);
}

} // namespace temper
