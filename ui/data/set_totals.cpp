// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_totals.h"

#include "core/common/data/dataset.h"
#include "core/common/data/dataset_totals.h"

#include <algorithm>
#include <thread>

namespace temper {

namespace {

constexpr int kBins = 48;

void addLengths(SetTotals& totals, const DatasetTotals& counted, std::uint64_t rowCount)
{
    auto lengths = std::make_shared<RowLengths>(rowCount, 0);
    std::vector<std::uint32_t> known;
    const std::vector<std::uint32_t>& rows = counted.report.rowLengths;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint64_t number = counted.rows.number(i);
        if (rows[i] == 0 || number >= rowCount)
            continue;
        (*lengths)[number] = rows[i];
        known.push_back(rows[i]);
    }
    totals.longest = known.empty() ? 0 : *std::ranges::max_element(known);
    totals.bins = logarithmicBins(known, kBins);
    totals.lengths = std::move(lengths);
}

} // namespace

SetTotals countTotals(const std::filesystem::path& set,
    const RenderTools& tools,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const unsigned threads = std::max(1u, std::thread::hardware_concurrency() - 1);
    DatasetTotals counted = datasetTotals(set, tools.maker(SampleDetail::Tokens), threads, progress, stop);
    SampleReport& report = counted.report;
    SetTotals totals;
    totals.rows = report.statistics.rows;
    totals.tokens = report.statistics.tokens;
    totals.supervisedTokens = report.statistics.supervisedTokens;
    totals.unusable = report.statistics.unusable;
    totals.problems = std::move(report.problems.listed);
    addLengths(totals, counted, Dataset(set).rowCount());
    std::vector<std::uint64_t> cut;
    for (const std::uint64_t row : report.cutRows)
        cut.push_back(counted.rows.number(row));
    totals.cut = cut.size();
    totals.cutRows = RowSelection::of(std::move(cut));
    return totals;
}

} // namespace temper
