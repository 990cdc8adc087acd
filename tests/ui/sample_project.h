// SPDX-License-Identifier: GPL-3.0-or-later
// A project with runs in every state, made of events alone, for the tests of the window.
#pragma once

#include "core/common/link/events.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe.h"

#include <cmath>
#include <cstdint>
#include <string>

namespace temper {

struct SampleRun {
    std::string name;
    int steps = 60;
    int totalSteps = 60;
    EndState end = EndState::Done;
    bool ended = true;
    std::string error = {};
};

inline constexpr double kSampleStart = 1.8e9; // seconds since 1970

// A loss that falls, with a ripple that is the same in every run of the tests.
inline double sampleLoss(int step)
{
    return 1.2 + 0.9 * std::exp(-step / 40.0) + 0.06 * std::sin(step * 2.3) + 0.03 * std::cos(step * 5.1);
}

inline StepEvent sampleStep(int step, int totalSteps)
{
    StepEvent event;
    event.step = step;
    event.totalSteps = totalSteps;
    event.epoch = 3.0 * step / totalSteps;
    event.loss = sampleLoss(step);
    event.learningRate
        = 2e-4 * (step <= 6 ? step / 6.0 : 0.5 + 0.5 * std::cos(3.14159 * (step - 6) / (totalSteps - 6)));
    event.gradNorm = 1.0 + 0.4 * std::sin(step * 1.7) * std::exp(-step / 200.0);
    event.tokens = 1700;
    event.supervisedTokens = 900;
    event.tokensPerSecond = 274 + 9 * std::sin(step * 3.1);
    event.memoryBytes = 1'250'000'000 + std::int64_t { 400'000 } * step;
    return event;
}

inline void writeSampleEvents(EventWriter& writer, const SampleRun& sample)
{
    double time = kSampleStart;
    writer.write(TimedEvent { time, PhaseEvent { RunPhase::Loading } });
    writer.write(TimedEvent { time + 1,
        ProbeEvent { 0, 0, "Why is the sky blue?",
            "The sky appears blue because of a phenomenon called Rayleigh scattering, which occurs when "
            "sunlight enters the "
            "Earth's atmosphere and interacts with the tiny molecules of gases such as nitrogen and "
            "oxygen." } });
    writer.write(
        TimedEvent { time + 1, ProbeEvent { 0, 1, "Name three fruits.", "Apple, pear and a cherry." } });
    writer.write(TimedEvent { time + 2, PhaseEvent { RunPhase::Training } });
    for (int step = 1; step <= sample.steps; ++step) {
        time += 1.5;
        writer.write(TimedEvent { time, sampleStep(step, sample.totalSteps) });
        if (step % 20 == 0) {
            writer.write(TimedEvent { time,
                EvalEvent {
                    step, 3.0 * step / sample.totalSteps, sampleLoss(step) + 0.08, 4000, 1.0, true } });
            writer.write(TimedEvent { time,
                ProbeEvent { step, 0, "Why is the sky blue?",
                    "Air scatters blue light more than red light, so the sky looks blue." } });
            writer.write(
                TimedEvent { time, ProbeEvent { step, 1, "Name three fruits.", "Apple, pear, plum." } });
        }
    }
    if (!sample.error.empty())
        writer.write(TimedEvent { time, ErrorEvent { sample.error, "Choose a smaller batch." } });
    if (sample.ended)
        writer.write(TimedEvent { time, EndEvent { sample.end, sample.steps } });
}

inline RunFolder addSampleRun(Project& project, const SampleRun& sample)
{
    Recipe recipe;
    recipe.modelNameOrPath = "model";
    recipe.dataset = { "identity" };
    recipe.runName = sample.name;
    recipe.loraRank = 16;
    const RunFolder run = project.createRun(recipe);
    EventWriter writer(run.eventsFile());
    writeSampleEvents(writer, sample);
    return run;
}

inline Project makeSampleProject(const std::filesystem::path& folder)
{
    Project project = Project::create(folder);
    addSampleRun(project, { .name = "Persona", .steps = 60, .totalSteps = 60 });
    addSampleRun(
        project, { .name = "Persona, long", .steps = 21, .totalSteps = 60, .end = EndState::Stopped });
    addSampleRun(project,
        { .name = "GSM8K mix",
            .steps = 3,
            .totalSteps = 60,
            .end = EndState::Failed,
            .error = "the run needs 11 GB of memory, 7.9 GB are free." });
    addSampleRun(project, { .name = "Concise answers", .steps = 44, .totalSteps = 60, .ended = false });
    return project;
}

} // namespace temper
