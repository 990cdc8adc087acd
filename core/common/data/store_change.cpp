// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/store_change.h"

#include "core/common/data/search_index.h"
#include "core/common/data/stored_row.h"
#include "core/common/data/words.h"

#include <algorithm>

namespace temper {

StoredText::StoredText(const DataRow& row)
    : text(contentJson(row))
    , contentBytes(text.size())
{
    if (row.extra.is_object())
        text += "\n" + toLine(row.extra);
}

StoredText::StoredText(std::string stored)
    : text(std::move(stored))
    , contentBytes(std::min(text.find('\n'), text.size()))
{
}

std::string_view StoredText::extra() const
{
    return contentBytes == text.size() ? std::string_view() : std::string_view(text).substr(contentBytes + 1);
}

std::string StoredText::words() const
{
    return wordsOf(readableText(rowFromContent(content(), {}, "edit")));
}

std::uint64_t StoreChange::rowCount() const
{
    const auto last = m_database.execAndGet("SELECT max(id) FROM rows");
    return last.isNull() ? 0 : static_cast<std::uint64_t>(last.getInt64());
}

StoredText StoreChange::stored(std::uint64_t number) const
{
    SQLite::Statement query(m_database, "SELECT content, extra FROM rows WHERE id = ?");
    query.bind(1, idOf(number));
    query.executeStep();
    std::string text = query.getColumn(0).getString();
    if (!query.getColumn(1).isNull())
        text += "\n" + query.getColumn(1).getString();
    return StoredText(std::move(text));
}

void StoreChange::replace(std::uint64_t number, const StoredText& row)
{
    if (indexedTo(m_database) > number) {
        SearchIndex index(m_database);
        index.drop(idOf(number), stored(number).words());
        index.put(idOf(number), row.words());
    }
    write(number, row, "UPDATE rows SET kind = ?2, hash = ?3, content = ?4, extra = ?5 WHERE id = ?1");
}

void StoreChange::append(std::uint64_t number, const StoredText& row)
{
    write(number, row,
        "INSERT INTO rows(id, kind, hash, content, extra, file, line) VALUES(?1, ?2, ?3, ?4, ?5, -1, 0)");
    if (indexedTo(m_database) != number)
        return;
    SearchIndex(m_database).put(idOf(number), row.words());
    setStoreNumber(m_database, "indexed_to", number + 1);
}

void StoreChange::removeLast(std::uint64_t number)
{
    if (indexedTo(m_database) > number) {
        SearchIndex(m_database).drop(idOf(number), stored(number).words());
        setStoreNumber(m_database, "indexed_to", number);
    }
    run("DELETE FROM rows WHERE id = ?", number);
}

bool StoreChange::setAside(std::uint64_t number)
{
    return run("INSERT OR IGNORE INTO aside(row) VALUES(?)", number);
}

bool StoreChange::bringBack(std::uint64_t number)
{
    return run("DELETE FROM aside WHERE row = ?", number);
}

bool StoreChange::run(const char* sql, std::uint64_t number)
{
    SQLite::Statement statement(m_database, sql);
    statement.bind(1, idOf(number));
    return statement.exec() > 0;
}

void StoreChange::write(std::uint64_t number, const StoredText& row, const char* sql)
{
    const ContentHash hash = contentHash(row.content());
    SQLite::Statement statement(m_database, sql);
    statement.bind(1, idOf(number));
    statement.bind(2, static_cast<int>(kindOfContent(row.content())));
    statement.bind(3, hash.data(), static_cast<int>(hash.size()));
    statement.bind(4, std::string(row.content()));
    if (!row.extra().empty())
        statement.bind(5, std::string(row.extra()));
    statement.exec();
}

} // namespace temper
