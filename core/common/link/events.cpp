// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/events.h"

#include "core/common/base/error.h"

#include <chrono>
#include <fstream>
#include <utility>

namespace temper {
namespace {

double now()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
    return static_cast<double>(milliseconds) / 1000.0;
}

bool mustBeOnDisk(const RunEvent& event)
{
    return std::holds_alternative<CheckpointEvent>(event) || std::holds_alternative<ErrorEvent>(event)
        || std::holds_alternative<EndEvent>(event);
}

std::optional<TimedEvent> eventOfLine(std::string_view line)
{
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded())
        throw Error(ErrorKind::Input, "this line is not JSON.");
    return eventFromJson(json);
}

// What an event says about: its kind and step (and the prompt of a probe).
struct StepKey {
    std::size_t kind = 0;
    std::int64_t step = 0;
    std::int64_t index = 0;
    auto operator<=>(const StepKey&) const = default;
};

std::optional<StepKey> stepKey(const RunEvent& event)
{
    if (const auto* step = std::get_if<StepEvent>(&event))
        return StepKey { event.index(), step->step, 0 };
    if (const auto* eval = std::get_if<EvalEvent>(&event))
        return StepKey { event.index(), eval->step, 0 };
    if (const auto* probe = std::get_if<ProbeEvent>(&event))
        return StepKey { event.index(), probe->step, probe->index };
    if (const auto* checkpoint = std::get_if<CheckpointEvent>(&event))
        return StepKey { event.index(), checkpoint->step, 0 };
    return std::nullopt;
}

} // namespace

EventWriter::EventWriter(const std::filesystem::path& path)
    : m_file(path)
{
}

void EventWriter::write(const RunEvent& event)
{
    write(TimedEvent { now(), event });
}

void EventWriter::write(const TimedEvent& event)
{
    m_file.append(toLine(eventToJson(event)));
    if (mustBeOnDisk(event.event))
        m_file.sync();
}

EventReader::EventReader(std::filesystem::path path, std::uint64_t offset)
    : m_path(std::move(path))
    , m_offset(offset)
{
}

std::vector<TimedEvent> EventReader::readNew(std::uint64_t bytes)
{
    std::vector<TimedEvent> events;
    std::error_code missing;
    const auto size = std::filesystem::file_size(m_path, missing);
    if (missing || size <= m_offset) {
        m_offset = missing ? 0 : std::min<std::uint64_t>(m_offset, size);
        return events;
    }
    std::ifstream file(m_path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(m_offset));
    std::string line;
    const std::uint64_t start = m_offset;
    while (m_offset - start < bytes && std::getline(file, line)
        && !file.eof()) { // a last line without its line feed is still being written
        m_offset += line.size() + 1;
        try {
            if (auto event = eventOfLine(line))
                events.push_back(std::move(*event));
        } catch (const Error&) {
            ++m_damagedLines;
        }
    }
    return events;
}

std::vector<TimedEvent> readEvents(const std::filesystem::path& path)
{
    return EventReader(path).readNew();
}

std::vector<TimedEvent> readLastEvents(const std::filesystem::path& path, std::uint64_t bytes)
{
    std::error_code missing;
    const auto size = std::filesystem::file_size(path, missing);
    if (missing || size <= bytes)
        return readEvents(path);
    std::ifstream file(path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(size - bytes));
    std::string partOfALine;
    std::getline(file, partOfALine);
    return EventReader(path, size - bytes + partOfALine.size() + 1).readNew();
}

std::vector<TimedEvent> effectiveEvents(const std::vector<TimedEvent>& events)
{
    std::map<StepKey, std::size_t> last; // place of the event that counts
    std::vector<bool> taken(events.size(), false);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (const auto* resumed = std::get_if<ResumedEvent>(&events[i].event)) {
            std::erase_if(last, [&](const auto& entry) {
                taken[entry.second] = taken[entry.second] || entry.first.step > resumed->fromStep;
                return entry.first.step > resumed->fromStep;
            });
        }
        if (const auto key = stepKey(events[i].event)) {
            if (const auto earlier = last.find(*key); earlier != last.end())
                taken[earlier->second] = true;
            last[*key] = i;
        }
    }
    std::vector<TimedEvent> effective;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!taken[i])
            effective.push_back(events[i]);
    }
    return effective;
}

} // namespace temper
