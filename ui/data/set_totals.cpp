// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_totals.h"

#include "core/common/data/progress_throttle.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace temper {

namespace {

constexpr std::size_t kRowsAtOnce = 2048;
constexpr std::size_t kRowsAWorker = 16;
constexpr int kBins = 48;
constexpr std::size_t kProblemsKept = 1000;

struct RowCount {
    std::uint64_t tokens = 0; // before cutting
    std::uint64_t kept = 0;
    std::uint64_t supervised = 0;
    std::string problem;
};

// `maker` does not cut, so that the whole length is known.
RowCount countRow(const SampleMaker& maker, const DataRow& row, std::size_t cutoff)
{
    RowCount count;
    try {
        for (const Sample& sample : maker.make(row)) {
            const bool pieces
                = row.kind == RowKind::Text; // long text becomes several rows instead of being cut
            const std::size_t kept
                = cutoff == 0 || pieces ? sample.ids.size() : std::min(cutoff, sample.ids.size());
            count.tokens += sample.ids.size();
            count.kept += kept;
            for (std::size_t i = 1; i < kept; ++i) {
                const bool begins = pieces && cutoff > 0 && i % cutoff == 0;
                count.supervised += sample.labels[i] != kNoLoss && !begins ? 1 : 0;
            }
        }
        if (count.supervised == 0)
            count.problem = "holds no token to train on within the cutoff length.";
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Input)
            throw;
        count.problem = error.what();
    }
    return count;
}

struct NumberedRow {
    std::uint64_t number = 0;
    DataRow row;
};

class Counting {
public:
    Counting(const Dataset& set, const RenderTools& tools)
        : m_set(set)
        , m_cutoff(tools.settings.cutoffLength)
        , m_maker(uncut(tools))
        , m_threads(std::max(1u, std::thread::hardware_concurrency() - 1))
        , m_lengths(std::make_shared<RowLengths>(set.rowCount(), 0))
    {
        for (const DatasetFile& file : set.files())
            m_files.push_back(file.path);
    }

    SetTotals run(const ProgressFunction& progress, const std::stop_token& stop)
    {
        ProgressThrottle throttle(progress);
        const std::uint64_t total = m_set.counts().inUse();
        m_set.forEach(
            [&](std::uint64_t number, DataRow&& row) {
                m_batch.push_back({ number, std::move(row) });
                if (m_batch.size() < kRowsAtOnce)
                    return;
                countBatch(stop);
                throttle.report({ "tokenising", m_totals.rows, total, "rows" });
            },
            stop);
        countBatch(stop);
        finish();
        return std::move(m_totals);
    }

private:
    static SampleMaker uncut(const RenderTools& tools)
    {
        RenderTools whole = tools;
        whole.settings.cutoffLength = 0;
        return whole.maker(SampleDetail::Tokens);
    }

    void countBatch(const std::stop_token& stop)
    {
        m_counts.assign(m_batch.size(), {});
        m_next = 0;
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 1; i < m_threads; ++i)
                threads.emplace_back([&] { work(stop); });
            work(stop);
        }
        if (m_failure)
            std::rethrow_exception(m_failure);
        throwIfStopped(stop);
        for (std::size_t i = 0; i < m_batch.size(); ++i)
            add(m_batch[i], m_counts[i]);
        m_batch.clear();
    }

    void work(const std::stop_token& stop)
    {
        try {
            for (;;) {
                const std::size_t begin = m_next.fetch_add(kRowsAWorker);
                const std::size_t end = std::min(begin + kRowsAWorker, m_batch.size());
                if (begin >= m_batch.size() || stop.stop_requested())
                    return;
                for (std::size_t i = begin; i < end; ++i)
                    m_counts[i] = countRow(m_maker, m_batch[i].row, m_cutoff);
            }
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = m_failure ? m_failure : std::current_exception();
            m_next = m_batch.size();
        }
    }

    void add(const NumberedRow& row, RowCount& count)
    {
        ++m_totals.rows;
        if (row.number < m_lengths->size())
            (*m_lengths)[row.number]
                = static_cast<std::uint32_t>(std::min<std::uint64_t>(count.tokens, UINT32_MAX));
        m_totals.longest = std::max(m_totals.longest, count.tokens);
        if (count.tokens > 0)
            m_counted.push_back(
                static_cast<std::uint32_t>(std::min<std::uint64_t>(count.tokens, UINT32_MAX)));
        if (m_cutoff > 0 && count.tokens > m_cutoff)
            m_cut.push_back(row.number);
        if (count.problem.empty()) {
            m_totals.tokens += count.kept;
            m_totals.supervisedTokens += count.supervised;
            return;
        }
        ++m_totals.unusable;
        if (m_totals.problems.size() < kProblemsKept) {
            const RowSource& source = row.row.source;
            m_totals.problems.push_back({ source.file < m_files.size() ? m_files[source.file] : std::string(),
                source.line, {}, std::move(count.problem) });
        }
    }

    void finish()
    {
        m_totals.cut = m_cut.size();
        m_totals.cutRows = RowSelection::of(std::move(m_cut));
        m_totals.bins = logarithmicBins(m_counted, kBins);
        m_totals.lengths = std::move(m_lengths);
    }

    const Dataset& m_set;
    std::size_t m_cutoff;
    SampleMaker m_maker;
    unsigned m_threads;
    std::vector<std::string> m_files;
    std::shared_ptr<RowLengths> m_lengths;
    std::vector<std::uint32_t> m_counted;
    std::vector<std::uint64_t> m_cut;
    std::vector<NumberedRow> m_batch;
    std::vector<RowCount> m_counts;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
    SetTotals m_totals;
};

} // namespace

SetTotals countTotals(const std::filesystem::path& set,
    const RenderTools& tools,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const Dataset dataset(set);
    return Counting(dataset, tools).run(progress, stop);
}

} // namespace temper
