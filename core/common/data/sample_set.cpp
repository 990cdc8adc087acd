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

struct RowResult {
    std::vector<Sample> samples;
    std::string problem; // why the row is left out
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

    std::vector<RowResult> run(unsigned threads, const ProgressFunction& progress)
    {
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < threads; ++i)
                others.emplace_back([this] { guarded(nullptr); });
            ProgressThrottle throttle(progress);
            guarded(&throttle);
        }
        if (m_failure)
            std::rethrow_exception(m_failure);
        throwIfStopped(m_stop);
        return std::move(m_results);
    }

private:
    void guarded(ProgressThrottle* throttle)
    {
        try {
            work(throttle);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = m_failure ? m_failure : std::current_exception();
            m_next = m_rows.size();
        }
    }

    void work(ProgressThrottle* throttle)
    {
        for (;;) {
            const std::size_t begin = m_next.fetch_add(kRowsAtOnce);
            const std::size_t end = std::min(begin + kRowsAtOnce, m_rows.size());
            if (begin >= m_rows.size() || m_stop.stop_requested())
                return;
            for (std::size_t i = begin; i < end; ++i)
                m_results[i] = resultOf(m_maker, m_rows[i]);
            if (throttle)
                throttle->report({ "tokenising", end, m_rows.size(), "rows" });
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

} // namespace

SampleStatistics sampleStatistics(std::span<const Sample> samples)
{
    SampleStatistics statistics;
    std::vector<std::size_t> lengths;
    for (const Sample& sample : samples) {
        lengths.push_back(sample.ids.size());
        statistics.tokens += sample.ids.size();
        statistics.supervisedTokens += sample.supervisedTokens();
        statistics.truncated += sample.truncated ? 1 : 0;
    }
    statistics.samples = samples.size();
    if (lengths.empty())
        return statistics;
    std::sort(lengths.begin(), lengths.end());
    const auto count = static_cast<double>(lengths.size());
    const auto at
        = [&](double share) { return lengths[static_cast<std::size_t>(std::ceil(share * count)) - 1]; };
    statistics.meanLength = static_cast<double>(statistics.tokens) / count;
    statistics.shortest = lengths.front();
    statistics.p50 = at(0.50);
    statistics.p90 = at(0.90);
    statistics.p95 = at(0.95);
    statistics.p99 = at(0.99);
    statistics.longest = lengths.back();
    return statistics;
}

SampleSet makeSamples(const SampleMaker& maker,
    std::span<const DataRow> rows,
    std::span<const std::string> fileNames,
    unsigned threads,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    std::vector<RowResult> results = Workers(maker, rows, stop).run(std::max(1u, threads), progress);
    SampleSet set;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RowSource& source = rows[i].source;
        if (!results[i].problem.empty())
            set.problems.add({ source.file < fileNames.size() ? fileNames[source.file] : std::string(),
                source.line, "", std::move(results[i].problem) });
        for (Sample& sample : results[i].samples) {
            set.samples.push_back(std::move(sample));
            set.rowOf.push_back(static_cast<std::uint32_t>(i));
        }
    }
    set.statistics = sampleStatistics(set.samples);
    set.statistics.rows = rows.size();
    set.statistics.unusable = set.problems.total;
    return set;
}

} // namespace temper
