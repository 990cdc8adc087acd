// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/training_loop.h"

#include "core/common/base/os_process.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/engine/train/probe.h"

#include <chrono>

namespace temper {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

TrainingLoop::TrainingLoop(LoopParts parts, TrainerState state)
    : m_parts(parts)
    , m_state(std::move(state))
    , m_plan(lengthsOf(parts.samples.train), parts.recipe)
    , m_schedule(makeSchedule(parts.recipe, m_plan.totalSteps()))
    , m_savedStep(m_state.step)
{
}

LoopEnd TrainingLoop::run()
{
    m_parts.reporter.begin(m_state.step, m_plan.totalSteps());
    m_parts.reporter.phase(RunPhase::Training, static_cast<std::uint64_t>(m_state.step),
        static_cast<std::uint64_t>(m_plan.totalSteps()), "steps");
    showStatus(false);
    dropOldCheckpoints(); // a kill may have come between a new one and the removal of the old
    if (outOfPatience()) // a run that had ended is resumed
        return LoopEnd::EarlyStopped;
    if (m_state.step == 0)
        probe();
    while (m_state.step < m_plan.totalSteps()) {
        if (!obey()) {
            save();
            return LoopEnd::Stopped;
        }
        step();
        if (due(m_parts.recipe.probeSteps))
            probe();
        const bool goesOn = evaluate();
        const bool saves = m_parts.recipe.saveStrategy == Interval::Steps && due(m_parts.recipe.saveSteps);
        const bool epochEnds = m_parts.recipe.saveStrategy == Interval::Epoch && due(m_plan.stepsPerEpoch());
        if (saves || epochEnds)
            save();
        if (!goesOn) {
            save();
            return LoopEnd::EarlyStopped;
        }
    }
    save();
    return LoopEnd::Done;
}

bool TrainingLoop::due(std::int64_t interval) const
{
    return interval > 0 && m_state.step % interval == 0;
}

std::vector<Sample> TrainingLoop::pick(const MicroBatch& samples) const
{
    std::vector<Sample> picked;
    for (const std::uint64_t index : samples)
        picked.push_back(m_parts.samples.train.samples.at(index));
    return picked;
}

void TrainingLoop::step()
{
    const Clock::time_point start = Clock::now();
    std::vector<std::vector<Sample>> taken; // outlives the pointers to it
    std::vector<std::vector<const Sample*>> passes;
    for (const MicroBatch& batch : m_plan.step(m_state.step))
        passes.push_back(pointersTo(taken.emplace_back(pick(batch))));
    m_parts.samples.train.samples.release(); // or m_memory would count them to the step
    StepSettings settings;
    settings.learningRate = learningRate(m_schedule, m_state.step);
    settings.maxGradNorm = m_parts.recipe.maxGradNorm;
    settings.recompute = m_parts.recipe.gradientCheckpointing ? Recompute::Blocks : Recompute::Nothing;
    settings.dropout = { static_cast<std::uint64_t>(m_parts.recipe.seed), m_state.passes, true };
    const StepResult result = trainStep(m_parts.model, m_parts.optimizer, passes, settings);
    m_state.passes += passes.size();
    ++m_state.step;
    m_memory.afterRound(currentResidentBytes());
    m_secondsSinceReport += secondsSince(start);
    report(result, settings.learningRate);
    showStatus(false);
}

void TrainingLoop::report(const StepResult& result, double rate)
{
    LossSums& sums = m_state.sums;
    sums.weightedLoss += result.loss * static_cast<double>(result.supervisedTokens);
    sums.tokens += result.tokens;
    sums.supervisedTokens += result.supervisedTokens;
    m_lastLoss = result.loss;
    if (!due(m_parts.recipe.loggingSteps) && m_state.step < m_plan.totalSteps())
        return;
    StepEvent event;
    event.step = m_state.step;
    event.totalSteps = m_plan.totalSteps();
    event.epoch = m_plan.epochAfter(m_state.step);
    // One step's loss is told as it is: dividing its product again would change the last digit.
    event.loss = sums.supervisedTokens == result.supervisedTokens
        ? result.loss
        : sums.weightedLoss / static_cast<double>(sums.supervisedTokens);
    event.learningRate = rate;
    event.gradNorm = result.gradNorm;
    event.tokens = sums.tokens;
    event.supervisedTokens = sums.supervisedTokens;
    event.tokensPerSecond = static_cast<double>(sums.tokens) / std::max(1e-9, m_secondsSinceReport);
    event.memoryBytes = static_cast<std::int64_t>(currentResidentBytes());
    m_parts.reporter.step(event);
    sums = {};
    m_secondsSinceReport = 0.0;
}

void TrainingLoop::save()
{
    if (m_savedStep == m_state.step)
        return;
    const Clock::time_point start = Clock::now();
    const auto folder = saveCheckpoint(m_parts.run, m_state, m_parts.trainable, m_parts.optimizer);
    m_savedStep = m_state.step;
    dropOldCheckpoints();
    CheckpointEvent event;
    event.step = m_state.step;
    event.folder = "checkpoints/" + folder.filename().string();
    event.best = m_state.bestLoss && m_state.bestStep == m_state.step;
    event.seconds = secondsSince(start);
    m_parts.reporter.event(event);
}

void TrainingLoop::dropOldCheckpoints()
{
    const std::optional<std::int64_t> best
        = m_state.bestLoss ? std::optional(m_state.bestStep) : std::nullopt;
    keepCheckpoints(m_parts.run.checkpointsFolder(), m_parts.recipe.saveTotalLimit, best);
}

void TrainingLoop::probe()
{
    if (m_parts.recipe.probePrompts.empty() || m_probedStep == m_state.step)
        return;
    m_probedStep = m_state.step;
    const auto answers = answerProbes(
        m_parts.model, m_parts.tools.tokenizer, m_parts.tools.chatTemplate.get(), m_parts.recipe);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        ProbeEvent event;
        event.step = m_state.step;
        event.index = static_cast<std::int64_t>(i);
        event.prompt = m_parts.recipe.probePrompts[i];
        event.answer = answers[i];
        m_parts.reporter.event(event);
    }
}

