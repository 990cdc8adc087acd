// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/search_index.h"

namespace temper {

SearchIndex::SearchIndex(SQLite::Database& database)
    : m_put(database, "INSERT INTO search(rowid, words) VALUES(?, ?)")
    , m_drop(database, "INSERT INTO search(search, rowid, words) VALUES('delete', ?, ?)")
{
}

void SearchIndex::put(std::int64_t id, const std::string& words)
{
    m_put.bind(1, id);
    m_put.bindNoCopy(2, words);
    m_put.exec();
    m_put.reset();
}

void SearchIndex::drop(std::int64_t id, const std::string& words)
{
    m_drop.bind(1, id);
    m_drop.bindNoCopy(2, words);
    m_drop.exec();
    m_drop.reset();
}

} // namespace temper
