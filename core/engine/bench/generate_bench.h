// SPDX-License-Identifier: Apache-2.0
// Greedy decoding as a measurement: chat prompts from a data file, one after the other, a fixed number of new tokens.
#pragma once

#include "core/common/base/json.h"

#include <cstdint>
#include <filesystem>

namespace temper {

struct GenerateBench {
    std::filesystem::path model;
    std::filesystem::path data;
    std::int64_t prompts = 4; // measured
    std::int64_t warmup = 1; // before them
    std::int64_t newTokens = 128; // of each prompt; the model's end token does not end it
    std::int64_t threads = 2;
    bool bfloat16 = false;
};

// {"prefill_tokens_per_s", "decode_tokens_per_s" (without the first token, which is the prefill's),
// "first_prompt_ids", "startup_s", "peak_rss_mb", …}. startupStart: seconds (steady clock) when the process began.
OrderedJson runGenerateBench(const GenerateBench& bench, double startupStart);

} // namespace temper
