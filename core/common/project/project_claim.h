// SPDX-License-Identifier: Apache-2.0
// Opening a project in a window: one window at a time may change it; others, and those who may not write
// there, look.
#pragma once

#include "core/common/base/os_lock.h"
#include "core/common/project/project.h"

#include <optional>
#include <string>

namespace temper {

enum class ClaimedAs {
    Editor,
    OpenElsewhere, // another window holds it: read-only
    NotWritable, // the folder or its disk refuses writing: read-only
};

struct ProjectClaim {
    ClaimedAs as = ClaimedAs::Editor;
    std::optional<FileLock> lock; // the editor's, for as long as the claim lives

    ProjectAccess access() const
    {
        return as == ClaimedAs::Editor ? ProjectAccess::ReadWrite : ProjectAccess::ReadOnly;
    }
};

// Brings the index to the present version where it may be written. Throws Error(Input) for a folder that is
// gone, is no project, or was written by a later version of Temper.
ProjectClaim claimProject(const std::filesystem::path& folder);

} // namespace temper
