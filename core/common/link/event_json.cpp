// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/events.h"

#include "core/common/base/error.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <type_traits>

namespace temper {
namespace {

constexpr std::array kPhases { RunPhase::Loading, RunPhase::Tokenising, RunPhase::Training,
    RunPhase::Evaluating, RunPhase::Saving, RunPhase::Done, RunPhase::Failed, RunPhase::Paused };
constexpr std::array kEndStates { EndState::Done, EndState::Stopped, EndState::Failed };

// The names of one event's fields, in the order in which they are written. Writing and reading walk the same
// list.
template <typename Visitor> void visitFields(PhaseEvent& event, Visitor& visit)
{
    visit("phase", event.phase);
    visit("done", event.done);
    visit("total", event.total);
    visit("unit", event.unit);
}

template <typename Visitor> void visitFields(StepEvent& event, Visitor& visit)
{
    visit("step", event.step);
    visit("total_steps", event.totalSteps);
    visit("epoch", event.epoch);
    visit("loss", event.loss);
    visit("learning_rate", event.learningRate);
    visit("grad_norm", event.gradNorm);
    visit("tokens", event.tokens);
    visit("supervised_tokens", event.supervisedTokens);
    visit("tokens_per_second", event.tokensPerSecond);
    visit("memory_bytes", event.memoryBytes);
}

template <typename Visitor> void visitFields(EvalEvent& event, Visitor& visit)
{
    visit("step", event.step);
    visit("epoch", event.epoch);
    visit("loss", event.loss);
    visit("supervised_tokens", event.supervisedTokens);
    visit("seconds", event.seconds);
    visit("best", event.best);
}

template <typename Visitor> void visitFields(ProbeEvent& event, Visitor& visit)
{
    visit("step", event.step);
    visit("index", event.index);
    visit("prompt", event.prompt);
    visit("answer", event.answer);
    visit("attention", event.attention);
}

template <typename Visitor> void visitFields(CheckpointEvent& event, Visitor& visit)
{
    visit("step", event.step);
    visit("folder", event.folder);
    visit("best", event.best);
    visit("seconds", event.seconds);
}

template <typename Visitor> void visitFields(WarningEvent& event, Visitor& visit)
{
    visit("message", event.message);
}

template <typename Visitor> void visitFields(ErrorEvent& event, Visitor& visit)
{
    visit("message", event.message);
    visit("remedy", event.remedy);
}

template <typename Visitor> void visitFields(EndEvent& event, Visitor& visit)
{
    visit("state", event.state);
    visit("step", event.step);
}

template <typename Visitor> void visitFields(ResumedEvent& event, Visitor& visit)
{
    visit("from_step", event.fromStep);
}

template <typename Event> constexpr std::string_view kindName()
{
    if constexpr (std::is_same_v<Event, PhaseEvent>)
        return "phase";
    else if constexpr (std::is_same_v<Event, StepEvent>)
        return "step";
    else if constexpr (std::is_same_v<Event, EvalEvent>)
        return "eval";
    else if constexpr (std::is_same_v<Event, ProbeEvent>)
        return "probe";
    else if constexpr (std::is_same_v<Event, CheckpointEvent>)
        return "checkpoint";
    else if constexpr (std::is_same_v<Event, WarningEvent>)
        return "warning";
    else if constexpr (std::is_same_v<Event, ErrorEvent>)
        return "error";
    else if constexpr (std::is_same_v<Event, EndEvent>)
        return "end";
    else
        return "resumed";
}

struct FieldWriter {
    OrderedJson& json;

    void operator()(const char* name, double value) const
    {
        json[name] = std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr);
    }
    void operator()(const char* name, RunPhase value) const { json[name] = phaseName(value); }
    void operator()(const char* name, EndState value) const { json[name] = endStateName(value); }
    void operator()(const char* name, const std::string& value) const
    {
        if (!value.empty())
            json[name] = value;
    }
    void operator()(const char* name, std::uint64_t value) const { json[name] = value; }
    void operator()(const char* name, std::int64_t value) const { json[name] = value; }
    void operator()(const char* name, bool value) const { json[name] = value; }
};

// A missing field keeps its default, so that older files stay readable; a present one must have its type.
struct FieldReader {
    const Json& json;

