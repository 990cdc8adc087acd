// SPDX-License-Identifier: GPL-3.0-or-later
// The project the window works on.
#pragma once

#include "core/common/project/project.h"

#include <QString>
#include <filesystem>
#include <memory>

namespace temper {

struct ProjectClaim;

struct OpenProject {
    std::filesystem::path folder; // absolute
    QString name;
    ProjectAccess access = ProjectAccess::ReadWrite;
    QString readOnlyReason = {}; // one sentence; empty where it may be changed
    std::shared_ptr<const ProjectClaim> claim = {}; // keeps other windows from changing it

    bool isReadOnly() const { return access == ProjectAccess::ReadOnly; }
};

std::filesystem::path toPath(const QString& text);
QString toText(const std::filesystem::path& path);

// Read-only where another window has it open or it cannot be written. Throws Error(Input) when the folder is
// gone, is not a project or was written by a later version.
OpenProject openProjectFolder(const std::filesystem::path& folder);

// Makes the folder and what belongs into it. Throws Error(Input) when a project is there already,
// Error(Environment) when it cannot be written.
OpenProject createProjectFolder(const std::filesystem::path& folder);

} // namespace temper
