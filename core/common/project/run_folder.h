// SPDX-License-Identifier: Apache-2.0
// The folder of one run: where its files lie, how it stands, and that only one program trains in it.
#pragma once

#include "core/common/base/os_lock.h"
#include "core/common/link/events.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

enum class RunState {
    Queued, // made, never started
    Running, // somebody holds the lock
    Interrupted, // no end and nobody holds the lock: can be resumed
    Done,
    Stopped, // on request: can be resumed
    Failed,
};

std::string_view runStateName(RunState state);

// run.json. Empty texts and zeros are not known.
struct RunInfo {
    std::string name; // shown in lists
    double created = 0; // seconds since 1970
    std::string recipeHash;
    std::string modelHash; // of the files of the model it started from; another model is refused on resume
    std::string socket; // of the control server while it runs
    std::int64_t processId = 0; // to be shown; whether the run is alive says the lock alone
    std::string machine;
    std::int64_t threads = 0;
    std::string dataType; // of the products: float32 or bfloat16
};

// A value: makes and touches nothing by itself.
class RunFolder {
public:
    explicit RunFolder(std::filesystem::path folder);

    const std::filesystem::path& folder() const noexcept { return m_folder; }
    std::string id() const; // the folder's name
    std::filesystem::path recipeFile() const { return m_folder / "recipe.yaml"; }
    std::filesystem::path dataFolder() const { return m_folder / "data"; }
    std::filesystem::path eventsFile() const { return m_folder / "events.jsonl"; }
    std::filesystem::path logFile() const { return m_folder / "log.txt"; }
    std::filesystem::path checkpointsFolder() const { return m_folder / "checkpoints"; }
    std::filesystem::path adapterFolder() const { return m_folder / "adapter"; }
    std::filesystem::path evaluationFolder() const { return m_folder / "evaluation"; }
    std::filesystem::path tensorBoardFolder() const { return m_folder / "tensorboard"; }
    std::filesystem::path trainerLogFile() const { return m_folder / "trainer_log.jsonl"; }
    std::filesystem::path infoFile() const { return m_folder / "run.json"; }
    std::filesystem::path lockFile() const { return m_folder / "lock"; }

    // The folder and its data/ and checkpoints/. Throws Error(Environment) where it cannot be made.
    void create() const;

    RunInfo readInfo() const; // defaults where run.json is missing; throws Error(Input) where it is damaged
    void writeInfo(const RunInfo& info) const;

    RunState state() const; // from the lock and the last events

private:
    std::filesystem::path m_folder;
};

// Takes the run's lock for as long as the answer lives. Throws Error(Input) when another program trains in
// the folder.
FileLock claimRun(const RunFolder& run);

// Whether the run took steps or saved checkpoints.
bool hasTrained(const RunFolder& run);

// The last step that is known of: told in its events or saved in a checkpoint; 0 where there is none.
std::int64_t lastStepOf(const RunFolder& run);

// Throws Error(Input) when the folder already holds steps or checkpoints, which a new start would mix up with
// its own.
void requireFreshRun(const RunFolder& run);

// Throws Error(Input) when the run began with another model. An empty hash on either side is no objection.
void requireSameModel(const RunInfo& info, const std::string& modelHash);

// What a list of runs shows of one.
struct RunSummary {
    RunFolder run;
    RunState state = RunState::Queued;
    RunInfo info;
    std::int64_t step = 0; // the last one written
    std::int64_t totalSteps = 0;
    std::optional<double> loss; // of that step
    RunPhase phase = RunPhase::Loading; // the last one told
    double secondsPerStep = 0; // of the last few steps; 0: not known
    double lastEvent = 0; // seconds since 1970; 0: none yet
    std::string problem; // why it failed, or why its folder cannot be read
};

RunSummary summariseRun(const RunFolder& run);

// The runs in a folder of runs, the youngest first. A folder without recipe.yaml and events.jsonl is no run.
std::vector<RunSummary> listRuns(const std::filesystem::path& runs);

} // namespace temper
