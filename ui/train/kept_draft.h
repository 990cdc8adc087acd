// SPDX-License-Identifier: GPL-3.0-or-later
// The form's draft in the project's folder, so that nothing typed is lost with the window.
#pragma once

#include "ui/train/recipe_draft.h"

#include <filesystem>
#include <optional>

namespace temper {

// Writes new-run.json. Throws Error(Environment) where it cannot be written.
void keepDraft(const std::filesystem::path& project, const RecipeDraft& draft);

// Nothing where none was kept or what was kept cannot be read.
std::optional<RecipeDraft> keptDraft(const std::filesystem::path& project);

} // namespace temper
