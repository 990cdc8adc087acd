// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_process.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <sched.h>
#include <sstream>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace temper {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

std::string firstLine(const fs::path& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

std::optional<std::uint64_t> numberIn(const fs::path& path)
{
    const std::string line = firstLine(path);
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), value);
    return code == std::errc() && end != line.data() ? std::optional(value) : std::nullopt;
}

// "MemAvailable:   123 kB" in /proc/meminfo, or a line of that form elsewhere.
std::uint64_t kilobytesOf(const fs::path& path, const std::string& key)
{
    std::ifstream file(path);
    std::string word;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::uint64_t value = 0;
        if (words >> word >> value && word == key)
            return value * 1024;
    }
    return 0;
}

std::uint64_t valueIn(const fs::path& path, const std::string& key)
{
    std::ifstream file(path);
    std::string word;
    for (std::uint64_t value = 0; file >> word >> value;)
        if (word == key)
            return value;
    return 0;
}

// The folders of this process's control group and its parents, innermost first; a limit may stand at any of
// them.
std::vector<fs::path> controlGroups(const std::string& controller, const fs::path& root)
{
    std::ifstream file("/proc/self/cgroup");
    std::vector<fs::path> folders;
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find(':');
        const auto second = line.find(':', first + 1);
        if (second == std::string::npos)
            continue;
        const std::string names = "," + line.substr(first + 1, second - first - 1) + ",";
        if (names.find("," + controller + ",") == std::string::npos)
            continue;
        for (fs::path group = line.substr(second + 1); group.has_relative_path(); group = group.parent_path())
            folders.push_back(root / group.relative_path());
    }
    folders.push_back(root);
    return folders;
}

struct MemoryLimit {
    std::uint64_t total = kUnlimited;
    std::uint64_t available = kUnlimited;

    void lower(std::uint64_t limit, std::uint64_t used)
    {
        total = std::min(total, limit);
        available = std::min(available, limit - std::min(limit, used));
    }
};

// File pages that nobody has touched lately are given up before a group runs out of memory.
MemoryLimit controlGroupLimit()
{
    MemoryLimit result;
    for (const fs::path& folder : controlGroups("", "/sys/fs/cgroup"))
        if (const auto limit = numberIn(folder / "memory.max")) {
            const std::uint64_t used = numberIn(folder / "memory.current").value_or(0);
            result.lower(*limit, used - std::min(used, valueIn(folder / "memory.stat", "inactive_file")));
        }
    for (const fs::path& folder : controlGroups("memory", "/sys/fs/cgroup/memory"))
        if (const auto limit = numberIn(folder / "memory.limit_in_bytes")) {
            const std::uint64_t used = numberIn(folder / "memory.usage_in_bytes").value_or(0);
            result.lower(
                *limit, used - std::min(used, valueIn(folder / "memory.stat", "total_inactive_file")));
        }
    return result;
}

// The processor share of the control group in whole cores, rounded up.
int controlGroupCores()
{
    double cores = std::numeric_limits<int>::max();
    for (const fs::path& folder : controlGroups("", "/sys/fs/cgroup")) {
        std::istringstream words(firstLine(folder / "cpu.max"));
        double quota = 0;
        double period = 0;
        if (words >> quota >> period && period > 0)
            cores = std::min(cores, quota / period);
    }
    for (const fs::path& folder : controlGroups("cpu", "/sys/fs/cgroup/cpu")) {
        const auto quota = numberIn(folder / "cpu.cfs_quota_us");
        const auto period = numberIn(folder / "cpu.cfs_period_us");
        if (quota && period && *period > 0)
            cores = std::min(cores, static_cast<double>(*quota) / static_cast<double>(*period));
    }
    return static_cast<int>(std::min(cores + 0.999, 1e6));
}

} // namespace

std::uint64_t peakResidentBytes()
{
    struct rusage usage { };
    return ::getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<std::uint64_t>(usage.ru_maxrss) * 1024 : 0;
}

std::uint64_t currentResidentBytes()
{
    return residentBytesOf(::getpid());
}

std::uint64_t residentBytesOf(std::int64_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/statm");
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    file >> size >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::uint64_t totalMemoryBytes()
{
    return std::min(kilobytesOf("/proc/meminfo", "MemTotal:"), controlGroupLimit().total);
}

std::uint64_t availableMemoryBytes()
{
    return std::min(kilobytesOf("/proc/meminfo", "MemAvailable:"), controlGroupLimit().available);
}

int usableCores()
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    const int allowed = ::sched_getaffinity(0, sizeof cores, &cores) == 0
        ? CPU_COUNT(&cores)
        : static_cast<int>(std::thread::hardware_concurrency());
    return std::max(1, std::min(allowed, controlGroupCores()));
}

} // namespace temper
