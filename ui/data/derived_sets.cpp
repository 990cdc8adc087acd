// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/derived_sets.h"

#include "core/common/data/dataset.h"
#include "core/common/data/import.h"
#include "core/common/data/progress_throttle.h"
#include "core/common/data/split.h"
#include "core/common/data/write_rows.h"
#include "ui/data/set_files.h"

namespace temper {

namespace {

constexpr std::uint64_t kRowsAtOnce = 512;

// Rows on their way into a new set: written down in cache/ first, then imported like any other file.
class NewSet {
public:
    NewSet(const std::filesystem::path& project, std::string name)
        : m_project(project)
        , m_name(std::move(name))
        , m_file(project / "cache" / (std::filesystem::path(setFileName(m_name)).stem().string() + ".jsonl"))
    {
        std::error_code code;
        std::filesystem::create_directories(m_file.parent_path(), code);
        m_writer = std::make_unique<RowWriter>(m_file, RowFormat::JsonLines);
    }

    ~NewSet()
    {
        m_writer.reset();
        std::error_code code;
        std::filesystem::remove(m_file, code);
    }

    NewSet(const NewSet&) = delete;
    NewSet& operator=(const NewSet&) = delete;

    void write(const DataRow& row) { m_writer->write(row); }

    DatasetEntry finish(const ProgressFunction& progress, const std::stop_token& stop)
    {
        m_writer->finish();
        m_writer.reset();
        DatasetEntry entry;
        entry.name = m_name;
        entry.file = setFileName(m_name);
        ImportOptions options;
        options.name = m_name;
        entry.rows = importFiles({ m_file }, m_project / entry.file, options, progress, stop).rows;
        return entry;
    }

private:
    std::filesystem::path m_project;
    std::string m_name;
    std::filesystem::path m_file;
    std::unique_ptr<RowWriter> m_writer;
};

// The rows in use of a set one after the other, from the beginning again after the last.
class RowStream {
public:
    explicit RowStream(const std::filesystem::path& path)
        : m_set(path)
        , m_selection(m_set.select({}))
    {
    }

    std::uint64_t size() const { return m_selection.size(); }

    const DataRow& at(std::uint64_t position)
    {
        if (position < m_first || position >= m_first + m_page.size()) {
            m_first = position;
            m_page = m_set.rows(m_selection, position, kRowsAtOnce);
        }
        return m_page.at(position - m_first).row;
    }

private:
    Dataset m_set;
    RowSelection m_selection;
    std::uint64_t m_first = 0;
    std::vector<DatasetRow> m_page;
};

void removeStore(const std::filesystem::path& path)
{
    std::error_code code;
    for (const char* companion : { "", "-wal", "-shm" })
        std::filesystem::remove(path.string() + companion, code);
}

} // namespace

SplitSets splitSet(const SplitOrder& order, const ProgressFunction& progress, const std::stop_token& stop)
{
    Project project = Project::open(order.project);
    RowStream rows(order.project / order.set.file);
    const Split split = splitRows(rows.size(), order.share, order.seed);
    NewSet train(order.project, order.train);
    NewSet validation(order.project, order.validation);
    ProgressThrottle throttle(progress);
    std::size_t next = 0;
    for (std::uint64_t i = 0; i < rows.size(); ++i) {
        throwIfStopped(stop);
        const bool held = next < split.validation.size() && split.validation[next] == i;
        next += held ? 1 : 0;
        (held ? validation : train).write(rows.at(i));
        throttle.report({ "writing", i + 1, rows.size(), "rows" });
    }
    SplitSets sets;
    sets.train = train.finish(progress, stop);
    try {
        sets.validation = validation.finish(progress, stop);
    } catch (const Error&) {
        removeStore(order.project / sets.train.file);
        throw;
    }
    project.putDataset(sets.train);
    project.putDataset(sets.validation);
    return sets;
}

DatasetEntry mixSets(const MixOrder& order, const ProgressFunction& progress, const std::stop_token& stop)
{
    Project project = Project::open(order.project);
    std::vector<RowStream> streams;
    std::vector<MixPart> parts;
    for (const MixedSet& set : order.sets) {
        streams.emplace_back(order.project / set.set.file);
        parts.push_back({ streams.back().size(), set.weight, {} });
    }
    const std::vector<MixedRow> rows = mixRows(parts, order.strategy, order.seed);
    NewSet mixed(order.project, order.name);
    ProgressThrottle throttle(progress);
    std::uint64_t done = 0;
    for (const MixedRow& row : rows) {
        throwIfStopped(stop);
        mixed.write(streams[row.set].at(row.row));
        throttle.report({ "writing", ++done, rows.size(), "rows" });
    }
    const DatasetEntry entry = mixed.finish(progress, stop);
    project.putDataset(entry);
    return entry;
}

} // namespace temper
