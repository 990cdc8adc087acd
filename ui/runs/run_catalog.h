// SPDX-License-Identifier: GPL-3.0-or-later
// All runs of a project, read again and again: only the folders that changed are read anew.
#pragma once

#include "ui/runs/run_entry.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <unordered_map>

namespace temper {

struct RunListing {
    QList<RunEntry> entries; // the youngest first
    bool whole = true; // false: there are more, refresh() again
    bool changed = true; // since the last refresh()
    bool queueRests = false; // runs wait, and no engine takes them up
    QString problem; // why the queue cannot be read
};

// Belongs to one thread at a time, not to the GUI's.
class RunCatalog {
public:
    explicit RunCatalog(std::filesystem::path project);

    // Reads at most `newFolders` that were never read before, so that the first of very many runs can be
    // shown early. Throws Error(Cancelled) on stop.
    RunListing refresh(const std::stop_token& stop, int newFolders);

private:
    struct Stamps {
        std::uintmax_t eventBytes = 0;
        std::filesystem::file_time_type events, recipe, info, notes;
        bool operator==(const Stamps&) const = default;
    };
    struct Known {
        explicit Known(const RunFolder& run)
            : entry { .summary = { .run = run, .info = {}, .loss = {}, .problem = {} }, .method = {} }
        {
        }
        Stamps stamps;
        RunEntry entry;
        int round = 0;
    };

    static Stamps stampsOf(const RunFolder& run);
    bool readAgain(const RunFolder& run, Known& known) const;
    bool forgetMissing();
    bool placeInQueue(RunListing& listing);

    std::filesystem::path m_project;
    std::unordered_map<std::string, Known> m_known; // by id
    int m_round = 0;
};

} // namespace temper
