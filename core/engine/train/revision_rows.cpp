// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/revision_rows.h"

#include <numeric>

namespace temper {

std::uint64_t RevisionRows::spool(std::string_view content, RowSource source)
{
    m_spool.add(content);
    m_sources.push_back(source);
    return m_sources.size() - 1;
}

RevisionRows RevisionRows::ofFile(const std::filesystem::path& path)
{
    RevisionRows rows;
    rows.m_spool = RowSpool(path);
    rows.m_places.resize(rows.m_spool.size());
    std::iota(rows.m_places.begin(), rows.m_places.end(), 0);
    rows.m_subject = path.string();
    return rows;
}

DataRow RevisionRows::read(std::size_t index, StoredRowReader& reader) const
{
    const std::uint64_t place = m_places[index];
    DataRow row = reader.read(m_spool.line(place), {}, m_subject);
    row.source = m_sources.empty() ? RowSource { 0, place + 1 } : m_sources[place];
    return row;
}

DataRow RevisionRows::operator[](std::size_t index) const
{
    StoredRowReader reader;
    return read(index, reader);
}

} // namespace temper
