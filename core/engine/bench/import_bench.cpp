// SPDX-License-Identifier: Apache-2.0
#include "core/engine/bench/import_bench.h"

#include "core/common/base/os_process.h"
#include "core/common/data/dataset.h"
#include "core/common/data/import.h"

#include <chrono>

namespace temper {

namespace {

// Removes the store, whatever happens.
class MeasuredStore {
public:
    explicit MeasuredStore(const std::filesystem::path& folder)
        : m_path(folder / ("temper-bench-" + std::to_string(processId()) + ".sqlite"))
    {
    }
    ~MeasuredStore()
    {
        std::error_code ignored;
        for (const char* ending : { "", "-wal", "-shm" })
            std::filesystem::remove(m_path.string() + ending, ignored);
    }
    MeasuredStore(const MeasuredStore&) = delete;
    MeasuredStore& operator=(const MeasuredStore&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

double secondsOfIndex(const std::filesystem::path& store, const std::stop_token& stop)
{
    const auto start = std::chrono::steady_clock::now();
    Dataset(store, StoreAccess::ReadWrite).buildIndex({}, stop);
    throwIfStopped(stop);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

OrderedJson runImportBench(const ImportBench& bench, const std::stop_token& stop)
{
    const MeasuredStore store(bench.folder);
    const ImportReport report = importFiles({ bench.data }, store.path(), {}, {}, stop);
    OrderedJson json;
    json["bench"] = "import";
    json["bytes"] = report.bytes;
    json["rows"] = report.rows;
    json["problems"] = report.problems;
    json["seconds"] = report.seconds;
    json["mb_per_s"] = static_cast<double>(report.bytes) / 1e6 / report.seconds;
    json["peak_rss_mb"] = static_cast<double>(peakResidentBytes()) / 1048576.0;
    if (bench.withIndex)
        json["index_seconds"] = secondsOfIndex(store.path(), stop);
    return json;
}

} // namespace temper
