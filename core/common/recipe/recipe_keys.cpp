// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_keys.h"

#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <fmt/format.h>

namespace temper {

const RecipeKey* findRecipeKey(std::string_view name)
{
    for (const RecipeKey& key : recipeKeys()) {
        if (key.name == name || std::ranges::find(key.aliases, name) != key.aliases.end())
            return &key;
    }
    return nullptr;
}

KeyType keyType(const RecipeKey& key)
{
    struct Type {
        KeyType operator()(std::string Recipe::*) const { return KeyType::Text; }
        KeyType operator()(std::filesystem::path Recipe::*) const { return KeyType::Path; }
        KeyType operator()(std::int64_t Recipe::*) const { return KeyType::WholeNumber; }
        KeyType operator()(double Recipe::*) const { return KeyType::Number; }
        KeyType operator()(std::optional<double> Recipe::*) const { return KeyType::Number; }
        KeyType operator()(bool Recipe::*) const { return KeyType::Switch; }
        KeyType operator()(std::vector<std::string> Recipe::*) const { return KeyType::TextList; }
        KeyType operator()(std::vector<double> Recipe::*) const { return KeyType::NumberList; }
        KeyType operator()(std::map<std::string, std::string> Recipe::*) const { return KeyType::Mapping; }
        KeyType operator()(const ChoiceField&) const { return KeyType::Choice; }
    };
    return std::visit(Type {}, key.field);
}

std::string_view keyTypeName(KeyType type)
{
    switch (type) {
    case KeyType::Text:
        return "text";
    case KeyType::Path:
        return "path";
    case KeyType::WholeNumber:
        return "whole number";
    case KeyType::Number:
        return "number";
    case KeyType::Switch:
        return "true or false";
    case KeyType::Choice:
        return "choice";
    case KeyType::TextList:
        return "list";
    case KeyType::NumberList:
        return "list of numbers";
    case KeyType::Mapping:
        return "list of role=column";
    }
    return {};
}

std::string_view groupName(RecipeGroup group)
{
    switch (group) {
    case RecipeGroup::Model:
        return "model";
    case RecipeGroup::Method:
        return "method";
    case RecipeGroup::Data:
        return "data";
    case RecipeGroup::Training:
        return "training";
    case RecipeGroup::Evaluation:
        return "evaluation";
    case RecipeGroup::Output:
        return "output";
    }
    return {};
}

bool keyApplies(const RecipeKey& key, const Recipe& recipe)
{
    const bool method = key.methods == kAnyMethod || (key.methods & methodBit(recipe.finetuningType)) != 0;
    return method && (key.stages == 0 || (key.stages & stageBit(recipe.stage)) != 0);
}

std::string keyRangeText(const RecipeKey& key)
{
    const std::string least = key.minimum ? numberText(*key.minimum) : std::string();
    const std::string most = key.maximum ? numberText(*key.maximum) : std::string();
    if (key.minimum && key.maximum)
        return key.minimumIsExcluded ? fmt::format("above {} to {}", least, most)
                                     : fmt::format("{} to {}", least, most);
    if (key.minimum)
        return key.minimumIsExcluded ? "above " + least : "at least " + least;
    return key.maximum ? "at most " + most : std::string();
}

} // namespace temper
