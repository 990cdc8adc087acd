// SPDX-License-Identifier: Apache-2.0
// The steps of a run from where it stands to its end: updating, evaluating, saving, answering who asks.
#pragma once

#include "core/common/link/control.h"
#include "core/common/recipe/schedule.h"
#include "core/engine/device/allocator.h"
#include "core/engine/train/checkpoint.h"
#include "core/engine/train/run_reporter.h"
#include "core/engine/train/training_setup.h"
#include "core/engine/train/training_step.h"

namespace temper {

// What the loop works on; all of it outlives the loop.
struct LoopParts {
    const Recipe& recipe;
    const RunFolder& run;
    LanguageModel& model;
    const Trainable& trainable;
    Optimizer& optimizer;
    const TrainingSamples& samples;
    const TextTools& tools;
    ControlMailbox& mailbox;
    RunReporter& reporter;
};

enum class LoopEnd { Done, Stopped, EarlyStopped };

class TrainingLoop {
public:
    TrainingLoop(LoopParts parts, TrainerState state);

    LoopEnd run();
    const TrainerState& state() const { return m_state; }

private:
    void step();
    void report(const StepResult& result, double rate);
    void save();
    void dropOldCheckpoints(); // all but the last save_total_limit and the best
    void probe();
    bool evaluate(); // whether training goes on
    bool outOfPatience() const; // early stopping
    bool obey(); // whether training goes on
    void pause(bool& goesOn);
    bool due(std::int64_t interval) const;
    std::vector<Sample> pick(const MicroBatch& samples) const;
    void showStatus(bool paused);

    LoopParts m_parts;
    TrainerState m_state;
    BatchPlan m_plan;
    Schedule m_schedule;
    double m_lastLoss = 0.0;
    std::int64_t m_savedStep = -1;
    std::int64_t m_probedStep = -1;
    double m_secondsSinceReport = 0.0;
    MemoryWatch m_memory;
};

} // namespace temper
