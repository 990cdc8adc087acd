// SPDX-License-Identifier: Apache-2.0
// What a person wrote to a run: another name, a note, a star. Kept beside what the engine writes, so that
// neither overwrites the other.
#pragma once

#include "core/common/project/run_folder.h"

#include <string>

namespace temper {

struct RunNotes {
    std::string name; // empty: the run's own
    std::string note;
    bool starred = false;

    bool operator==(const RunNotes&) const = default;
};

std::filesystem::path runNotesFile(const RunFolder& run);

// Nothing written where the file is missing or damaged: notes never keep a run from being shown.
RunNotes readRunNotes(const RunFolder& run);

// Throws Error(Environment) where the run's folder cannot be written.
void writeRunNotes(const RunFolder& run, const RunNotes& notes);

} // namespace temper
