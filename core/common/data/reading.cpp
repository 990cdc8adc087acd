// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/reading.h"

#include "core/common/data/dataset.h"
#include "core/common/data/progress_throttle.h"

namespace temper {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

ReadReport readStore(const std::filesystem::path& path,
    const RowCallback& callback,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const Dataset dataset(path);
    ProgressThrottle throttle(progress);
    ReadReport report;
    report.file = path;
    report.format = formatName(DataFormat::Store);
    report.bytes = std::filesystem::file_size(path);
    const std::uint64_t total = dataset.counts().inUse();
    dataset.forEach(
        [&](std::uint64_t, DataRow&& row) {
            callback(std::move(row));
            ++report.rows;
            throttle.report({ "reading", report.rows, total, "rows" });
        },
        stop);
    return report;
}

} // namespace

void ProblemList::add(RowProblem problem)
{
    ++total;
    if (listed.size() < kListed)
        listed.push_back(std::move(problem));
}

FileReading::FileReading(const std::filesystem::path& path,
    const ReadOptions& options,
    std::uint32_t fileIndex)
    : m_path(path)
    , m_options(options)
    , m_fileIndex(fileIndex)
    , m_file(openRecords(path, { options.encoding, options.textUnit }))
{
}

void FileReading::rows(const RecordBatch& records, RowBatch& out)
{
    out.rows.clear();
    out.problems = records.problems;
    if (!m_mapper)
        if (auto layout = findLayout(records, m_options.columns, m_path.string())) {
            layout->tags = m_options.tags;
            m_mapper.emplace(std::move(*layout));
        }
    const bool decoded = !m_file.encoding.empty() && m_file.encoding != "UTF-8";
    RowMapper unfit({});
    RowMapper& mapper = m_mapper ? *m_mapper : unfit;
    for (const Record& record : records.records) {
        const std::string_view text = records.text(record);
        DataRow row;
        RowProblem problem;
        bool good = mapper.map(text, row, problem);
        if (good && decoded && text.find(kReplacement) != std::string_view::npos) {
            problem.reason = "holds bytes that are not valid " + m_file.encoding + ".";
            good = false;
        }
        if (good) {
            row.source = { m_fileIndex, record.line };
            out.rows.push_back(std::move(row));
            continue;
        }
        problem.file = m_path.string();
        problem.line = record.line;
        out.problems.push_back(std::move(problem));
    }
}

ReadReport FileReading::description() const
{
    ReadReport report;
    report.file = m_path;
    report.format = formatName(m_file.format);
    report.encoding = m_file.encoding;
    report.encodingConfidence = m_file.encodingConfidence;
    if (m_mapper) {
        report.schema = schemaName(m_mapper->layout().schema);
        report.columns = m_mapper->layout().columns;
        report.confidence = m_mapper->layout().confidence;
    }
    return report;
}

ReadReport readRows(const std::filesystem::path& path,
    const ReadOptions& options,
    const RowCallback& callback,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    if (isStoreFile(path))
        return readStore(path, callback, progress, stop);
    FileReading reading(path, options);
    const std::uint64_t total = std::filesystem::file_size(path);
    ProgressThrottle throttle(progress);
    std::uint64_t count = 0;
    ProblemList problems;
    RecordBatch records;
    RowBatch batch;
    while (reading.records(records)) {
        throwIfStopped(stop);
        reading.rows(records, batch);
        for (RowProblem& problem : batch.problems)
            problems.add(std::move(problem));
        count += batch.rows.size();
        for (DataRow& row : batch.rows)
            callback(std::move(row));
        throttle.report({ "reading", reading.bytesRead(), total, "bytes" });
    }
    ReadReport report = reading.description();
    report.rows = count;
    report.bytes = total;
    report.problems = std::move(problems);
    return report;
}

} // namespace temper
