// SPDX-License-Identifier: Apache-2.0
// The samples of many rows, made by several threads in the rows' order, and their totals.
#pragma once

#include "core/common/data/sample.h"
#include "core/common/data/sample_store.h"

#include <functional>

namespace temper {

struct SampleStatistics {
    std::uint64_t rows = 0; // given
    std::uint64_t samples = 0; // made of them
    std::uint64_t tokens = 0;
    std::uint64_t supervisedTokens = 0; // what will be trained on in one pass
    std::uint64_t truncated = 0; // samples cut at the cutoff
    std::uint64_t unusable = 0; // rows left out: without a supervised token, or not to be rendered
    double meanLength = 0;
    // Lengths in tokens at these shares of the samples, by the nearest-rank rule.
    std::size_t shortest = 0, p50 = 0, p90 = 0, p95 = 0, p99 = 0, longest = 0;
};

// The next row; false at the end. Called from one thread at a time.
using RowFeed = std::function<bool(DataRow& row)>;
// A sample of row `row`, counted from 0 as the feed gave it; called in the rows' order, from one thread.
using SampleSink = std::function<void(std::uint64_t row, Sample&& sample)>;

struct SampleRun {
    unsigned threads = 1;
    std::uint64_t rows = 0; // for progress; 0: not known
    std::span<const std::string> fileNames; // names files in problems by row.source.file; may be empty
};

struct SampleReport {
    SampleStatistics statistics;
    ProblemList problems; // rows left out, with file, line and reason
    std::vector<std::uint32_t>
        rowLengths; // tokens of each row given, before cutting; 0: it cannot be rendered
    std::vector<std::uint64_t> cutRows; // rows given that lose tokens at the cutoff, ascending
};

// Bounded memory beside what the sink keeps and eight bytes a row. At least one thread is used. Throws
// Error(Cancelled) on stop, and what feed, sink and maker throw (rows that cannot be rendered are problems).
SampleReport runSamples(const SampleMaker& maker,
    const SampleRun& run,
    const RowFeed& feed,
    const SampleSink& sink,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

// As many as a training set may have.
struct PackedSamples {
    SampleStore samples;
    SampleStatistics statistics;
    ProblemList problems;
};

// runSamples() into a store that is ready to be read.
PackedSamples packSamples(const SampleMaker& maker,
    const SampleRun& run,
    const RowFeed& feed,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper
