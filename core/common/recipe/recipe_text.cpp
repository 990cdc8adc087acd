// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_keys.h"
#include "core/common/recipe/recipe_value.h"

#include <fmt/ranges.h>

namespace temper {
namespace {

struct ValueText {
    const RecipeKey& key;
    const Recipe& recipe;

    std::string operator()(std::string Recipe::*field) const { return recipe.*field; }
    std::string operator()(std::filesystem::path Recipe::*field) const { return utf8FromPath(recipe.*field); }
    std::string operator()(std::int64_t Recipe::*field) const { return std::to_string(recipe.*field); }
    std::string operator()(double Recipe::*field) const { return numberText(recipe.*field); }
    std::string operator()(std::optional<double> Recipe::*field) const
    {
        return recipe.*field ? numberText(*(recipe.*field)) : std::string();
    }
    std::string operator()(bool Recipe::*field) const { return recipe.*field ? "true" : "false"; }
    std::string operator()(std::vector<std::string> Recipe::*field) const
    {
        return fmt::format("{}", fmt::join(recipe.*field, ", "));
    }
    std::string operator()(std::vector<double> Recipe::*field) const
    {
        std::vector<std::string> numbers;
        for (const double number : recipe.*field)
            numbers.push_back(numberText(number));
        return fmt::format("{}", fmt::join(numbers, ", "));
    }
    std::string operator()(std::map<std::string, std::string> Recipe::*field) const
    {
        std::vector<std::string> entries;
        for (const auto& [name, column] : recipe.*field)
            entries.push_back(name + "=" + column);
        return fmt::format("{}", fmt::join(entries, ", "));
    }
    std::string operator()(const ChoiceField& field) const
    {
        return std::string(key.choices.at(static_cast<std::size_t>(field.read(recipe))).text);
    }
};

} // namespace

std::string keyValueText(const RecipeKey& key, const Recipe& recipe)
{
    return std::visit(ValueText { key, recipe }, key.field);
}

std::string keyDefaultText(const RecipeKey& key)
{
    return keyValueText(key, Recipe {});
}

bool keyHasDefault(const RecipeKey& key, const Recipe& recipe)
{
    const Recipe standard;
    return std::visit(
        [&](const auto& field) {
            if constexpr (std::is_same_v<std::decay_t<decltype(field)>, ChoiceField>)
                return field.read(recipe) == field.read(standard);
            else
                return recipe.*field == standard.*field;
        },
        key.field);
}

std::filesystem::path pathFromUtf8(std::string_view text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

std::string utf8FromPath(const std::filesystem::path& path)
{
    const std::u8string text = path.generic_u8string();
    return { text.begin(), text.end() };
}

} // namespace temper