bool TrainingLoop::evaluate()
{
    const auto& samples = m_parts.samples.evaluation.samples;
    const Interval strategy = m_parts.recipe.evalStrategy;
    const bool now = (strategy == Interval::Steps && due(m_parts.recipe.evalSteps))
        || (strategy == Interval::Epoch && due(m_plan.stepsPerEpoch()))
        || (strategy != Interval::Never && m_state.step == m_plan.totalSteps());
    if (samples.empty() || !now)
        return true;
    const Clock::time_point start = Clock::now();
    m_parts.reporter.phase(RunPhase::Evaluating, 0, samples.size(), "rows");
    SampleLoss total;
    const auto batchRows = static_cast<std::size_t>(m_parts.recipe.perDeviceEvalBatchSize);
    for (std::size_t begin = 0; begin < samples.size(); begin += batchRows) {
        const std::vector<Sample> rows = samples.range(begin, std::min(samples.size(), begin + batchRows));
        const SampleLoss loss = sampleLoss(m_parts.model, pointersTo(rows));
        total.nllSum += loss.nllSum;
        total.supervisedTokens += loss.supervisedTokens;
    }
    EvalEvent event;
    event.step = m_state.step;
    event.epoch = m_plan.epochAfter(m_state.step);
    event.loss = total.nllSum / static_cast<double>(std::max<std::int64_t>(1, total.supervisedTokens));
    event.supervisedTokens = total.supervisedTokens;
    event.seconds = secondsSince(start);
    event.best = !m_state.bestLoss || event.loss < *m_state.bestLoss;
    if (event.best) {
        m_state.bestLoss = event.loss;
        m_state.bestStep = m_state.step;
        m_state.evaluationsWithoutGain = 0;
    } else {
        ++m_state.evaluationsWithoutGain;
    }
    m_parts.reporter.evaluation(event);
    m_parts.reporter.phase(RunPhase::Training, static_cast<std::uint64_t>(m_state.step),
        static_cast<std::uint64_t>(m_plan.totalSteps()), "steps");
    // The best one must be on the disk to be taken at the end.
    if (event.best && m_parts.recipe.loadBestModelAtEnd)
        save();
    return !outOfPatience();
}

bool TrainingLoop::outOfPatience() const
{
    const std::int64_t patience = m_parts.recipe.earlyStoppingPatience;
    return patience > 0 && m_state.evaluationsWithoutGain >= patience;
}

bool TrainingLoop::obey()
{
    bool goesOn = true;
    for (const ControlCommand command : m_parts.mailbox.take()) {
        switch (command) {
        case ControlCommand::Stop:
            return false;
        case ControlCommand::Pause:
            pause(goesOn);
            break;
        case ControlCommand::Save:
            save();
            break;
        case ControlCommand::Probe:
            m_probedStep = -1;
            probe();
            break;
        case ControlCommand::Resume:
        case ControlCommand::Status:
            break;
        }
    }
    return goesOn;
}

void TrainingLoop::pause(bool& goesOn)
{
    m_parts.reporter.phase(RunPhase::Paused);
    showStatus(true);
    for (bool waiting = true; waiting;) {
        for (const ControlCommand command : m_parts.mailbox.wait(std::chrono::milliseconds(500))) {
            if (command == ControlCommand::Stop)
                goesOn = false;
            if (command == ControlCommand::Save)
                save();
            if (command == ControlCommand::Probe) {
                m_probedStep = -1;
                probe();
            }
            waiting = waiting && command != ControlCommand::Resume && command != ControlCommand::Stop;
        }
    }
    m_parts.reporter.phase(RunPhase::Training, static_cast<std::uint64_t>(m_state.step),
        static_cast<std::uint64_t>(m_plan.totalSteps()), "steps");
    showStatus(false);
}

void TrainingLoop::showStatus(bool paused)
{
    LiveStatus status;
    status.phase = std::string(phaseName(paused ? RunPhase::Paused : RunPhase::Training));
    status.paused = paused;
    status.step = m_state.step;
    status.totalSteps = m_plan.totalSteps();
    status.epoch = m_plan.epochAfter(m_state.step);
    if (m_state.step > 0)
        status.loss = m_lastLoss;
    m_parts.mailbox.setStatus(status);
}

} // namespace temper
