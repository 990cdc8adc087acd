// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/derived_store.h"

#include "core/common/data/dataset.h"
#include "core/common/data/progress_throttle.h"
#include "core/common/data/store_writer.h"

#include <cstring>
#include <memory>

namespace temper {

namespace {

constexpr std::size_t kRowsABatch = 512;

// Rows of a store by number, copied as they are stored.
class SourceStore {
public:
    explicit SourceStore(const std::filesystem::path& path)
        : m_path(path)
        , m_dataset(path)
        , m_rows(m_dataset.select({}))
        , m_files(m_dataset.files())
        , m_database(openStore(path, StoreAccess::ReadOnly))
        , m_query(m_database, "SELECT kind, file, line, hash, content, extra FROM rows WHERE id = ?")
    {
    }

    const Dataset& dataset() const { return m_dataset; }
    const RowSelection& rows() const { return m_rows; } // in use
    const std::vector<DatasetFile>& files() const { return m_files; }

    // Appends; files count from `firstFile`.
    void copy(std::uint64_t number, std::uint32_t firstFile, StoredBatch& batch)
    {
        withStoreErrors(m_path, [&] {
            m_query.reset();
            m_query.bind(1, idOf(number));
            if (!m_query.executeStep())
                throw Error(
                    ErrorKind::Environment, "was changed while it was read.", m_path.string(), "Try again.");
            StoredRow row;
            row.kind = static_cast<RowKind>(m_query.getColumn(0).getInt());
            const auto file = static_cast<std::uint32_t>(m_query.getColumn(1).getInt64());
            row.file = file == kNoFile ? kNoFile : firstFile + file;
            row.line = static_cast<std::uint64_t>(m_query.getColumn(2).getInt64());
            std::memcpy(row.hash.data(), m_query.getColumn(3).getBlob(), row.hash.size());
            row.content = add(m_query.getColumn(4), batch.text);
            row.extra = m_query.getColumn(5).isNull() ? 0 : add(m_query.getColumn(5), batch.text);
            batch.rows.push_back(row);
        });
    }

private:
    static std::size_t add(const SQLite::Column& column, std::string& text)
    {
        const std::size_t begin = text.size();
        text.append(column.getText(), static_cast<std::size_t>(column.getBytes())).push_back('\0');
        return begin;
    }

    std::filesystem::path m_path;
    Dataset m_dataset;
    RowSelection m_rows;
    std::vector<DatasetFile> m_files;
    SQLite::Database m_database;
    SQLite::Statement m_query;
};

// A store being made of rows of one or several sources.
class Derivation {
public:
    Derivation(const NewStore& target,
        std::vector<std::unique_ptr<SourceStore>>& sources,
        const OrderedJson& origin)
        : m_writer(target.path, target.name, target.existing)
        , m_sources(sources)
    {
        for (const auto& source : sources) {
            m_firstFiles.push_back(static_cast<std::uint32_t>(m_rowsOfFiles.size()));
            m_rowsOfFiles.resize(m_rowsOfFiles.size() + source->files().size());
        }
        m_writer.setValue("origin", toLine(origin));
    }

    void add(std::size_t source, std::uint64_t number)
    {
        m_sources[source]->copy(number, m_firstFiles[source], m_batch);
        if (const std::uint32_t file = m_batch.rows.back().file; file < m_rowsOfFiles.size())
            ++m_rowsOfFiles[file];
        ++m_rows;
        if (m_batch.rows.size() >= kRowsABatch || m_batch.text.size() >= kBatchBytes)
            flush();
    }

    std::uint64_t rows() const { return m_rows; }

    void finish()
    {
        flush();
        std::uint32_t number = 0;
        for (const auto& source : m_sources)
            for (const DatasetFile& file : source->files()) {
                ReadReport report;
                report.file = file.path;
                report.format = file.format;
                report.encoding = file.encoding;
                report.schema = file.schema;
                report.bytes = file.bytes;
                report.rows = m_rowsOfFiles[number];
                m_writer.addFile(number++, report);
            }
        m_writer.finish();
    }

private:
    void flush()
    {
        m_writer.write(0, m_batch);
        m_batch.clear();
    }

    StoreWriter m_writer;
    std::vector<std::unique_ptr<SourceStore>>& m_sources;
    std::vector<std::uint32_t> m_firstFiles;
    std::vector<std::uint64_t> m_rowsOfFiles;
    StoredBatch m_batch;
    std::uint64_t m_rows = 0;
};

} // namespace

void createEmptyStore(const NewStore& target)
{
    StoreWriter(target.path, target.name, target.existing).finish();
}

SplitCounts splitStore(const std::filesystem::path& source,
    const SplitChoice& choice,
    const NewStore& train,
    const NewStore& validation,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    std::vector<std::unique_ptr<SourceStore>> sources;
    sources.push_back(std::make_unique<SourceStore>(source));
    const RowSelection& rows = sources.front()->rows();
    const Split split = splitRows(rows.size(), choice.valSize, choice.seed);
    OrderedJson origin { { "split_of", sources.front()->dataset().name() }, { "val_size", choice.valSize },
        { "seed", choice.seed }, { "part", "train" } };
    Derivation trainStore(train, sources, origin);
    origin["part"] = "validation";
    Derivation validationStore(validation, sources, origin);
    ProgressThrottle throttle(progress);
    std::size_t next = 0;
    for (std::uint64_t position = 0; position < rows.size(); ++position) {
        throwIfStopped(stop);
        const bool chosen = next < split.validation.size() && split.validation[next] == position;
        next += chosen ? 1 : 0;
        (chosen ? validationStore : trainStore).add(0, rows.number(position));
        throttle.report({ "splitting", position + 1, rows.size(), "rows" });
    }
    trainStore.finish();
    validationStore.finish();
    return { trainStore.rows(), validationStore.rows() };
}

std::uint64_t mixStores(const std::vector<MixSource>& sources,
    const MixChoice& choice,
    const NewStore& target,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    std::vector<std::unique_ptr<SourceStore>> opened;
    std::vector<MixPart> parts;
    OrderedJson origin { { "mix_of", OrderedJson::array() }, { "seed", choice.seed } };
    for (const MixSource& source : sources) {
        opened.push_back(std::make_unique<SourceStore>(source.store));
        parts.push_back({ opened.back()->rows().size(), source.weight, source.maxSamples });
        origin["mix_of"].push_back(
            { { "name", opened.back()->dataset().name() }, { "weight", source.weight } });
    }
    const std::vector<MixedRow> order = mixRows(parts, choice.strategy, choice.seed);
    Derivation store(target, opened, origin);
    ProgressThrottle throttle(progress);
    for (const MixedRow& row : order) {
        throwIfStopped(stop);
        store.add(row.set, opened[row.set]->rows().number(row.row));
        throttle.report({ "mixing", store.rows(), order.size(), "rows" });
    }
    store.finish();
    return store.rows();
}

} // namespace temper
