// SPDX-License-Identifier: Apache-2.0
// Supervised fine-tuning as a measurement: LoRA from a start that any program can repeat, rows in file order.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <filesystem>

namespace temper {

struct SftBench {
    std::filesystem::path model;
    std::filesystem::path data;
    std::int64_t steps = 12; // measured
    std::int64_t warmup = 2; // before them
    std::int64_t batchRows = 8;
    std::int64_t cutoffLength = 512; // tokens
    std::int64_t rank = 16;
    double alpha = 32.0;
    double learningRate = 2e-4;
    std::int64_t threads = 2;
    bool recompute = false;
    bool bfloat16 = false;
};

// {"real_tokens_per_s", "supervised_tokens_per_s", "step_s", "loss", "startup_s", "peak_rss_mb", "gflops", …}.
// startupStart: seconds (steady clock) when the process began.
OrderedJson runSftBench(const SftBench& bench, double startupStart);

// Products per second of the machine in this process: [rows, 576] × [576, 1536] in float32 (or bfloat16), GFLOP/s.
double measureMatrixProducts(bool bfloat16);

} // namespace temper
