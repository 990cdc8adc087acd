// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"

#include "core/common/data/progress_throttle.h"

#include <algorithm>
#include <cstring>

namespace temper {

namespace {

// Rows are only ever added one after the other: row `number` has the id number + 1.
std::int64_t idOf(std::uint64_t number)
{
    return static_cast<std::int64_t>(number) + 1;
}

constexpr const char* kSelectRows
    = "SELECT file, line, content, extra FROM rows WHERE id >= ? ORDER BY id LIMIT ?";

DataRow rowAt(SQLite::Statement& query, const std::filesystem::path& path)
{
    const auto content = query.getColumn(2);
    const auto extra = query.getColumn(3);
    const auto view = [](const SQLite::Column& column) {
        return std::string_view(column.getText(), static_cast<std::size_t>(column.getBytes()));
    };
    DataRow row
        = rowFromContent(view(content), extra.isNull() ? std::string_view() : view(extra), path.string());
    row.source.file = static_cast<std::uint32_t>(query.getColumn(0).getInt64());
    row.source.line = static_cast<std::uint64_t>(query.getColumn(1).getInt64());
    return row;
}

} // namespace

Dataset::Dataset(const std::filesystem::path& path, StoreAccess access)
    : m_path(path)
    , m_database(std::make_unique<SQLite::Database>(openStore(path, access)))
{
    withStoreErrors(m_path, [&] {
        const auto last = m_database->execAndGet("SELECT max(id) FROM rows");
        m_rowCount = last.isNull() ? 0 : static_cast<std::uint64_t>(last.getInt64());
    });
}

Dataset::~Dataset() = default;
Dataset::Dataset(Dataset&&) noexcept = default;

std::string Dataset::name() const
{
    return withStoreErrors(m_path, [&] { return storeValue(*m_database, "name"); });
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
    if (number >= m_rowCount)
        throw Error(ErrorKind::Usage,
            "has " + std::to_string(m_rowCount) + " rows, number " + std::to_string(number)
                + " was asked for.",
            m_path.string(), "Rows count from 0.");
    return std::move(rows(number, 1).at(0));
}

std::vector<DataRow> Dataset::rows(std::uint64_t first, std::uint64_t count) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<DataRow> rows;
        SQLite::Statement query(*m_database, kSelectRows);
        query.bind(1, idOf(first));
        query.bind(2, static_cast<std::int64_t>(std::min(count, m_rowCount)));
        while (query.executeStep())
            rows.push_back(rowAt(query, m_path));
        return rows;
    });
}

std::vector<ContentHash> Dataset::hashes(std::uint64_t first, std::uint64_t count) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<ContentHash> hashes;
        SQLite::Statement query(*m_database, "SELECT hash FROM rows WHERE id >= ? ORDER BY id LIMIT ?");
        query.bind(1, idOf(first));
        query.bind(2, static_cast<std::int64_t>(std::min(count, m_rowCount)));
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

void Dataset::forEach(const std::function<void(DataRow&&)>& callback, const std::stop_token& stop) const
{
    constexpr std::uint64_t kPage = 256;
    for (std::uint64_t first = 0; first < m_rowCount; first += kPage) {
        throwIfStopped(stop);
        for (DataRow& row : rows(first, kPage))
            callback(std::move(row));
    }
}

std::uint64_t Dataset::problemCount() const
{
    return withStoreErrors(m_path, [&] {
        return static_cast<std::uint64_t>(m_database->execAndGet("SELECT count(*) FROM problems").getInt64());
    });
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
