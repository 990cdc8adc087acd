// SPDX-License-Identifier: Apache-2.0
// The full-text index of a store, row by row; included by source files of this folder only. All calls but
// indexedTo() belong into a transaction.
#pragma once

#include "core/common/data/store.h"

namespace temper {

// Rows with ids up to this one are in the index.
inline std::uint64_t indexedTo(const SQLite::Database& database)
{
    return storeNumber(database, "indexed_to");
}

// `words` are wordsOf(readableText(row)); an index without text forgets a row only when told its words.
class SearchIndex {
public:
    explicit SearchIndex(SQLite::Database& database);

    void put(std::int64_t id, const std::string& words);
    void drop(std::int64_t id, const std::string& words);

private:
    SQLite::Statement m_put;
    SQLite::Statement m_drop;
};

} // namespace temper
