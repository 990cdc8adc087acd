// SPDX-License-Identifier: Apache-2.0
// What a model loses on each held-out row of a run, and on a general text: the evidence of the run's verdict.
#pragma once

#include "core/common/project/run_folder.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace temper {

// Sum of −ln p over the tokens that count.
struct SummedLoss {
    double nll = 0;
    std::uint64_t tokens = 0;

    bool operator==(const SummedLoss&) const = default;
};

struct HeldOutLosses {
    std::int64_t step = 0; // of the model; 0: as the run began
    std::vector<SummedLoss> rows; // in the order of the held-out rows
    std::optional<SummedLoss> general; // on the general text; nothing for a model without tokenizer

    bool operator==(const HeldOutLosses&) const = default;
};

enum class JudgedModel { Base, Tuned };

// evaluation/base.json or evaluation/tuned.json of the run.
std::filesystem::path heldOutLossesFile(const RunFolder& run, JudgedModel model);

// Makes the folder where it is missing. Throws Error(Environment) where it cannot be written.
void writeHeldOutLosses(const RunFolder& run, JudgedModel model, const HeldOutLosses& losses);

// Nothing where there is no file. Throws Error(Input) for one that is no such list.
std::optional<HeldOutLosses> readHeldOutLosses(const RunFolder& run, JudgedModel model);

} // namespace temper
