// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/next_step.h"

#include <algorithm>

namespace temper {

namespace fs = std::filesystem;

namespace {

bool holdsSomething(const fs::path& folder)
{
    std::error_code code;
    const fs::directory_iterator first(folder, code);
    return !code && first != fs::directory_iterator();
}

} // namespace

bool ProjectProgress::isDone(ProjectStep step) const
{
    switch (step) {
    case ProjectStep::AddData:
        return hasData;
    case ProjectStep::ChooseModel:
        return hasModel;
    case ProjectStep::Train:
        return hasResult;
    case ProjectStep::Compare:
        return hasComparison;
    case ProjectStep::Export:
        return hasExport;
    }
    return false;
}

ProjectProgress readProgress(const Project& project)
{
    const std::vector<RunSummary> runs = project.runs();
    const auto isIn = [&](RunState state) {
        return std::ranges::any_of(runs, [state](const RunSummary& run) { return run.state == state; });
    };
    ProjectProgress progress;
    progress.hasData = !runs.empty() || !project.datasets().empty();
    progress.hasModel = !runs.empty() || !project.models().empty();
    progress.isTraining = isIn(RunState::Running);
    progress.hasResult = isIn(RunState::Done);
    progress.hasComparison = holdsSomething(project.folder() / "compare");
    progress.hasExport = holdsSomething(project.exportsFolder());
    return progress;
}

std::optional<ProjectStep> nextStep(const ProjectProgress& progress)
{
    std::optional<ProjectStep> next;
    for (auto step = kProjectSteps.rbegin(); step != kProjectSteps.rend() && !progress.isDone(*step); ++step)
        next = *step;
    return next;
}

} // namespace temper
