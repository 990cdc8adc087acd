// SPDX-License-Identifier: Apache-2.0
// The one table of recipe keys. Reading, checking, writing, the help and the window's form all follow from
// it.
#pragma once

#include "core/common/recipe/recipe.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace temper {

enum class RecipeGroup { Model, Method, Data, Training, Evaluation, Output };

enum class KeyView { Simple, Full }; // Simple: shown to everybody; Full: behind "all settings"

enum class KeyType { Text, Path, WholeNumber, Number, Switch, Choice, TextList, NumberList, Mapping };

// How a scale is walked: a slider's steps and what "did you mean" proposes.
enum class KeyScale { Linear, Logarithmic, Ratio };

// What the entries of a text list are.
enum class ListKind {
    Names, // "a, b" is two entries
    Paths, // the same; an entry that exists as a file is made absolute
    Texts, // a single text is one entry, commas and all
};

// One value of a choice. `text` is what a recipe says.
struct KeyChoice {
    std::string_view text;
    std::string_view english;
    std::string_view chinese;
    std::string_view title = {}; // the proper name of a method; empty: the text itself
};

// What a form writes before the field.
struct KeyTitle {
    std::string_view english;
    std::string_view chinese;
};

// An enum field of Recipe, read and written as the index of its choice.
struct ChoiceField {
    int (*read)(const Recipe&);
    void (*write)(Recipe&, int);
};

template <auto Member> constexpr ChoiceField choiceField()
{
    using Enum = std::remove_reference_t<decltype(std::declval<Recipe&>().*Member)>;
    return { [](const Recipe& recipe) { return static_cast<int>(recipe.*Member); },
        [](Recipe& recipe, int index) { recipe.*Member = static_cast<Enum>(index); } };
}

using KeyField = std::variant<std::string Recipe::*,
    std::filesystem::path Recipe::*,
    std::int64_t Recipe::*,
    double Recipe::*,
    std::optional<double> Recipe::*,
    bool Recipe::*,
    std::vector<std::string> Recipe::*,
    std::vector<double> Recipe::*,
    std::map<std::string, std::string> Recipe::*,
    ChoiceField>;

inline constexpr unsigned kAnyMethod = 0;

constexpr unsigned methodBit(FinetuningType type)
{
    return 1U << static_cast<unsigned>(type);
}
constexpr unsigned stageBit(Stage stage)
{
    return 1U << static_cast<unsigned>(stage);
}

struct RecipeKey {
    std::string_view name;
    KeyTitle title;
    RecipeGroup group = RecipeGroup::Model;
    KeyField field;
    KeyView view = KeyView::Full;
    std::string_view english; // one sentence
    std::string_view chinese;
    std::string_view unit = {}; // "rows", "tokens", …; empty: none
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    bool minimumIsExcluded = false;
    std::optional<double> typical = {}; // a usual value, where the default alone does not tell the size
    KeyScale scale = KeyScale::Linear;
    std::vector<KeyChoice> choices = {};
    std::vector<std::string_view> laterChoices = {}; // known values that this version does not offer
    ListKind listKind = ListKind::Names;
    unsigned methods = kAnyMethod; // bits of methodBit; 0: all
    unsigned stages = 0; // bits of stageBit; 0: all
    bool changesNumbers = true; // whether another value gives another loss series
    std::vector<std::string_view> aliases = {}; // other spellings that are read as this key
};

// All keys in the order a person thinks, and the order of the written file.
std::span<const RecipeKey> recipeKeys();

// The key of that name or alias; nullptr where there is none.
const RecipeKey* findRecipeKey(std::string_view name);

KeyType keyType(const RecipeKey& key);

// "text", "whole number", … as sentences say it.
std::string_view keyTypeName(KeyType type);

std::string_view groupName(RecipeGroup group);

// Whether the key has an effect for the recipe's stage and method.
bool keyApplies(const RecipeKey& key, const Recipe& recipe);

// "at least 1", "0 to 1", …; empty where there is no bound.
std::string keyRangeText(const RecipeKey& key);

// The value for people to read: "5e-5", "true", "q_proj, v_proj"; empty for an unset value.
std::string keyValueText(const RecipeKey& key, const Recipe& recipe);

// keyValueText of a default recipe.
std::string keyDefaultText(const RecipeKey& key);

bool keyHasDefault(const RecipeKey& key, const Recipe& recipe);

} // namespace temper
