// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/session_methods.h"

#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_keys.h"

namespace temper {
namespace {

// Every problem and hint of a recipe's text, for an editor that shows them all at once.
Json check(const Json& params, const SessionContext&)
{
    const ReadRecipe read = readRecipeText(params.at("text").get<std::string>(),
        params.value("name", "recipe.yaml"), params.value("folder", "."));
    Json problems = Json::array();
    for (const RecipeProblem& problem : recipeProblems(read.recipe))
        problems.push_back(
            { { "key", problem.key }, { "sentence", problem.sentence }, { "remedy", problem.remedy } });
    std::vector<std::string> hints = recipeHints(read);
    hints.insert(hints.end(), read.warnings.begin(), read.warnings.end());
    return { { "problems", problems }, { "hints", hints } };
}

Json keyToJson(const RecipeKey& key)
{
    Json json { { "name", key.name }, { "group", groupName(key.group) },
        { "type", keyTypeName(keyType(key)) }, { "default", keyDefaultText(key) },
        { "range", keyRangeText(key) }, { "unit", key.unit }, { "english", key.english },
        { "chinese", key.chinese }, { "simple", key.view == KeyView::Simple }, { "choices", Json::array() } };
    for (const KeyChoice& choice : key.choices)
        json["choices"].push_back(choice.text);
    return json;
}

Json keys(const Json&, const SessionContext&)
{
    Json all = Json::array();
    for (const RecipeKey& key : recipeKeys())
        all.push_back(keyToJson(key));
    return all;
}

} // namespace

void addRecipeMethods(SessionMethods& methods)
{
    methods["recipe.check"] = { check };
    methods["recipe.keys"] = { keys };
}

void addEngineMethods(SessionMethods& methods, const std::string& version)
{
    methods["engine.version"] = { [version](const Json&, const SessionContext&) -> Json {
        return { { "version", version }, { "protocol", 1 } };
    } };
}

} // namespace temper
