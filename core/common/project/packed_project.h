// SPDX-License-Identifier: Apache-2.0
// A project as one .zip to take elsewhere, and back: consistent though the window is open and a run trains.
#pragma once

#include "core/common/base/progress.h"

#include <cstdint>
#include <filesystem>

namespace temper {

// What may be left out. Data sets, labels, recipes, curves and adapters are always taken; what may be made
// anew (cache/) and what was deleted (bin/) never.
struct PackChoice {
    bool models = false; // then the project finds them in itself, else where they were seen or it asks
    bool checkpoints = false; // without them a run cannot be resumed
    bool originals = false; // the files that were imported, below originals/<set>
    bool exports = false;
};

// Bytes before compression.
struct PackSizes {
    std::uint64_t always = 0;
    std::uint64_t models = 0;
    std::uint64_t checkpoints = 0;
    std::uint64_t originals = 0;
    std::uint64_t exports = 0;
};

// Models and originals that are not where they were seen count nothing. Throws as Project::open().
PackSizes packSizes(const std::filesystem::path& project, const std::stop_token& stop = {});

// Throws Error(Environment) where something cannot be read or the disk is full, Error(Cancelled); nothing is
// left of `target` then.
void packProject(const std::filesystem::path& project,
    const std::filesystem::path& target,
    const PackChoice& choice,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// Makes a folder below `parent` named as the project was, with a number where there is one of that name, and
// answers it. Throws Error(Input) for what is no packed project, as extractArchive() else; nothing is left
// then.
std::filesystem::path unpackProject(const std::filesystem::path& archive,
    const std::filesystem::path& parent,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper
