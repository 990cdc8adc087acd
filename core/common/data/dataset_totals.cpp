// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset_totals.h"

#include "core/common/data/dataset.h"

namespace temper {

namespace {

constexpr std::uint64_t kPage = 256;

class RowsInUse {
public:
    RowsInUse(const Dataset& dataset, const RowSelection& selection)
        : m_dataset(dataset)
        , m_selection(selection)
    {
    }

    bool next(DataRow& row)
    {
        if (m_at == m_page.size()) {
            m_page = m_dataset.rows(m_selection, m_position, kPage);
            m_position += kPage;
            m_at = 0;
        }
        if (m_at == m_page.size())
            return false;
        row = std::move(m_page[m_at++].row);
        return true;
    }

private:
    const Dataset& m_dataset;
    const RowSelection& m_selection;
    std::uint64_t m_position = 0;
    std::vector<DatasetRow> m_page;
    std::size_t m_at = 0;
};

} // namespace

DatasetTotals datasetTotals(const std::filesystem::path& store,
    const SampleMaker& maker,
    unsigned threads,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const Dataset dataset(store);
    DatasetTotals totals { {}, dataset.select({}) };
    std::vector<std::string> names;
    for (const DatasetFile& file : dataset.files())
        names.push_back(file.path);
    RowsInUse rows(dataset, totals.rows);
    totals.report = runSamples(
        maker, { threads, totals.rows.size(), names }, [&](DataRow& row) { return rows.next(row); },
        [](std::uint64_t, Sample&&) {}, progress, stop);
    return totals;
}

} // namespace temper