    void operator()(const char* name, double& value) const
    {
        if (const auto found = json.find(name); found != json.end())
            value = found->is_null() ? std::numeric_limits<double>::quiet_NaN() : found->get<double>();
    }
    void operator()(const char* name, RunPhase& value) const { readName(name, value, kPhases, phaseName); }
    void operator()(const char* name, EndState& value) const
    {
        readName(name, value, kEndStates, endStateName);
    }
    template <typename Value> void operator()(const char* name, Value& value) const
    {
        if (const auto found = json.find(name); found != json.end())
            value = found->get<Value>();
    }

private:
    template <typename Enum, typename Names>
    void readName(const char* field, Enum& value, const Names& all, std::string_view (*nameOf)(Enum)) const
    {
        const auto text = json.at(field).get<std::string>();
        for (const Enum candidate : all) {
            if (nameOf(candidate) == text) {
                value = candidate;
                return;
            }
        }
        throw Error(ErrorKind::Input, fmt::format("an event has the unknown {} \"{}\".", field, text));
    }
};

void readMeasures(const Json& json, StepEvent& event)
{
    const Json known = Json(eventToJson({ 0, StepEvent {} }));
    for (const auto& [name, value] : json.items()) {
        if (!known.contains(name) && value.is_number())
            event.measures[name] = value.get<double>();
    }
}

template <std::size_t Index = 0> std::optional<RunEvent> readKind(const std::string& kind, const Json& json)
{
    if constexpr (Index == std::variant_size_v<RunEvent>) {
        return std::nullopt;
    } else {
        using Event = std::variant_alternative_t<Index, RunEvent>;
        if (kindName<Event>() != kind)
            return readKind<Index + 1>(kind, json);
        Event event;
        FieldReader reader { json };
        visitFields(event, reader);
        if constexpr (std::is_same_v<Event, StepEvent>)
            readMeasures(json, event);
        return event;
    }
}

} // namespace

std::string_view phaseName(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Loading:
        return "loading";
    case RunPhase::Tokenising:
        return "tokenising";
    case RunPhase::Training:
        return "training";
    case RunPhase::Evaluating:
        return "evaluating";
    case RunPhase::Saving:
        return "saving";
    case RunPhase::Done:
        return "done";
    case RunPhase::Failed:
        return "failed";
    case RunPhase::Paused:
        return "paused";
    }
    return {};
}

std::string_view endStateName(EndState state)
{
    switch (state) {
    case EndState::Done:
        return "done";
    case EndState::Stopped:
        return "stopped";
    case EndState::Failed:
        return "failed";
    }
    return {};
}

OrderedJson eventToJson(const TimedEvent& event)
{
    OrderedJson json;
    json["t"] = event.time;
    std::visit(
        [&]<typename Event>(Event fields) {
            json["event"] = kindName<Event>();
            FieldWriter writer { json };
            visitFields(fields, writer);
            if constexpr (std::is_same_v<Event, StepEvent>) {
                for (const auto& [name, value] : fields.measures)
                    writer(name.c_str(), value);
            }
        },
        event.event);
    return json;
}

std::optional<TimedEvent> eventFromJson(const Json& json)
{
    try {
        std::optional<RunEvent> event = readKind(json.at("event").get<std::string>(), json);
        if (!event)
            return std::nullopt;
        return TimedEvent { json.at("t").get<double>(), std::move(*event) };
    } catch (const Json::exception& problem) {
        throw Error(ErrorKind::Input, fmt::format("this is not an event of a run: {}.", problem.what()));
    }
}

} // namespace temper
