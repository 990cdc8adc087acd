// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/sample_set.h"

#include "core/common/data/progress_throttle.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <thread>

namespace temper {

namespace {

constexpr std::size_t kRowsAtOnce = 16; // a worker takes them together
constexpr std::size_t kRowsInMemory = 4096; // given to the workers as one
constexpr std::size_t kBytesInMemory = std::size_t { 16 } << 20;

struct RowResult {
    std::vector<Sample> samples;
    std::string problem; // why the row is left out
    std::uint64_t wholeLength = 0; // tokens of all its samples
    bool isCut = false;
};

RowResult resultOf(const SampleMaker& maker, const DataRow& row)
{
    RowResult result;
    try {
        result.samples = maker.make(row);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Input)
            throw;
        result.problem = error.what();
        return result;
    }
    for (const Sample& sample : result.samples) {
        result.wholeLength += sample.wholeLength;
        result.isCut = result.isCut || sample.truncated;
    }
    std::erase_if(result.samples, [](const Sample& sample) { return sample.supervisedTokens() == 0; });
    if (result.samples.empty())
        result.problem = "holds no token to train on within the cutoff length.";
    return result;
}

// Threads that take rows in turn; results lie in the rows' order.
class Workers {
public:
    Workers(const SampleMaker& maker, std::span<const DataRow> rows, const std::stop_token& stop)
        : m_maker(maker)
        , m_rows(rows)
        , m_stop(stop)
        , m_results(rows.size())
    {
    }

    std::vector<RowResult> run(unsigned threads)
    {
        {
            std::vector<std::jthread> others;
            const auto useful = static_cast<unsigned>((m_rows.size() + kRowsAtOnce - 1) / kRowsAtOnce);
            for (unsigned i = 1; i < std::min(threads, useful); ++i)
                others.emplace_back([this] { guarded(); });
            guarded();
        }
        if (m_failure)
            std::rethrow_exception(m_failure);
        throwIfStopped(m_stop);
        return std::move(m_results);
    }

private:
    void guarded()
    {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = m_failure ? m_failure : std::current_exception();
            m_next = m_rows.size();
        }
    }

    void work()
    {
        for (;;) {
            const std::size_t begin = m_next.fetch_add(kRowsAtOnce);
            const std::size_t end = std::min(begin + kRowsAtOnce, m_rows.size());
            if (begin >= m_rows.size() || m_stop.stop_requested())
                return;
            for (std::size_t i = begin; i < end; ++i)
                m_results[i] = resultOf(m_maker, m_rows[i]);
        }
    }

    const SampleMaker& m_maker;
    std::span<const DataRow> m_rows;
    std::stop_token m_stop;
    std::vector<RowResult> m_results;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

std::size_t roughBytes(const DataRow& row)
{
    std::size_t bytes = row.prompt.size() + row.completion.size() + row.text.size() + 8 * row.ids.size();
    for (const Message& message : row.messages)
        bytes += message.content.size();
    return bytes;
}

// As many rows as may lie in memory together.
std::vector<DataRow> nextRows(const RowFeed& feed)
{
    std::vector<DataRow> rows;
    std::size_t bytes = 0;
    DataRow row;
    while (rows.size() < kRowsInMemory && bytes < kBytesInMemory && feed(row)) {
        bytes += roughBytes(row);
        rows.push_back(std::move(row));
    }
    return rows;
}

class Totals {
public:
    void add(const Sample& sample)
    {
        m_lengths.push_back(static_cast<std::uint32_t>(sample.ids.size()));
        m_statistics.tokens += sample.ids.size();
        m_statistics.supervisedTokens += sample.supervisedTokens();
        m_statistics.truncated += sample.truncated ? 1 : 0;
    }

    SampleStatistics finished()
    {
        SampleStatistics statistics = m_statistics;
        statistics.samples = m_lengths.size();
        if (m_lengths.empty())
            return statistics;
        std::sort(m_lengths.begin(), m_lengths.end());
        const auto count = static_cast<double>(m_lengths.size());
        const auto at
            = [&](double share) { return m_lengths[static_cast<std::size_t>(std::ceil(share * count)) - 1]; };
        statistics.meanLength = static_cast<double>(statistics.tokens) / count;
        statistics.shortest = m_lengths.front();
        statistics.p50 = at(0.50);
        statistics.p90 = at(0.90);
        statistics.p95 = at(0.95);
        statistics.p99 = at(0.99);
        statistics.longest = m_lengths.back();
        return statistics;
    }

private:
    SampleStatistics m_statistics;
    std::vector<std::uint32_t> m_lengths;
};

} // namespace

SampleReport runSamples(const SampleMaker& maker,
    const SampleRun& run,
    const RowFeed& feed,
    const SampleSink& sink,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    SampleReport report;
    Totals totals;
    ProgressThrottle throttle(progress);
    std::uint64_t number = 0;
    for (;;) {
        throwIfStopped(stop);
        const std::vector<DataRow> rows = nextRows(feed);
        if (rows.empty())
            break;
        std::vector<RowResult> results = Workers(maker, rows, stop).run(std::max(1u, run.threads));
        for (std::size_t i = 0; i < rows.size(); ++i, ++number) {
            const RowSource& source = rows[i].source;
            RowResult& result = results[i];
            report.rowLengths.push_back(static_cast<std::uint32_t>(result.wholeLength));
            if (result.isCut)
                report.cutRows.push_back(number);
            if (!result.problem.empty())
                report.problems.add(
                    { source.file < run.fileNames.size() ? run.fileNames[source.file] : std::string(),
                        source.line, "", std::move(result.problem) });
            for (Sample& sample : result.samples) {
                totals.add(sample);
                sink(number, std::move(sample));
            }
        }
        throttle.report({ "tokenising", number, run.rows, "rows" });
    }
    report.statistics = totals.finished();
    report.statistics.rows = number;
    report.statistics.unusable = report.problems.total;
    return report;
}

PackedSamples packSamples(const SampleMaker& maker,
    const SampleRun& run,
    const RowFeed& feed,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    PackedSamples set;
    SampleReport report = runSamples(
        maker, run, feed, [&](std::uint64_t, Sample&& sample) { set.samples.add(sample); }, progress, stop);
    set.samples.finish();
    set.statistics = report.statistics;
    set.problems = std::move(report.problems);
    return set;
}

} // namespace temper
