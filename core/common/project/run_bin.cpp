// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_bin.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/progress.h"
#include "core/common/project/project.h"
#include "core/common/project/run_notes.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace temper {
namespace {

namespace fs = std::filesystem;

// "1794912345678.identity-lora": when it was deleted (milliseconds since 1970), and its id.
std::string binName(const std::string& runId)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return fmt::format("{}.{}", std::chrono::duration_cast<std::chrono::milliseconds>(now).count(), runId);
}

struct BinName {
    std::int64_t milliseconds = 0;
    std::string runId;
};

BinName readBinName(const std::string& name)
{
    BinName parts;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), parts.milliseconds);
    const auto used = static_cast<std::size_t>(end - name.data());
    const bool fits = problem == std::errc() && used + 1 < name.size() && name[used] == '.';
    parts.runId = fits ? name.substr(used + 1) : name;
    return parts;
}

void moveFolder(const fs::path& from, const fs::path& to)
{
    std::error_code problem;
    fs::create_directories(to.parent_path(), problem);
    if (!problem)
        fs::rename(from, to, problem);
    if (problem)
        throw Error(ErrorKind::Environment,
            fmt::format("the run's folder cannot be moved: {}.", problem.message()), from.string(),
            "Make the project's folder and the run's writable, then try again.");
    syncFolder(to.parent_path());
    syncFolder(from.parent_path());
}

std::uint64_t bytesBelow(const fs::path& folder, const std::stop_token& stop)
{
    std::uint64_t bytes = 0;
    std::error_code problem;
    for (fs::recursive_directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        throwIfStopped(stop);
        std::error_code gone;
        if (entry->is_regular_file(gone)) {
            const std::uint64_t size = entry->file_size(gone);
            bytes += gone ? 0 : size;
        }
    }
    return bytes;
}

BinnedRun described(const fs::path& folder, const std::stop_token& stop)
{
    const RunFolder run(folder);
    const BinName name = readBinName(run.id());
    BinnedRun binned { .run = run,
        .name = readRunNotes(run).name,
        .deleted = static_cast<double>(name.milliseconds) / 1000.0,
        .bytes = bytesBelow(folder, stop) };
    try {
        if (binned.name.empty())
            binned.name = run.readInfo().name;
    } catch (const Error&) { // its id names it as well
    }
    if (binned.name.empty())
        binned.name = name.runId;
    return binned;
}

} // namespace

fs::path binFolder(const fs::path& project)
{
    return project / "bin";
}

void moveToBin(const fs::path& folder, const std::string& runId)
{
    Project project = Project::open(folder);
    const RunFolder run = project.run(runId);
    if (!fs::is_directory(run.folder()))
        throw Error(ErrorKind::Input, "this run is not there any more.", run.folder().string());
    if (FileLock::isHeld(run.lockFile()))
        throw Error(ErrorKind::Input, "this run is training.", runId, "Stop it first, then delete it.");
    moveFolder(run.folder(), binFolder(project.folder()) / binName(runId));
    project.removeFromQueue(runId);
}

std::vector<BinnedRun> binnedRuns(const fs::path& project, const std::stop_token& stop)
{
    std::vector<BinnedRun> runs;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(binFolder(project), missing)) {
        throwIfStopped(stop);
        if (entry.is_directory())
            runs.push_back(described(entry.path(), stop));
    }
    std::ranges::sort(runs, [](const BinnedRun& a, const BinnedRun& b) { return b.deleted < a.deleted; });
    return runs;
}

std::string restoreFromBin(const fs::path& folder, const std::string& binId)
{
    const Project project = Project::open(folder);
    const fs::path binned = binFolder(project.folder()) / binId;
    const std::string wanted = readBinName(binId).runId;
    std::string id = wanted;
    for (int number = 2; fs::exists(project.run(id).folder()); ++number)
        id = fmt::format("{}-{}", wanted, number);
    moveFolder(binned, project.run(id).folder());
    return id;
}

void emptyBin(const fs::path& project, const std::stop_token& stop)
{
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(binFolder(project), missing)) {
        throwIfStopped(stop);
        std::error_code problem;
        fs::remove_all(entry.path(), problem);
        if (problem)
            throw Error(ErrorKind::Environment,
                fmt::format("this run cannot be removed: {}.", problem.message()), entry.path().string(),
                "Make its folder writable, then empty the bin again.");
    }
}

} // namespace temper
