// SPDX-License-Identifier: Apache-2.0
// The rows of a revision in their order, on the disk rather than in memory when they are many.
#pragma once

#include "core/common/data/row.h"
#include "core/common/data/row_spool.h"
#include "core/common/data/stored_row.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

class RevisionRows {
public:
    // Rows as they are read; which of them the revision takes, and in which order, is told by take().
    std::uint64_t spool(std::string_view content, RowSource source); // its place
    void finishSpool() { m_spool.finish(); }
    void take(std::uint64_t place) { m_places.push_back(place); }
    // The lines of a run's rows.jsonl, one row each, in order.
    static RevisionRows ofFile(const std::filesystem::path& path);

    std::size_t size() const { return m_places.size(); }
    bool empty() const { return m_places.empty(); }
    std::string_view content(std::size_t index) const
    {
        return m_spool.line(m_places[index]);
    } // contentJson()
    std::uint64_t contentBytes(std::size_t index) const { return m_spool.lineBytes(m_places[index]); }
    RowKind kind(std::size_t index) const { return kindOfContent(content(index)); }
    // `reader` keeps what is needed from row to row: one a thread. Throws as StoredRowReader::read().
    DataRow read(std::size_t index, StoredRowReader& reader) const;
    DataRow operator[](std::size_t index) const;
    DataRow front() const { return (*this)[0]; }
    void release() const { m_spool.release(); } // memory of what was read

    class Iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = DataRow;
        Iterator(const RevisionRows& rows, std::size_t index)
            : m_rows(&rows)
            , m_index(index)
        {
        }
        DataRow operator*() const { return (*m_rows)[m_index]; }
        Iterator& operator++()
        {
            ++m_index;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_index != other.m_index; }

    private:
        const RevisionRows* m_rows;
        std::size_t m_index;
    };
    Iterator begin() const { return { *this, 0 }; }
    Iterator end() const { return { *this, size() }; }

private:
    RowSpool m_spool;
    std::vector<RowSource> m_sources; // by place; empty for a run's file
    std::vector<std::uint64_t> m_places;
    std::string m_subject = "data";
};

} // namespace temper
