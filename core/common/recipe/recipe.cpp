// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe.h"

#include "core/common/recipe/recipe_keys.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace temper {

double effectiveLoraAlpha(const Recipe& recipe)
{
    return recipe.loraAlpha.value_or(2.0 * static_cast<double>(recipe.loraRank));
}

bool hasEvaluationSet(const Recipe& recipe)
{
    return recipe.valSize > 0 || !recipe.evalDataset.empty();
}

std::string recipeHash(const Recipe& recipe)
{
    std::string text;
    for (const RecipeKey& key : recipeKeys()) {
        if (key.changesNumbers && keyApplies(key, recipe))
            text += fmt::format("{}\x1f{}\x1e", key.name, keyValueText(key, recipe));
    }
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace temper
