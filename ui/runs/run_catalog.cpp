// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_catalog.h"

#include "core/common/base/error.h"
#include "core/common/base/progress.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_reader.h"

#include <algorithm>

namespace temper {

namespace {

namespace fs = std::filesystem;

std::optional<RunMethod> methodOf(const RunFolder& run)
{
    try {
        const Recipe recipe = readRecipeFile(run.recipeFile()).recipe;
        return RunMethod { recipe.finetuningType, recipe.loraRank };
    } catch (const Error&) {
        return std::nullopt; // the list shows the run all the same
    }
}

fs::file_time_type timeOf(const fs::path& file)
{
    std::error_code missing;
    const fs::file_time_type time = fs::last_write_time(file, missing);
    return missing ? fs::file_time_type::min() : time;
}

bool hasEnded(RunState state)
{
    return state == RunState::Done || state == RunState::Stopped || state == RunState::Failed;
}

bool isYounger(const RunEntry& a, const RunEntry& b)
{
    return std::pair(b.summary.info.created, a.summary.run.id())
        < std::pair(a.summary.info.created, b.summary.run.id());
}

} // namespace

RunCatalog::RunCatalog(fs::path project)
    : m_project(std::move(project))
{
}

RunCatalog::Stamps RunCatalog::stampsOf(const RunFolder& run)
{
    std::error_code missing;
    const std::uintmax_t bytes = fs::file_size(run.eventsFile(), missing);
    return { missing ? 0 : bytes, timeOf(run.eventsFile()), timeOf(run.recipeFile()), timeOf(run.infoFile()),
        timeOf(runNotesFile(run)) };
}

// Whether the entry is another one now.
bool RunCatalog::readAgain(const RunFolder& run, Known& known) const
{
    const Stamps stamps = stampsOf(run);
    const RunState state = known.entry.summary.state;
    const bool lockTells
        = !hasEnded(state) && FileLock::isHeld(run.lockFile()) != (state == RunState::Running);
    if (stamps == known.stamps && !lockTells)
        return false;
    const bool sameRecipe = known.stamps.recipe == stamps.recipe && known.entry.method;
    known.entry.summary = summariseRun(run);
    known.entry.method = sameRecipe ? known.entry.method : methodOf(run);
    known.entry.hasRecipe = stamps.recipe != fs::file_time_type::min();
    known.entry.notes = readRunNotes(run);
    known.stamps = stamps;
    return true;
}

RunListing RunCatalog::refresh(const std::stop_token& stop, int newFolders)
{
    RunListing listing;
    listing.changed = false;
    ++m_round;
    std::error_code missing;
    for (const auto& folder : fs::directory_iterator(m_project / "runs", missing)) {
        throwIfStopped(stop);
        const RunFolder run(folder.path());
        auto known = m_known.find(run.id());
        if (known == m_known.end()) {
            if (newFolders-- <= 0) {
                listing.whole = false;
                break;
            }
            if (!fs::exists(run.recipeFile(), missing) && !fs::exists(run.eventsFile(), missing))
                continue;
            known = m_known.emplace(run.id(), Known(run)).first;
        }
        known->second.round = m_round;
        listing.changed = readAgain(run, known->second) || listing.changed;
    }
    if (listing.whole)
        listing.changed = forgetMissing() || listing.changed;
    listing.changed = placeInQueue(listing) || listing.changed;
    for (const auto& [id, known] : m_known)
        listing.entries.append(known.entry);
    std::sort(listing.entries.begin(), listing.entries.end(), isYounger);
    return listing;
}

bool RunCatalog::forgetMissing()
{
    return std::erase_if(m_known, [&](const auto& known) { return known.second.round != m_round; }) > 0;
}

bool RunCatalog::placeInQueue(RunListing& listing)
{
    std::unordered_map<std::string, int> places;
    std::string taken;
    try {
        const Project project = Project::open(m_project, ProjectAccess::ReadOnly);
        const bool isWorkedOn = FileLock::isHeld(project.queueLockFile());
        for (const QueueEntry& entry : project.queue()) {
            if (!entry.started)
                places.emplace(entry.runId, static_cast<int>(places.size()));
            else if (isWorkedOn)
                taken = entry.runId;
        }
        listing.queueRests = !places.empty() && !isWorkedOn;
    } catch (const Error& error) {
        listing.problem = QString::fromStdString(error.what());
    }
    bool changed = false;
    for (auto& [id, known] : m_known) {
        const auto found = places.find(id);
        const auto place = found == places.end() ? std::nullopt : std::optional(found->second);
        const bool isStarting = id == taken && known.entry.summary.state == RunState::Queued;
        if (isStarting) // its engine comes up and has not taken the run's lock yet
            known.entry.summary.state = RunState::Running;
        changed = changed || place != known.entry.place || isStarting;
        known.entry.place = place;
    }
    return changed;
}

} // namespace temper
