// SPDX-License-Identifier: Apache-2.0
// A lock on a file that the system lets go of when its holder ends, however it ends: who holds it, is alive.
#pragma once

#include "core/common/base/os_descriptor.h"

#include <filesystem>
#include <optional>

namespace temper {

class FileLock {
public:
    // Takes the lock, creating the file where there is none; nothing when another program (or another
    // FileLock here) holds it. Throws Error(Environment) when the file cannot be made or its file system has
    // no locks.
    static std::optional<FileLock> tryLock(const std::filesystem::path& path);
    // Whether somebody holds it now. Only looks: never takes the lock, not even for a moment. A missing file:
    // false.
    static bool isHeld(const std::filesystem::path& path);

private:
    explicit FileLock(Descriptor descriptor);

    Descriptor m_descriptor;
};

} // namespace temper
