// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_paths.h"

#include "core/common/base/os_paths.h"
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <array>
#include <vector>

namespace temper {
namespace {

namespace fs = std::filesystem;

fs::path withHome(const fs::path& path)
{
    const std::string text = utf8FromPath(path);
    return text.starts_with("~/") ? homeFolder() / pathFromUtf8(text.substr(2)) : path;
}

// The first of folder/path that exists, absolute; the path itself where none does.
fs::path found(const fs::path& given, const std::vector<fs::path>& folders)
{
    const fs::path path = withHome(given);
    if (path.empty())
        return path;
    for (const fs::path& folder : folders) {
        std::error_code unreadable;
        const fs::path candidate = fs::absolute(folder / path).lexically_normal();
        if (fs::exists(candidate, unreadable))
            return candidate;
    }
    return path;
}

void resolveEntries(std::vector<std::string>& entries, const std::vector<fs::path>& folders)
{
    for (std::string& entry : entries)
        entry = utf8FromPath(found(pathFromUtf8(entry), folders));
}

} // namespace

void resolveRecipePaths(Recipe& recipe, const fs::path& folder)
{
    const std::vector<fs::path> places { folder, fs::current_path() };
    recipe.modelNameOrPath = found(recipe.modelNameOrPath, places);
    recipe.datasetDir = found(recipe.datasetDir, places);
    resolveEntries(recipe.adapterNameOrPath, places);
    if (recipe.templateName.ends_with(".jinja"))
        recipe.templateName = utf8FromPath(found(pathFromUtf8(recipe.templateName), places));

    std::vector<fs::path> dataPlaces = places;
    if (!recipe.datasetDir.empty())
        dataPlaces.insert(dataPlaces.begin(), recipe.datasetDir);
    resolveEntries(recipe.dataset, dataPlaces);
    resolveEntries(recipe.evalDataset, dataPlaces);

    if (!recipe.outputDir.empty())
        recipe.outputDir = fs::absolute(withHome(recipe.outputDir)).lexically_normal();
}

bool looksLikeDataFile(std::string_view entry)
{
    constexpr std::array<std::string_view, 9> kExtensions { ".json", ".jsonl", ".csv", ".tsv", ".parquet",
        ".arrow", ".feather", ".txt", ".gz" };
    const bool hasExtension
        = std::ranges::any_of(kExtensions, [&](auto extension) { return entry.ends_with(extension); });
    return hasExtension || entry.find('/') != std::string_view::npos
        || entry.find('\\') != std::string_view::npos;
}

} // namespace temper
