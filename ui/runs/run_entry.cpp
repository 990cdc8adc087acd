// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_entry.h"

#include "core/common/base/error.h"
#include "core/common/base/progress.h"
#include "core/common/recipe/recipe_reader.h"

namespace temper {

namespace {

std::optional<RunMethod> methodOf(const RunFolder& run)
{
    try {
        const Recipe recipe = readRecipeFile(run.recipeFile()).recipe;
        return RunMethod { recipe.finetuningType, recipe.loraRank };
    } catch (const Error&) {
        return std::nullopt; // the list shows the run all the same
    }
}

} // namespace

QList<RunEntry> readRunEntries(const std::filesystem::path& project, const std::stop_token& stop)
{
    QList<RunEntry> entries;
    for (RunSummary& summary : listRuns(project / "runs")) {
        throwIfStopped(stop);
        entries.append({ summary, methodOf(summary.run) });
    }
    return entries;
}

} // namespace temper
