// SPDX-License-Identifier: Apache-2.0
// Many files as one .zip, which every system opens, and back.
#pragma once

#include "core/common/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct ArchiveEntry {
    std::string name; // in the archive: UTF-8, relative, with '/' between folders
    std::filesystem::path file;
    std::uint64_t bytes = 0; // taken from the file's beginning, though it may have grown since
};

// Replaces `target` once it is whole; where it fails or is stopped nothing is left of it. Progress in bytes.
// Throws Error(Environment) where a file cannot be read or the disk is full, Error(Cancelled).
void writeArchive(const std::filesystem::path& target,
    const std::vector<ArchiveEntry>& entries,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// The names of its files. Throws Error(Input) where it is no whole .zip.
std::vector<std::string> archiveNames(const std::filesystem::path& archive);

// Writes its files below `folder`, which is made. Throws Error(Input) for what is no whole .zip, is damaged,
// or holds a name that leads out of the folder; Error(Environment) where the disk has no room;
// Error(Cancelled).
void extractArchive(const std::filesystem::path& archive,
    const std::filesystem::path& folder,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper
