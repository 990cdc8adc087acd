// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/import.h"

#include "core/common/data/bounded_queue.h"
#include "core/common/data/progress_throttle.h"
#include "core/common/data/store_writer.h"

#include <atomic>
#include <chrono>
#include <exception>
#include <thread>

namespace temper {

namespace {

constexpr std::size_t kQueued = 3; // batches waiting between two stages

// One file through three stages: this thread writes, two others read and make rows.
class FilePipeline {
public:
    FilePipeline(FileReading& reading, const std::stop_token& stop)
        : m_reading(reading)
        , m_stop(stop)
        , m_records(kQueued)
        , m_rows(kQueued)
    {
        m_reader = std::jthread([this] { guard([this] { read(); }); });
        m_mapper = std::jthread([this] { guard([this] { map(); }); });
    }

    ~FilePipeline()
    {
        m_records.close();
        m_rows.close();
    }

    bool next(StoredBatch& batch)
    {
        const bool got = m_rows.pop(batch);
        if (!got)
            join();
        return got;
    }

    std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    template <typename Work> void guard(Work work)
    {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_failure)
                m_failure = std::current_exception();
            m_records.close();
            m_rows.close();
        }
    }

    void read()
    {
        RecordBatch batch;
        while (!m_stop.stop_requested() && m_reading.records(batch)) {
            m_bytesRead = m_reading.bytesRead();
            if (!m_records.push(std::exchange(batch, {})))
                break;
        }
        m_records.close();
    }

    void map()
    {
        RecordBatch records;
        RowBatch rows;
        StoredBatch stored;
        while (m_records.pop(records)) {
            m_reading.rows(records, rows);
            stored.encode(rows);
            if (!m_rows.push(std::exchange(stored, {})))
                break;
        }
        m_rows.close();
    }

    void join()
    {
        m_reader.join();
        m_mapper.join();
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

    FileReading& m_reading;
    std::stop_token m_stop;
    BoundedQueue<RecordBatch> m_records;
    BoundedQueue<StoredBatch> m_rows;
    std::atomic<std::uint64_t> m_bytesRead = 0;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
    std::jthread m_reader;
    std::jthread m_mapper;
};

class Importer {
public:
    Importer(const std::vector<std::filesystem::path>& files,
        const ImportOptions& options,
        const ProgressFunction& progress,
        const std::stop_token& stop)
        : m_files(files)
        , m_options(options)
        , m_throttle(progress)
        , m_stop(stop)
    {
        for (const auto& file : files) {
            std::error_code code;
            const auto size = std::filesystem::file_size(file, code);
            m_report.bytes += code ? 0 : size;
        }
    }

    ImportReport into(StoreWriter& writer)
    {
        for (std::uint32_t i = 0; i < m_files.size(); ++i)
            importFile(i, writer);
        if (m_report.rows == 0)
            refuseNothing();
        return std::move(m_report);
    }

private:
    void importFile(std::uint32_t index, StoreWriter& writer)
    {
        const std::filesystem::path& path = m_files[index];
        FileReading reading(path, m_options.reading, index);
        std::uint64_t rows = 0;
        ProblemList problems;
        {
            FilePipeline pipeline(reading, m_stop);
            StoredBatch batch;
            while (pipeline.next(batch)) {
                throwIfStopped(m_stop);
                writer.write(index, batch);
                rows += batch.rows.size();
                for (RowProblem& problem : batch.problems)
                    problems.add(std::move(problem));
                m_throttle.report({ "importing", m_before + pipeline.bytesRead(), m_report.bytes, "bytes" });
            }
            throwIfStopped(m_stop);
        }
        ReadReport report = reading.description();
        report.bytes = std::filesystem::file_size(path);
        report.rows = rows;
        report.problems = std::move(problems);
        writer.addFile(index, report);
        m_before += report.bytes;
        m_report.rows += rows;
        m_report.problems += report.problems.total;
        m_report.files.push_back(std::move(report));
    }

    [[noreturn]] void refuseNothing() const
    {
        for (const ReadReport& file : m_report.files)
            if (!file.problems.listed.empty()) {
                const RowProblem& first = file.problems.listed.front();
                throw Error(ErrorKind::Input,
                    "holds no usable row; the first problem: "
                        + (first.field.empty() ? "" : first.field + " ") + first.reason,
                    first.file + ":" + std::to_string(first.line));
            }
        throw Error(ErrorKind::Input, "holds no row.", m_files.empty() ? "" : m_files.front().string(),
            "Give a file with rows in it.");
    }

    const std::vector<std::filesystem::path>& m_files;
    const ImportOptions& m_options;
    ProgressThrottle m_throttle;
    std::stop_token m_stop;
    ImportReport m_report;
    std::uint64_t m_before = 0;
};

} // namespace

ImportReport importFiles(const std::vector<std::filesystem::path>& files,
    const std::filesystem::path& store,
    const ImportOptions& options,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const auto begin = std::chrono::steady_clock::now();
    if (files.empty())
        throw Error(ErrorKind::Usage, "no file to import was named.", "data import");
    StoreWriter writer(store, options.name, options.existing);
    ImportReport report = Importer(files, options, progress, stop).into(writer);
    throwIfStopped(stop);
    writer.finish();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

} // namespace temper
