// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/side_by_side.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace temper {

namespace {

using Clock = std::chrono::steady_clock;

// The sides' searches run in threads of their own; what they ask of the network is done by one thread,
// strictly in turns: nobody gets ahead of a side that still searches.
class Turns {
public:
    explicit Turns(std::size_t sides)
        : m_sides(sides)
    {
    }

    // From a side's thread: has it done by the serving thread and waits for that.
    void perform(std::size_t side, const std::function<void()>& work)
    {
        std::exception_ptr problem;
        std::unique_lock lock(m_mutex);
        m_sides[side].work = [&work, &problem] {
            try {
                work();
            } catch (...) {
                problem = std::current_exception();
            }
        };
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return !m_sides[side].work; });
        if (problem)
            std::rethrow_exception(problem);
    }

    void end(std::size_t side)
    {
        const std::lock_guard lock(m_mutex);
        m_sides[side].hasEnded = true;
        m_changed.notify_all();
    }

    // Until all sides have ended.
    void serve()
    {
        std::unique_lock lock(m_mutex);
        while (Side* side = next()) {
            m_changed.wait(lock, [side] { return side->work || side->hasEnded; });
            if (side->hasEnded)
                continue;
            lock.unlock();
            side->work();
            lock.lock();
            side->work = nullptr;
            ++side->turns;
            m_changed.notify_all();
        }
    }

private:
    struct Side {
        std::function<void()> work; // empty: it searches
        std::size_t turns = 0;
        bool hasEnded = false;
    };

    // Who had the fewest turns; null once all have ended.
    Side* next()
    {
        Side* fewest = nullptr;
        for (Side& side : m_sides)
            if (!side.hasEnded && (!fewest || side.turns < fewest->turns))
                fewest = &side;
        return fewest;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Side> m_sides;
};

// One side's window on the model.
class TurnModel final : public StepModel {
public:
    TurnModel(Turns& turns, std::size_t side, OpenModel& open, AdapterSwitch::Choice choice)
        : m_turns(turns)
        , m_side(side)
        , m_adapters(open.adapters())
        , m_choice(std::move(choice))
        , m_steps(makeStepModel(open.model()))
    {
    }

    std::size_t vocabularySize() const override { return m_steps->vocabularySize(); }

    std::span<const float> start(std::span<const std::vector<std::int32_t>> prompts) override
    {
        std::span<const float> logits;
        m_turns.perform(m_side, [&] {
            m_adapters.turnOn(m_choice);
            logits = m_steps->start(prompts);
        });
        return logits;
    }

    std::span<const float> step(std::span<const std::int32_t> ids,
        std::span<const std::int64_t> from) override
    {
        std::span<const float> logits;
        const Clock::time_point asked = Clock::now();
        m_turns.perform(m_side, [&] {
            m_waitedSeconds += std::chrono::duration<double>(Clock::now() - asked).count();
            m_adapters.turnOn(m_choice);
            logits = m_steps->step(ids, from);
        });
        return logits;
    }

    double waitedSeconds() const { return m_waitedSeconds; } // for the others' steps

private:
    Turns& m_turns;
    std::size_t m_side;
    AdapterSwitch& m_adapters;
    AdapterSwitch::Choice m_choice;
    std::unique_ptr<StepModel> m_steps;
    double m_waitedSeconds = 0;
};

AnswerSet answerOne(TurnModel& steps, const LanguageModel& model, const AnswerSide& side)
{
    AnswerSet answers = answerPrompts(steps, model, side.request);
    answers.decodingSeconds -= steps.waitedSeconds();
    if (side.onAnswer)
        side.onAnswer(answers, side.request);
    return answers;
}

} // namespace

std::vector<AnswerSet> answerSideBySide(OpenModel& open, const std::vector<AnswerSide>& sides)
{
    std::vector<std::unique_ptr<TurnModel>> windows;
    Turns turns(sides.size());
    for (std::size_t i = 0; i < sides.size(); ++i)
        windows.push_back(
            std::make_unique<TurnModel>(turns, i, open, open.adapters().choose(sides[i].adapters)));
    std::vector<AnswerSet> answers(sides.size());
    std::vector<std::exception_ptr> problems(sides.size());
    {
        std::vector<std::jthread> searches;
        for (std::size_t i = 0; i < sides.size(); ++i)
            searches.emplace_back([&, i] {
                try {
                    answers[i] = answerOne(*windows[i], open.model(), sides[i]);
                } catch (...) {
                    problems[i] = std::current_exception();
                }
                turns.end(i);
            });
        turns.serve();
    }
    for (const std::exception_ptr& problem : problems)
        if (problem)
            std::rethrow_exception(problem);
    return answers;
}

} // namespace temper
