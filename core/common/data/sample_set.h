// SPDX-License-Identifier: Apache-2.0
// The samples of many rows, made by several threads in the rows' order, and their totals.
#pragma once

#include "core/common/data/sample.h"

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

SampleStatistics sampleStatistics(std::span<const Sample> samples);

struct SampleSet {
    std::vector<Sample> samples;
    std::vector<std::uint32_t> rowOf; // for each sample the index of its row
    SampleStatistics statistics;
    ProblemList problems; // rows left out, with file (as fileName names it), line and reason
};

// `fileNames[row.source.file]` names the files in problems; may be empty. At least one thread is used.
SampleSet makeSamples(const SampleMaker& maker,
    std::span<const DataRow> rows,
    std::span<const std::string> fileNames,
    unsigned threads,
    const ProgressFunction& progress = {},
    const std::stop_token& stop = {});

} // namespace temper
