// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/recipe_sets.h"

#include "core/common/base/error.h"
#include "core/common/data/dataset_info.h"
#include "core/common/project/project_datasets.h"

#include <algorithm>
#include <optional>

namespace temper {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> findFile(const std::string& name, const Recipe& recipe, const fs::path& projectData)
{
    std::vector<fs::path> places { name };
    if (!projectData.empty())
        if (const auto set = findDataset(projectData.parent_path(), name))
            places.push_back(*set);
    places.insert(places.end(),
        { recipe.datasetDir / name, recipe.datasetDir / (name + ".sqlite"), projectData / (name + ".sqlite"),
            projectData / name });
    for (const fs::path& place : places)
        if (std::error_code code; fs::is_regular_file(place, code))
            return place;
    return std::nullopt;
}

std::vector<fs::path> listFolders(const Recipe& recipe)
{
    return recipe.datasetDir.empty() ? std::vector<fs::path> { "data", "." }
                                     : std::vector<fs::path> { recipe.datasetDir };
}

std::optional<RecipeSet> findListed(const std::string& name, const Recipe& recipe)
{
    for (const fs::path& folder : listFolders(recipe)) {
        auto listed = findListedDataset(folder, name);
        if (!listed)
            continue;
        ColumnMap& columns = listed->reading.columns;
        if (recipe.stage == Stage::PreTraining && columns.size() == 1 && columns.contains("prompt"))
            columns = { { "text", columns["prompt"] } };
        return RecipeSet { listed->file, listed->reading, listed->samples > 0 ? listed->samples : ~0ull,
            listed->notes };
    }
    return std::nullopt;
}

[[noreturn]] void refuse(const std::string& name, const Recipe& recipe)
{
    for (const fs::path& place : { fs::path(name), recipe.datasetDir / name })
        if (std::error_code code; fs::exists(place, code) && !place.filename().empty())
            throw Error(ErrorKind::Input, "is a folder or a device, a file was expected.", place.string(),
                "Give a file, or the name of a set of this project.");
    std::string known;
    for (const fs::path& folder : listFolders(recipe))
        for (const std::string& listed : listedDatasets(folder))
            known += (known.empty() ? "" : ", ") + listed;
    throw Error(ErrorKind::Input, "there is no file and no data set \"" + name + "\".", "dataset",
        known.empty() ? "Give a file, or the name of a set of this project."
                      : "Give a file, or a name of dataset_info.json: " + known + ".");
}

} // namespace

RecipeSet findRecipeSet(const std::string& name, const Recipe& recipe, const fs::path& projectData)
{
    RecipeSet set;
    if (const auto file = findFile(name, recipe, projectData))
        set.file = *file;
    else if (auto listed = findListed(name, recipe))
        set = std::move(*listed);
    else
        refuse(name, recipe);
    if (!recipe.columns.empty())
        set.reading.columns = recipe.columns;
    set.reading.textUnit = TextUnit::File;
    if (recipe.maxSamples > 0)
        set.limit = std::min(set.limit, static_cast<std::uint64_t>(recipe.maxSamples));
    return set;
}

} // namespace temper
