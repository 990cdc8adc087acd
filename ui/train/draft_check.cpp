// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/draft_check.h"

#include "core/common/base/error.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/other_keys.h"
#include "core/common/recipe/recipe_edit.h"
#include "core/common/recipe/recipe_paths.h"

#include <algorithm>
#include <fmt/format.h>

namespace temper {

namespace {

// What the texts say, each list by its first value.
struct ReadValues {
    Recipe recipe;
    std::vector<RecipeProblem> problems;
    std::map<std::string, std::string> places;
};

void readKey(const RecipeKey& key, const std::string& text, ReadValues& read)
{
    const std::string name(key.name);
    read.places[name] = name;
    const std::vector<std::string> values = valuesOf(key, text);
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        if (const std::string problem = setKeyValue(key, rawValueOf(key, *value), read.recipe);
            !problem.empty())
            read.problems.push_back({ name, problem, {} });
    }
}

ReadValues readValues(const RecipeDraft& draft)
{
    ReadValues read;
    for (const RecipeKey& key : recipeKeys()) {
        const auto text = draft.texts.find(key.name);
        if (text != draft.texts.end())
            readKey(key, text->second, read);
    }
    return read;
}

bool concerns(const std::vector<RecipeProblem>& problems, const std::string& key)
{
    return std::ranges::any_of(problems, [&](const RecipeProblem& problem) { return problem.key == key; });
}

std::string meantKey(const std::string& name)
{
    if (findRecipeKey(name))
        return {};
    if (const OtherKey* other = findOtherKey(name))
        return other->kind == OtherKeyKind::CalledOtherwise ? std::string(other->ours) : std::string();
    std::vector<std::string_view> names;
    for (const RecipeKey& key : recipeKeys())
        names.push_back(key.name);
    return std::string(nearestWord(name, names));
}

// The reader itself says what it thinks of the entry.
OtherEntryNote noteOn(const YamlEntry& entry, const RecipeDraft& draft)
{
    OtherEntryNote note { entry, {}, {}, meantKey(entry.key), true };
    if (const RecipeKey* key = findRecipeKey(entry.key)) {
        note.sentence = fmt::format("{} is given more than once.", key->name);
        note.remedy = "Remove one of the two lines.";
        return note;
    }
    const std::string subject = "recipe";
    try {
        const ReadRecipe read = readRecipeText(recipeEntryText(entry), subject, draft.folder);
        note.isProblem = false;
        const std::string place = subject + ":1: ";
        if (!read.warnings.empty())
            note.sentence
                = read.warnings.front().substr(read.warnings.front().starts_with(place) ? place.size() : 0);
    } catch (const Error& error) {
        note.sentence = error.sentence();
        note.remedy = error.remedy();
    }
    return note;
}

void checkSetNames(const Recipe& recipe, const ProjectChoices& choices, std::vector<RecipeProblem>& problems)
{
    if (choices.folder.empty())
        return;
    const auto check = [&](const char* key, const std::vector<std::string>& entries) {
        for (const std::string& entry : entries) {
            const bool known
                = std::ranges::find(choices.datasets, entry, &DatasetEntry::name) != choices.datasets.end()
                || looksLikeDataFile(entry);
            std::error_code unreadable;
            if (!known && !std::filesystem::exists(pathFromUtf8(entry), unreadable))
                problems.push_back({ key, fmt::format("{}: the project has no data set \"{}\".", key, entry),
                    "Choose one of the project's sets or a file." });
        }
    };
    check("dataset", recipe.dataset);
    check("eval_dataset", recipe.evalDataset);
}

std::size_t runCount(const RecipeDraft& draft)
{
    constexpr std::size_t kFarTooMany = 1000000;
    std::size_t count = 1;
    for (const auto& [name, text] : draft.texts) {
        const RecipeKey* key = findRecipeKey(name);
        count = std::min(kFarTooMany, count * (key ? valuesOf(*key, text).size() : 1));
    }
    return count;
}

int placeInTable(const std::string& name)
{
    const auto keys = recipeKeys();
    const auto found = std::ranges::find(keys, name, &RecipeKey::name);
    return static_cast<int>(found - keys.begin());
}

struct Sweep {
    const RecipeKey* key;
    std::vector<std::string> values;
};

std::vector<Sweep> sweepsOf(const RecipeDraft& draft)
{
    std::vector<Sweep> sweeps;
    for (const RecipeKey& key : recipeKeys()) {
        const auto text = draft.texts.find(key.name);
        if (text == draft.texts.end())
            continue;
        std::vector<std::string> values = valuesOf(key, text->second);
        if (values.size() > 1)
            sweeps.push_back({ &key, std::move(values) });
    }
    return sweeps;
}

} // namespace

bool DraftCheck::isReady() const
{
    return problems.empty()
        && std::ranges::none_of(others, [](const OtherEntryNote& note) { return note.isProblem; });
}

ProjectChoices readProjectChoices(const std::filesystem::path& folder)
{
    const Project project = Project::open(folder, ProjectAccess::ReadOnly);
    return { project.folder(), project.datasets(), project.models() };
}

Recipe recipeOf(const RecipeDraft& draft)
{
    return readValues(draft).recipe;
}

DraftCheck checkDraft(const RecipeDraft& draft, const ProjectChoices& choices)
{
    ReadValues values = readValues(draft);
    DraftCheck check;
    check.runs = runCount(draft);
    check.problems = std::move(values.problems);
    resolveRecipePaths(values.recipe, draft.folder);
    std::vector<RecipeProblem> together = recipeProblems(values.recipe);
    checkSetNames(values.recipe, choices, together);
    for (RecipeProblem& problem : together) {
        if (!concerns(check.problems, problem.key))
            check.problems.push_back(std::move(problem));
    }
    std::ranges::stable_sort(
        check.problems, {}, [](const auto& problem) { return placeInTable(problem.key); });
    check.recipe = values.recipe;
    check.hints = hintsByKey({ values.recipe, "recipe", values.places, {} });
    for (const YamlEntry& entry : draft.others)
        check.others.push_back(noteOn(entry, draft));
    const std::vector<Sweep> sweeps = sweepsOf(draft);
    if (check.runs > kMostRuns && !sweeps.empty())
        check.problems.push_back({ std::string(sweeps.back().key->name),
            fmt::format("{}: the lists ask for {} runs, and {} are the most.", sweeps.back().key->name,
                check.runs, kMostRuns),
            "Shorten a list." });
    return check;
}

std::vector<RecipeVariant> draftVariants(const RecipeDraft& draft)
{
    const std::vector<Sweep> sweeps = sweepsOf(draft);
    Recipe base = readValues(draft).recipe;
    resolveRecipePaths(base, draft.folder);
    std::vector<RecipeVariant> variants { { base, {} } };
    for (const Sweep& sweep : sweeps) {
        std::vector<RecipeVariant> next;
        for (const RecipeVariant& variant : variants) {
            for (const std::string& value : sweep.values) {
                RecipeVariant made = variant;
                static_cast<void>(setKeyValue(*sweep.key, rawValueOf(*sweep.key, value), made.recipe));
                made.difference
                    += fmt::format("{}{} {}", made.difference.empty() ? "" : ", ", sweep.key->name, value);
                next.push_back(std::move(made));
            }
        }
        variants = std::move(next);
    }
    for (RecipeVariant& variant : variants) {
        if (!variant.difference.empty())
            variant.recipe.runName = fmt::format("{} {}", runTitle(variant.recipe), variant.difference);
    }
    return variants;
}

} // namespace temper
