// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/set_changes.h"

#include "core/common/base/error.h"
#include "core/common/base/progress.h"
#include "core/common/data/dataset.h"
#include "core/common/project/frozen_data.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <set>

namespace temper {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPage = 10000;

// Of the rows in use.
std::set<ContentHash> hashesOf(const Dataset& set, const std::stop_token& stop)
{
    const std::vector<std::uint64_t> setAside = set.rowsSetAside();
    std::set<ContentHash> hashes;
    for (std::uint64_t first = 0; first < set.rowCount(); first += kPage) {
        throwIfStopped(stop);
        std::uint64_t number = first;
        for (const ContentHash& hash : set.hashes(first, kPage)) {
            if (!std::ranges::binary_search(setAside, number++))
                hashes.insert(hash);
        }
    }
    return hashes;
}

// A set of which only the first rows were taken gains nothing that the run would have seen.
bool takesAllRows(const RunFolder& run)
{
    try {
        return readRecipeFile(run.recipeFile()).recipe.maxSamples <= 0;
    } catch (const Error&) {
        return false;
    }
}

std::uint64_t missingFrom(const FrozenData& frozen, std::uint32_t set, const std::set<ContentHash>& present)
{
    std::set<std::uint64_t> missing; // a row may be frozen more than once
    for (const FrozenRow& row : frozen.rows) {
        if (row.set == set && !present.contains(row.hash))
            missing.insert(row.row);
    }
    return missing.size();
}

} // namespace

std::optional<std::uint64_t>
rowsChangedSince(const fs::path& project, const RunFolder& run, const std::stop_token& stop)
{
    const fs::path list = run.dataFolder() / "revision.jsonl";
    std::error_code unseen;
    if (!fs::exists(list, unseen))
        return std::nullopt;
    const FrozenData frozen = readFrozenData(list);
    const bool counting = takesAllRows(run);
    std::optional<std::uint64_t> changed;
    for (std::uint32_t i = 0; i < frozen.sets.size(); ++i) {
        const fs::path file = project / "data" / pathFromUtf8(frozen.sets[i].name + ".sqlite");
        if (!fs::exists(file, unseen))
            continue;
        const Dataset set(file);
        const std::uint64_t before = frozen.sets[i].rows;
        const std::uint64_t now = set.counts().inUse();
        const std::uint64_t added = counting && now > before ? now - before : 0;
        changed = changed.value_or(0) + missingFrom(frozen, i, hashesOf(set, stop)) + added;
    }
    return changed;
}

} // namespace temper
