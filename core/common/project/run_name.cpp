// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_name.h"

#include "core/common/base/error.h"
#include "core/common/recipe/recipe_keys.h"
#include "core/common/recipe/recipe_value.h"

#include <fmt/format.h>

namespace temper {
namespace {

namespace fs = std::filesystem;

bool isRefusedInNames(char c)
{
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F
        || std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos;
}

// Cuts at a character's beginning.
std::string shortened(std::string name, std::size_t bytes)
{
    if (name.size() <= bytes)
        return name;
    while (bytes > 0 && (static_cast<unsigned char>(name[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return name.substr(0, bytes);
}

} // namespace

std::string runTitle(const Recipe& recipe)
{
    if (!recipe.runName.empty())
        return recipe.runName;
    const std::string set
        = recipe.dataset.empty() ? "run" : utf8FromPath(pathFromUtf8(recipe.dataset.front()).stem());
    return fmt::format("{}-{}", set, keyValueText(*findRecipeKey("finetuning_type"), recipe));
}

std::string folderName(const std::string& title)
{
    constexpr std::size_t kLongest = 60;
    std::string name;
    for (const char c : title) {
        const char kept = isRefusedInNames(c) ? '-' : c;
        if (kept != '-' || (!name.empty() && name.back() != '-'))
            name += kept;
    }
    name = shortened(std::move(name), kLongest);
    while (!name.empty() && (name.back() == '-' || name.back() == '.'))
        name.pop_back();
    while (!name.empty() && name.front() == '.')
        name.erase(0, 1);
    return name.empty() ? "run" : name;
}

RunFolder makeRunFolder(const fs::path& runs, const Recipe& recipe)
{
    const std::string name = folderName(runTitle(recipe));
    std::error_code problem;
    fs::create_directories(runs, problem);
    for (int number = 1; !problem; ++number) {
        const fs::path folder = runs / pathFromUtf8(number == 1 ? name : fmt::format("{}-{}", name, number));
        if (fs::create_directory(folder, problem)) {
            RunFolder run(folder);
            run.create();
            return run;
        }
    }
    throw Error(ErrorKind::Environment,
        fmt::format("no folder for a run can be made here: {}.", problem.message()), runs.string(),
        "Name a folder that you may write to with --run.");
}

} // namespace temper
