// SPDX-License-Identifier: Apache-2.0
// What happens in a run, one JSON object a line (events.jsonl): typed, written durably, read while it grows.
#pragma once

#include "core/common/base/json.h"
#include "core/common/base/os_append_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace temper {

enum class RunPhase { Loading, Tokenising, Training, Evaluating, Saving, Done, Failed, Paused };

enum class EndState { Done, Stopped, Failed };

// `done` of `total` in `unit` tell progress within the phase; total 0: not known.
struct PhaseEvent {
    RunPhase phase = RunPhase::Loading;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::string unit = {};
};

// One optimizer step, or the steps since the last event where logging_steps is above 1.
struct StepEvent {
    std::int64_t step = 0; // from 1
    std::int64_t totalSteps = 0; // 0: not known
    double epoch = 0; // fraction of the data gone through
    double loss = 0; // token-weighted mean before the update; NaN is written as null
    double learningRate = 0; // of this step
    double gradNorm = 0; // before clipping
    std::int64_t tokens = 0; // that went through the model since the last event
    std::int64_t supervisedTokens = 0; // of these, the ones the loss is over
    double tokensPerSecond = 0;
    std::int64_t memoryBytes = 0;
    std::map<std::string, double> measures = {}; // what a stage adds: rewards_chosen, margin, kl, …
};

struct EvalEvent {
    std::int64_t step = 0;
    double epoch = 0;
    double loss = 0; // token-weighted mean over the evaluation rows
    std::int64_t supervisedTokens = 0;
    double seconds = 0;
    bool best = false; // lowest so far
};

// The answer to one fixed prompt.
struct ProbeEvent {
    std::int64_t step = 0;
    std::int64_t index = 0; // of the prompt in probe_prompts
    std::string prompt = {};
    std::string answer = {};
    std::string attention = {}; // file of an attention snapshot, relative to the run's folder; empty: none
};

struct CheckpointEvent {
    std::int64_t step = 0;
    std::string folder = {}; // relative to the run's folder
    bool best = false;
    double seconds = 0;
};

struct WarningEvent {
    std::string message = {};
};

struct ErrorEvent {
    std::string message = {};
    std::string remedy = {};
};

struct EndEvent {
    EndState state = EndState::Done;
    std::int64_t step = 0; // the last one
};

// The events after it come from another process, which went on from the checkpoint of this step.
struct ResumedEvent {
    std::int64_t fromStep = 0; // 0: from the start
};

using RunEvent = std::variant<PhaseEvent,
    StepEvent,
    EvalEvent,
    ProbeEvent,
    CheckpointEvent,
    WarningEvent,
    ErrorEvent,
    EndEvent,
    ResumedEvent>;

struct TimedEvent {
    double time = 0; // seconds since 1970
    RunEvent event;
};

std::string_view phaseName(RunPhase phase);
std::string_view endStateName(EndState state);

OrderedJson eventToJson(const TimedEvent& event);

// Nothing for a kind that is not known (written by a later version). Throws Error(Input) where a known kind
// lacks a field.
std::optional<TimedEvent> eventFromJson(const Json& json);

// Appends to events.jsonl; a torn last line is cut first. Each event is on its way to the disk when write()
// returns, `checkpoint`, `error` and `end` events are on it.
class EventWriter {
public:
    explicit EventWriter(const std::filesystem::path& path);

    void write(const RunEvent& event); // at the present time
    void write(const TimedEvent& event);

private:
    AppendFile m_file;
};

// Follows a growing file of events.
class EventReader {
public:
    explicit EventReader(std::filesystem::path path, std::uint64_t offset = 0); // offset: where a line begins

    // The events of the whole lines that came since the last call; none while the file is missing. A line
    // that is no event is passed over and counted. A file that has become shorter (its torn tail was cut) is
    // read on from its end.
    // At most about `bytes` of a long file at once; offset() tells how far the reading has come.
    std::vector<TimedEvent> readNew(std::uint64_t bytes = UINT64_MAX);

    std::uint64_t offset() const { return m_offset; }
    std::int64_t damagedLines() const { return m_damagedLines; }

private:
    std::filesystem::path m_path;
    std::uint64_t m_offset = 0; // of the first byte not yet handed out
    std::int64_t m_damagedLines = 0;
};

// All events in the order of the file.
std::vector<TimedEvent> readEvents(const std::filesystem::path& path);

// The events of the last lines only, about `bytes` of them: enough to see how a run stands without reading
// all of it.
std::vector<TimedEvent> readLastEvents(const std::filesystem::path& path, std::uint64_t bytes = 65536);

// The series as it counts: of events that name the same step only the last stays, and a `resumed` event takes
// back the steps, evaluations, probes and checkpoints beyond its from_step.
std::vector<TimedEvent> effectiveEvents(const std::vector<TimedEvent>& events);

} // namespace temper
