// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/new_project.h"

#include "core/common/base/os_atomic_file.h"
#include "core/common/data/import.h"
#include "core/common/project/model_library.h"
#include "core/common/project/project.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/recipe_value.h"
#include "core/common/recipe/recipe_writer.h"

namespace temper {

namespace fs = std::filesystem;

namespace {

void importSets(const NewProject& wanted,
    Project& project,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    for (const NewSet& set : wanted.sets) {
        const std::string file = "data/" + set.name + ".sqlite";
        ImportOptions options;
        options.name = set.name;
        const ImportReport report
            = importFiles({ set.file }, project.folder() / pathFromUtf8(file), options, progress, stop);
        project.putDataset({ set.name, file, report.rows, 0 });
    }
}

void writeRecipe(const NewProject& wanted, const Project& project)
{
    Recipe recipe = wanted.recipe;
    recipe.modelNameOrPath = wanted.model;
    const RecipeTextOptions options { .folder = project.folder(), .root = project.folder() };
    writeFileAtomically(project.folder() / "recipe.yaml", recipeText(recipe, options));
}

} // namespace

void makeProject(const NewProject& wanted, const ProgressFunction& progress, const std::stop_token& stop)
{
    std::error_code code;
    const bool wasThere = fs::exists(wanted.folder, code);
    try {
        Project project = Project::create(wanted.folder);
        importSets(wanted, project, progress, stop);
        throwIfStopped(stop);
        if (!wanted.model.empty())
            addModel(project, wanted.model, wanted.modelName);
        writeRecipe(wanted, project);
    } catch (...) {
        if (!wasThere)
            fs::remove_all(wanted.folder, code);
        throw;
    }
}

fs::path freeProjectFolder(const fs::path& parent, const std::string& name)
{
    const std::string plain = folderName(name);
    std::error_code code;
    fs::path folder = parent / pathFromUtf8(plain);
    for (int number = 2; fs::exists(folder, code); ++number)
        folder = parent / pathFromUtf8(plain + "-" + std::to_string(number));
    return folder;
}

} // namespace temper
