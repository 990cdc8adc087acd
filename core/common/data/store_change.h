// SPDX-License-Identifier: Apache-2.0
// The changes that editing makes to a store: a row, its words in the index and its mark together; included by
// source files of this folder only.
#pragma once

#include "core/common/data/row.h"
#include "core/common/data/store.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace temper {

// "content\nextra", as edits keep a row (JSON has no line feed).
struct StoredText {
    explicit StoredText(const DataRow& row);
    explicit StoredText(std::string stored);

    std::string_view content() const { return std::string_view(text).substr(0, contentBytes); }
    std::string_view extra() const;
    std::string words() const; // for the index

    std::string text;
    std::size_t contentBytes;
};

// To be used inside a transaction.
class StoreChange {
public:
    explicit StoreChange(SQLite::Database& database)
        : m_database(database)
    {
    }

    std::uint64_t rowCount() const;
    StoredText stored(std::uint64_t number) const;
    void replace(std::uint64_t number, const StoredText& row);
    void append(std::uint64_t number, const StoredText& row); // number == rowCount()
    void removeLast(std::uint64_t number); // number == rowCount() - 1

    // False when it was so already.
    bool setAside(std::uint64_t number);
    bool bringBack(std::uint64_t number);

private:
    bool run(const char* sql, std::uint64_t number);
    void write(std::uint64_t number, const StoredText& row, const char* sql);

    SQLite::Database& m_database;
};

} // namespace temper
