// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset_totals.h"

#include "core/common/data/dataset.h"

#include <memory>

namespace temper {

namespace {

constexpr std::uint64_t kPage = 256;

struct Reading {
    explicit Reading(const std::filesystem::path& store)
        : dataset(store)
        , selection(dataset.select({}))
    {
    }

    bool next(DataRow& row)
    {
        if (at == page.size()) {
            page = dataset.rows(selection, position, kPage);
            position += kPage;
            at = 0;
        }
        if (at == page.size())
            return false;
        row = std::move(page[at++].row);
        return true;
    }

    Dataset dataset;
    RowSelection selection;
    std::uint64_t position = 0;
    std::vector<DatasetRow> page;
    std::size_t at = 0;
};

} // namespace

RowFeed rowsInUse(const std::filesystem::path& store)
{
    auto reading = std::make_shared<Reading>(store);
    return [reading](DataRow& row) { return reading->next(row); };
}

SampleReport datasetTotals(const std::filesystem::path& store,
    const SampleMaker& maker,
    unsigned threads,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    std::vector<std::string> names;
    const Dataset dataset(store);
    for (const DatasetFile& file : dataset.files())
        names.push_back(file.path);
    return runSamples(maker, { threads, dataset.counts().inUse(), names }, rowsInUse(store),
        [](std::uint64_t, Sample&&) {}, progress, stop);
}

} // namespace temper
