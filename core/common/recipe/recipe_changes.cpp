// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_changes.h"

#include "core/common/recipe/recipe_keys.h"

#include <fmt/format.h>

namespace temper {

std::vector<std::string> recipeChanges(const Recipe& before, const Recipe& now)
{
    const auto said
        = [](const std::string& value) { return value.empty() ? std::string("not given") : value; };
    std::vector<std::string> changes;
    for (const RecipeKey& key : recipeKeys()) {
        if (!key.changesNumbers || !(keyApplies(key, before) || keyApplies(key, now)))
            continue;
        const std::string then = keyValueText(key, before);
        const std::string value = keyValueText(key, now);
        if (then != value)
            changes.push_back(fmt::format("{} was {} and is {}", key.name, said(then), said(value)));
    }
    return changes;
}

} // namespace temper
