// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/checkpoint_folder.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/text_file.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <functional>
#include <utility>

namespace temper {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "step-";
constexpr std::string_view kMarker = "DONE";
constexpr std::string_view kWriting = ".writing";
constexpr std::string_view kRemoving = ".removing";

fs::path temporaryName(const fs::path& checkpoints, std::int64_t step, std::string_view suffix)
{
    return checkpoints / fmt::format(".{}{}", checkpointName(step), suffix);
}

[[noreturn]] void failOnDisk(const fs::path& path, std::string_view action, const std::error_code& problem)
{
    throw Error(ErrorKind::Environment, fmt::format("{} failed: {}.", action, problem.message()),
        path.string(), "Make room or check the permissions of the run's folder.");
}

// The step of a folder's name; nothing for other names.
std::optional<std::int64_t> stepOfName(const std::string& name)
{
    std::int64_t step = 0;
    if (!name.starts_with(kPrefix))
        return std::nullopt;
    const char* end = name.data() + name.size();
    const auto [stop, failure] = std::from_chars(name.data() + kPrefix.size(), end, step);
    return failure == std::errc() && stop == end && step >= 0 ? std::optional(step) : std::nullopt;
}

std::vector<fs::path> regularFiles(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

void removeTree(const fs::path& folder)
{
    std::error_code problem;
    fs::remove_all(folder, problem);
    if (problem)
        failOnDisk(folder, "removing", problem);
}

// The name goes first and in one step, the content afterwards: nobody ever sees half a checkpoint under its
// name.
void removeCheckpoint(const fs::path& checkpoints, std::int64_t step)
{
    const fs::path going = temporaryName(checkpoints, step, kRemoving);
    removeTree(going);
    renameDurably(checkpoints / checkpointName(step), going);
    removeTree(going);
}

template <typename Condition>
std::vector<CheckpointPlace> checkpointsWhere(const fs::path& checkpoints, Condition holds)
{
    std::vector<CheckpointPlace> places;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(checkpoints, missing)) {
        const auto step = stepOfName(entry.path().filename().string());
        if (step && holds(entry.path()))
            places.push_back({ *step, entry.path() });
    }
    std::ranges::sort(places, {}, &CheckpointPlace::step);
    return places;
}

} // namespace

std::string checkpointName(std::int64_t step)
{
    return fmt::format("{}{:06}", kPrefix, step);
}

CheckpointWriter::CheckpointWriter(fs::path checkpoints, std::int64_t step)
    : m_checkpoints(std::move(checkpoints))
    , m_step(step)
    , m_temporary(temporaryName(m_checkpoints, step, kWriting))
{
    removeTree(m_temporary);
    std::error_code problem;
    fs::create_directories(m_temporary, problem);
    if (problem)
        failOnDisk(m_temporary, "creating the folder", problem);
}

CheckpointWriter::~CheckpointWriter()
{
    std::error_code ignored; // nothing more can be done here; leftovers go at the next start
    fs::remove_all(m_temporary, ignored);
}

fs::path CheckpointWriter::commit()
{
    const fs::path target = m_checkpoints / checkpointName(m_step);
    if (isCompleteCheckpoint(target)) {
        removeTree(m_temporary);
        return target;
    }
    OrderedJson marker { { "step", m_step }, { "files", OrderedJson::object() } };
    for (const fs::path& file : regularFiles(m_temporary)) {
        syncFile(file);
        marker["files"][file.lexically_relative(m_temporary).generic_string()] = fs::file_size(file);
    }
    for (const auto& entry : fs::recursive_directory_iterator(m_temporary)) {
        if (entry.is_directory())
            syncFolder(entry.path());
    }
    syncFolder(m_temporary);
    writeFileAtomically(m_temporary / kMarker, marker.dump(1) + "\n");
    removeTree(target); // an incomplete one
    renameDurably(m_temporary, target);
    return target;
}

bool isCompleteCheckpoint(const fs::path& folder)
{
    std::error_code missing;
    if (!fs::is_regular_file(folder / kMarker, missing))
        return false;
    const Json marker = Json::parse(readTextFile(folder / kMarker), nullptr, false);
    if (!marker.is_object() || !marker.contains("files") || !marker["files"].is_object())
        return false;
    for (const auto& [name, bytes] : marker["files"].items()) {
        const auto size = fs::file_size(folder / name, missing);
        if (missing || !bytes.is_number_unsigned() || size != bytes.get<std::uintmax_t>())
            return false;
    }
    return true;
}

std::vector<CheckpointPlace> completeCheckpoints(const fs::path& checkpoints)
{
    return checkpointsWhere(checkpoints, isCompleteCheckpoint);
}

std::vector<CheckpointPlace> damagedCheckpoints(const fs::path& checkpoints)
{
    return checkpointsWhere(checkpoints, std::not_fn(isCompleteCheckpoint));
}

std::optional<CheckpointPlace> newestCheckpoint(const fs::path& checkpoints)
{
    std::vector<CheckpointPlace> places = completeCheckpoints(checkpoints);
    return places.empty() ? std::nullopt : std::optional(std::move(places.back()));
}

void removeCheckpointLeftovers(const fs::path& checkpoints)
{
    std::error_code missing;
    std::vector<fs::path> leftovers;
    for (const auto& entry : fs::directory_iterator(checkpoints, missing)) {
        const std::string name = entry.path().filename().string();
        const bool temporary = name.starts_with(fmt::format(".{}", kPrefix))
            && (name.ends_with(kWriting) || name.ends_with(kRemoving));
        if (temporary)
            leftovers.push_back(entry.path());
    }
    for (const fs::path& leftover : leftovers)
        removeTree(leftover);
}

std::vector<std::int64_t>
stepsToRemove(std::vector<std::int64_t> steps, std::int64_t limit, std::optional<std::int64_t> best)
{
    std::ranges::sort(steps);
    if (limit <= 0 || steps.size() <= static_cast<std::size_t>(limit))
        return {};
    steps.resize(steps.size() - static_cast<std::size_t>(limit));
    if (best)
        std::erase(steps, *best);
    return steps;
}

void keepCheckpoints(const fs::path& checkpoints, std::int64_t limit, std::optional<std::int64_t> best)
{
    std::vector<std::int64_t> steps;
    for (const CheckpointPlace& place : completeCheckpoints(checkpoints))
        steps.push_back(place.step);
    for (const std::int64_t step : stepsToRemove(std::move(steps), limit, best))
        removeCheckpoint(checkpoints, step);
}

} // namespace temper
