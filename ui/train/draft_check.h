// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a draft, key by key, and the runs it asks for.
#pragma once

#include "core/common/project/project.h"
#include "core/common/recipe/recipe_check.h"
#include "ui/train/recipe_draft.h"

#include <string>
#include <vector>

namespace temper {

// What a project has to offer to a recipe.
struct ProjectChoices {
    std::filesystem::path folder; // of the project
    std::vector<DatasetEntry> datasets;
    std::vector<ModelEntry> models;
};

// Reads the project's database. Throws what the project throws.
ProjectChoices readProjectChoices(const std::filesystem::path& folder);

// A problem or a hint about an entry of the opened file that is no key of a recipe.
struct OtherEntryNote {
    YamlEntry entry;
    std::string sentence;
    std::string remedy;
    std::string meant; // the key that was probably meant; empty: none
    bool isProblem = false; // else the entry is passed over
};

struct DraftCheck {
    Recipe recipe; // the first run's; what is wrong has its default. Paths are resolved.
    std::vector<RecipeProblem> problems; // in the order of the keys
    std::vector<RecipeHint> hints;
    std::vector<OtherEntryNote> others;
    std::size_t runs = 1; // how many the draft asks for

    bool isReady() const;
};

inline constexpr std::size_t kMostRuns = 64; // of one draft

// Values, ranges and what goes with what; looks for files, so not in the GUI thread.
DraftCheck checkDraft(const RecipeDraft& draft, const ProjectChoices& choices);

// Only what decides which keys apply: stage, method and the other values as far as they are right. Looks at
// no file.
Recipe recipeOf(const RecipeDraft& draft);

struct RecipeVariant {
    Recipe recipe;
    std::string difference; // "learning_rate 1e-4, lora_rank 8"; empty for the only one
};

// Every combination of the listed values, the last list turning first; each named by what differs. The draft
// has no problem.
std::vector<RecipeVariant> draftVariants(const RecipeDraft& draft);

} // namespace temper
