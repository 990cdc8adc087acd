// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_writer.h"

#include "core/common/recipe/recipe_value.h"
#include "core/common/recipe/yaml_text.h"

#include <fmt/format.h>

namespace temper {
namespace {

namespace fs = std::filesystem;

// PyYAML takes 5e-5 for a text; with a point everybody takes it for a number.
std::string yamlNumber(double value)
{
    std::string text = numberText(value);
    const std::size_t exponent = text.find('e');
    if (exponent != std::string::npos && text.find('.') == std::string::npos)
        text.insert(exponent, ".0");
    return text;
}

class ValueWriter {
public:
    ValueWriter(const RecipeKey& key, const Recipe& recipe, const RecipeTextOptions& options)
        : m_key(key)
        , m_recipe(recipe)
        , m_options(options)
    {
    }

    // Each answers with what stands behind "key:", its leading blank or line feed included.
    std::string operator()(std::string Recipe::*field) const { return " " + yamlScalar(m_recipe.*field); }
    std::string operator()(fs::path Recipe::*field) const
    {
        return " " + yamlScalar(portable(m_recipe.*field));
    }
    std::string operator()(std::int64_t Recipe::*field) const { return fmt::format(" {}", m_recipe.*field); }
    std::string operator()(double Recipe::*field) const { return " " + yamlNumber(m_recipe.*field); }
    std::string operator()(std::optional<double> Recipe::*field) const
    {
        return m_recipe.*field ? " " + yamlNumber(*(m_recipe.*field)) : std::string();
    }
    std::string operator()(bool Recipe::*field) const { return m_recipe.*field ? " true" : " false"; }
    std::string operator()(const ChoiceField&) const { return " " + keyValueText(m_key, m_recipe); }

    std::string operator()(std::vector<std::string> Recipe::*field) const
    {
        std::vector<std::string> items;
        for (const std::string& item : m_recipe.*field)
            items.push_back(
                yamlScalar(m_key.listKind == ListKind::Paths ? portable(pathFromUtf8(item)) : item));
        return m_key.listKind == ListKind::Names ? flow(items) : block(items);
    }

    std::string operator()(std::vector<double> Recipe::*field) const
    {
        std::vector<std::string> items;
        for (const double number : m_recipe.*field)
            items.push_back(yamlNumber(number));
        return flow(items);
    }

    std::string operator()(std::map<std::string, std::string> Recipe::*field) const
    {
        std::string text;
        for (const auto& [name, column] : m_recipe.*field)
            text += fmt::format("\n  {}: {}", yamlScalar(name), yamlScalar(column));
        return text.empty() ? " {}" : text;
    }

private:
    static std::string flow(const std::vector<std::string>& items)
    {
        std::string text;
        for (const std::string& item : items)
            text += (text.empty() ? "" : ", ") + item;
        return " [" + text + "]";
    }

    static std::string block(const std::vector<std::string>& items)
    {
        std::string text;
        for (const std::string& item : items)
            text += "\n  - " + item;
        return text.empty() ? " []" : text;
    }

    // Relative to the written file where the path lies in the project, so that a moved project still runs.
    std::string portable(const fs::path& path) const
    {
        if (m_options.root.empty() || !path.is_absolute())
            return utf8FromPath(path);
        const fs::path inside = path.lexically_relative(m_options.root);
        const bool isInside = !inside.empty() && *inside.begin() != "..";
        return utf8FromPath(isInside ? path.lexically_relative(m_options.folder) : path);
    }

    const RecipeKey& m_key;
    const Recipe& m_recipe;
    const RecipeTextOptions& m_options;
};

std::string comment(const RecipeKey& key, const Recipe& recipe, Language language)
{
    std::string facts;
    const auto add = [&](const std::string& fact) { facts += (facts.empty() ? "" : "; ") + fact; };
    if (!key.unit.empty())
        add(std::string(key.unit));
    if (keyType(key) == KeyType::Choice) {
        std::string choices;
        for (const KeyChoice& choice : key.choices)
            choices += fmt::format("{}{}", choices.empty() ? "" : ", ", choice.text);
        add(choices);
    }
    const std::string standard = keyDefaultText(key);
    if (!standard.empty() && !keyHasDefault(key, recipe))
        add(fmt::format("{} {}", language == Language::English ? "default" : "默认", standard));
    return fmt::format("# {}{}\n", keyExplanation(key, language), facts.empty() ? "" : " (" + facts + ")");
}

bool isUnset(const RecipeKey& key, const Recipe& recipe)
{
    return keyHasDefault(key, recipe) && keyDefaultText(key).empty();
}

std::string_view heading(RecipeGroup group, Language language)
{
    if (language == Language::English)
        return groupName(group);
    switch (group) {
    case RecipeGroup::Model:
        return "模型";
    case RecipeGroup::Method:
        return "方法";
    case RecipeGroup::Data:
        return "数据";
    case RecipeGroup::Training:
        return "训练";
    case RecipeGroup::Evaluation:
        return "评估";
    case RecipeGroup::Output:
        return "输出";
    }
    return {};
}

} // namespace

std::string recipeText(const Recipe& recipe, const RecipeTextOptions& options)
{
    std::string text;
    std::optional<RecipeGroup> group;
    for (const RecipeKey& key : recipeKeys()) {
        const bool shown = key.view == KeyView::Simple && keyApplies(key, recipe);
        if (options.keys == WrittenKeys::Changed && keyHasDefault(key, recipe) && !shown)
            continue;
        if (group != key.group)
            text += fmt::format("{}### {}\n", text.empty() ? "" : "\n", heading(key.group, options.language));
        group = key.group;
        text += comment(key, recipe, options.language);
        text += isUnset(key, recipe)
            ? fmt::format("# {}:\n", key.name)
            : fmt::format("{}:{}\n", key.name, std::visit(ValueWriter(key, recipe, options), key.field));
    }
    return text;
}

std::string_view keyExplanation(const RecipeKey& key, Language language)
{
    return language == Language::English ? key.english : key.chinese;
}

std::string recipeHelpText(Language language)
{
    std::string text;
    std::optional<RecipeGroup> group;
    for (const RecipeKey& key : recipeKeys()) {
        if (group != key.group)
            text += fmt::format("{}{}:\n", text.empty() ? "" : "\n", heading(key.group, language));
        group = key.group;
        std::string facts(keyTypeName(keyType(key)));
        for (const KeyChoice& choice : key.choices)
            facts += fmt::format("{}{}", &choice == &key.choices.front() ? ": " : ", ", choice.text);
        const std::string range = keyRangeText(key);
        facts += range.empty() ? "" : ", " + range;
        facts += key.unit.empty() ? "" : fmt::format(", {}", key.unit);
        const std::string standard = keyDefaultText(key);
        facts += standard.empty() ? "" : ", default " + standard;
        text += fmt::format("  {} ({})\n      {}\n", key.name, facts, keyExplanation(key, language));
    }
    return text;
}

} // namespace temper
