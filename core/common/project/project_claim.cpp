// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project_claim.h"

#include "core/common/base/error.h"
#include "core/common/recipe/recipe_value.h"

namespace temper {

namespace fs = std::filesystem;

namespace {

void requireFolder(const fs::path& folder)
{
    std::error_code code;
    if (!fs::is_directory(folder, code))
        throw Error(ErrorKind::Input, "this project's folder is not there.", utf8FromPath(folder),
            "It was moved, renamed or deleted, or its disk is not attached: open it where it lies now.");
}

// Nothing where the folder cannot be written.
std::optional<ProjectClaim> claimToEdit(const Project& reader)
{
    try {
        std::optional<FileLock> lock = FileLock::tryLock(reader.windowLockFile());
        if (!lock)
            return ProjectClaim { ClaimedAs::OpenElsewhere, {} };
        Project::open(reader.folder(), ProjectAccess::ReadWrite);
        return ProjectClaim { ClaimedAs::Editor, std::move(lock) };
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Environment)
            throw;
        return {};
    }
}

} // namespace

ProjectClaim claimProject(const fs::path& folder)
{
    requireFolder(folder);
    const Project reader = Project::open(folder, ProjectAccess::ReadOnly);
    if (auto claim = claimToEdit(reader))
        return std::move(*claim);
    return { ClaimedAs::NotWritable, {} };
}

} // namespace temper
