// SPDX-License-Identifier: Apache-2.0
// How far a project has come on the way from data to a better model, and what is to be done next.
#pragma once

#include "core/common/project/project.h"

#include <array>

namespace temper {

// The steps in their order.
enum class ProjectStep { AddData, ChooseModel, Train, Compare, Export };
inline constexpr std::array kProjectSteps { ProjectStep::AddData, ProjectStep::ChooseModel,
    ProjectStep::Train, ProjectStep::Compare, ProjectStep::Export };

struct ProjectProgress {
    bool hasData = false;
    bool hasModel = false;
    bool isTraining = false;
    bool hasResult = false; // a run that came to its end
    bool hasComparison = false;
    bool hasExport = false;

    bool isDone(ProjectStep step) const;
    bool operator==(const ProjectProgress&) const = default;
};

// A project that has runs needs neither its set nor its model in the index to have had them.
ProjectProgress readProgress(const Project& project);

// The first step that is still open, nothing where all are done. A later result closes earlier steps: who
// exported without comparing is not sent back.
std::optional<ProjectStep> nextStep(const ProjectProgress& progress);

} // namespace temper
