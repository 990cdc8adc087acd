// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/model_library.h"

#include "core/common/base/error.h"
#include "core/common/file/gguf.h"
#include "core/common/file/model_files.h"
#include "core/common/file/model_hash.h"
#include "core/common/file/model_places.h"
#include "core/common/file/quoted_name.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/recipe_value.h"

#include <set>

namespace temper {

namespace fs = std::filesystem;

namespace {

std::string textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string familyOf(const ModelFiles& files)
{
    return files.isGguf() ? textOf(files.gguf().metadata(), "general.architecture")
                          : textOf(files.config(), "model_type");
}

// A blob is named by its hash; the model in it says better what it is.
std::string readableName(const ModelFiles& files)
{
    const std::string name = modelNameOf(files.path());
    const std::string own
        = files.isGguf() ? printableName(textOf(files.gguf().metadata(), "general.name")) : std::string();
    const bool isBlob = name.starts_with("sha256-") || name.starts_with("sha256:");
    return isBlob && !own.empty() ? own : name;
}

std::string placeText(const fs::path& projectFolder, const fs::path& place)
{
    const fs::path relative = place.lexically_relative(projectFolder);
    const bool isInside = !relative.empty() && *relative.begin() != "..";
    return utf8FromPath(isInside ? relative : place);
}

fs::path absolutePlace(const fs::path& path)
{
    fs::path place = fs::absolute(path).lexically_normal();
    return place.has_filename() ? place : place.parent_path();
}

bool holds(const fs::path& place, const std::string& hash)
{
    try {
        return modelHash(ModelFiles(place)) == hash;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

ModelEntry readModelEntry(const fs::path& folderOrGguf, const std::string& name)
{
    const fs::path place = absolutePlace(folderOrGguf);
    const ModelFiles files(place);
    ModelEntry entry;
    entry.hash = modelHash(files);
    entry.name = name.empty() ? readableName(files) : name;
    entry.family = familyOf(files);
    entry.bytes = files.bytes();
    entry.places = { utf8FromPath(place) };
    return entry;
}

ModelEntry addModel(Project& project, const fs::path& folderOrGguf, const std::string& name)
{
    ModelEntry entry = readModelEntry(folderOrGguf, name);
    entry.places = { placeText(project.folder(), absolutePlace(folderOrGguf)) };
    project.putModel(entry);
    return *project.model(entry.hash);
}

void locateModel(Project& project, const ModelEntry& wanted, const fs::path& folderOrGguf)
{
    ModelEntry entry = readModelEntry(folderOrGguf, wanted.name);
    if (entry.hash != wanted.hash)
        throw Error(ErrorKind::Input,
            "is another model than " + quotedName(wanted.name) + ": its weights differ.",
            utf8FromPath(folderOrGguf),
            "Choose the folder or file it was moved to, or add this one as a model of its own.");
    entry.places = { placeText(project.folder(), absolutePlace(folderOrGguf)) };
    project.putModel(entry);
}

void addModelsOfRuns(Project& project)
{
    std::set<std::string> known;
    for (const ModelEntry& entry : project.models())
        known.insert(entry.hash);
    for (const RunSummary& summary : project.runs()) {
        try {
            const std::string hash = summary.run.readInfo().modelHash;
            if (hash.empty() || !known.insert(hash).second)
                continue;
            const fs::path place = readRecipeFile(summary.run.recipeFile()).recipe.modelNameOrPath;
            if (readModelEntry(place).hash == hash)
                addModel(project, place);
        } catch (const Error&) {
            continue;
        }
    }
}

LibraryModel findModel(const fs::path& projectFolder, const ModelEntry& entry)
{
    LibraryModel model { entry, ModelPresence::Missing, {} };
    for (const std::string& text : entry.places) {
        const fs::path place = projectFolder / pathFromUtf8(text);
        std::error_code code;
        if (model.place.empty())
            model.place = place;
        if (!fs::exists(place, code))
            continue;
        model.place = place;
        if (holds(place, entry.hash)) {
            model.presence = ModelPresence::Here;
            return model;
        }
        model.presence = ModelPresence::Changed;
    }
    return model;
}

std::vector<LibraryModel> libraryModels(const Project& project)
{
    std::vector<LibraryModel> models;
    for (const ModelEntry& entry : project.models())
        models.push_back(findModel(project.folder(), entry));
    return models;
}

} // namespace temper
