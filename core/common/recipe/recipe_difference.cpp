// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_difference.h"

#include <algorithm>

namespace temper {
namespace {

bool namesTheRun(const RecipeKey& key)
{
    return key.name == "run_name" || key.name == "output_dir";
}

} // namespace

std::vector<DifferingKey> recipeDifferences(std::span<const Recipe> recipes)
{
    std::vector<DifferingKey> differences;
    for (const RecipeKey& key : recipeKeys()) {
        if (namesTheRun(key))
            continue;
        DifferingKey found { &key, {} };
        for (const Recipe& recipe : recipes)
            found.values.push_back(keyValueText(key, recipe));
        if (std::ranges::adjacent_find(found.values, std::ranges::not_equal_to()) != found.values.end())
            differences.push_back(std::move(found));
    }
    return differences;
}

} // namespace temper
