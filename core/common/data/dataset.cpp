// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"

#include "core/common/data/stored_row.h"

#include <algorithm>
#include <cstring>

namespace temper {

namespace {

std::uint64_t countOf(const SQLite::Database& database, const char* query)
{
    SQLite::Statement statement(database, query);
    return statement.executeStep() && !statement.getColumn(0).isNull()
        ? static_cast<std::uint64_t>(statement.getColumn(0).getInt64())
        : 0;
}

constexpr const char* kLastRow = "SELECT max(id) FROM rows";

// Reads what a query says of rows: file, line, content, extra in its first columns.
class RowQuery {
public:
    RowQuery(const SQLite::Database& database, const std::filesystem::path& path, const char* query)
        : m_statement(database, query)
        , m_subject(path.string())
    {
    }

    SQLite::Statement& statement() { return m_statement; }

    DataRow row()
    {
        const auto extra = m_statement.getColumn(3);
        DataRow row = m_reader.read(
            text(m_statement.getColumn(2)), extra.isNull() ? std::string_view() : text(extra), m_subject);
        row.source.file = static_cast<std::uint32_t>(m_statement.getColumn(0).getInt64());
        row.source.line = static_cast<std::uint64_t>(m_statement.getColumn(1).getInt64());
        return row;
    }

private:
    static std::string_view text(const SQLite::Column& column)
    {
        return { column.getText(), static_cast<std::size_t>(column.getBytes()) };
    }

    SQLite::Statement m_statement;
    std::string m_subject;
    StoredRowReader m_reader;
};

} // namespace

Dataset::Dataset(const std::filesystem::path& path, StoreAccess access)
    : m_path(path)
    , m_database(std::make_unique<SQLite::Database>(openStore(path, access)))
{
}

Dataset::~Dataset() = default;
Dataset::Dataset(Dataset&&) noexcept = default;

std::string Dataset::name() const
{
    return withStoreErrors(m_path, [&] { return storeValue(*m_database, "name"); });
}

std::string Dataset::origin() const
{
    return withStoreErrors(m_path, [&] { return storeValue(*m_database, "origin"); });
}

std::uint64_t Dataset::revision() const
{
    return withStoreErrors(m_path, [&] { return storeNumber(*m_database, "revision"); });
}

std::uint64_t Dataset::rowCount() const
{
    return withStoreErrors(m_path, [&] { return countOf(*m_database, kLastRow); });
}

DatasetCounts Dataset::counts() const
{
    return withStoreErrors(m_path, [&] {
        return DatasetCounts { countOf(*m_database, kLastRow),
            countOf(*m_database, "SELECT count(*) FROM aside"), rowsChanged().size(),
            countOf(*m_database, "SELECT max(id) FROM problems") };
    });
}

std::vector<DatasetFile> Dataset::files() const
{
    return withStoreErrors(m_path, [&] {
        std::vector<DatasetFile> files;
        SQLite::Statement query(
            *m_database, "SELECT path, format, encoding, schema, bytes, rows FROM files ORDER BY id");
        while (query.executeStep())
            files.push_back({ query.getColumn(0).getString(), query.getColumn(1).getString(),
                query.getColumn(2).getString(), query.getColumn(3).getString(),
                static_cast<std::uint64_t>(query.getColumn(4).getInt64()),
                static_cast<std::uint64_t>(query.getColumn(5).getInt64()) });
        return files;
    });
}

DataRow Dataset::row(std::uint64_t number) const
{
    std::vector<DataRow> found = rows(number, 1);
    if (found.empty())
        throw Error(ErrorKind::Usage,
            "has " + std::to_string(rowCount()) + " rows, number " + std::to_string(number)
                + " was asked for.",
            m_path.string(), "Rows count from 0.");
    return std::move(found.front());
}

std::vector<DataRow> Dataset::rows(std::uint64_t first, std::uint64_t count) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<DataRow> rows;
        RowQuery query(*m_database, m_path,
            "SELECT file, line, content, extra FROM rows WHERE id >= ? ORDER BY id LIMIT ?");
        query.statement().bind(1, idOf(first));
        query.statement().bind(2, static_cast<std::int64_t>(std::min<std::uint64_t>(count, 1u << 30)));
        while (query.statement().executeStep())
            rows.push_back(query.row());
        return rows;
    });
}

std::vector<ContentHash> Dataset::hashes(std::uint64_t first, std::uint64_t count) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<ContentHash> hashes;
        SQLite::Statement query(*m_database, "SELECT hash FROM rows WHERE id >= ? ORDER BY id LIMIT ?");
        query.bind(1, idOf(first));
        query.bind(2, static_cast<std::int64_t>(std::min<std::uint64_t>(count, 1u << 30)));
        while (query.executeStep()) {
            const auto column = query.getColumn(0);
            ContentHash hash {};
            std::memcpy(hash.data(), column.getBlob(),
                std::min(hash.size(), static_cast<std::size_t>(column.getBytes())));
            hashes.push_back(hash);
        }
        return hashes;
    });
}

void Dataset::forEach(const std::function<void(std::uint64_t number, DataRow&&)>& callback,
    const std::stop_token& stop) const
{
    withStoreErrors(m_path, [&] {
        RowQuery query(*m_database, m_path,
            "SELECT file, line, content, extra, id FROM rows WHERE id > ? AND id NOT IN (SELECT row FROM "
            "aside) "
            "ORDER BY id LIMIT 256");
        std::int64_t last = 0;
        for (bool more = true; more;) {
            throwIfStopped(stop);
            more = false;
            query.statement().bind(1, last);
            while (query.statement().executeStep()) {
                last = query.statement().getColumn(4).getInt64();
                more = true;
                callback(numberOf(last), query.row());
            }
            query.statement().reset();
        }
    });
}

std::vector<std::uint64_t> Dataset::numbers(const char* query) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<std::uint64_t> numbers;
        SQLite::Statement statement(*m_database, query);
        while (statement.executeStep())
            numbers.push_back(numberOf(statement.getColumn(0).getInt64()));
        return numbers;
    });
}

std::vector<std::uint64_t> Dataset::rowsSetAside() const
{
    return numbers("SELECT row FROM aside ORDER BY row");
}

std::vector<std::uint64_t> Dataset::rowsChanged() const
{
    return numbers("SELECT DISTINCT row FROM edits WHERE kind IN ('edit', 'add') "
                   "AND step <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'step') ORDER BY row");
}

std::uint64_t Dataset::problemCount() const
{
    return withStoreErrors(m_path, [&] { return countOf(*m_database, "SELECT max(id) FROM problems"); });
}

std::vector<RowProblem> Dataset::problems(std::uint64_t first, std::uint64_t count) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<RowProblem> problems;
        SQLite::Statement query(*m_database,
            "SELECT path, line, field, reason FROM problems JOIN files ON files.id = problems.file "
            "WHERE problems.id > ? ORDER BY problems.id LIMIT ?");
        query.bind(1, static_cast<std::int64_t>(first));
        query.bind(2, static_cast<std::int64_t>(std::min<std::uint64_t>(count, 1u << 30)));
        while (query.executeStep())
            problems.push_back(
                { query.getColumn(0).getString(), static_cast<std::uint64_t>(query.getColumn(1).getInt64()),
                    query.getColumn(2).getString(), query.getColumn(3).getString() });
        return problems;
    });
}

} // namespace temper
