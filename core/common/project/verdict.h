// SPDX-License-Identifier: Apache-2.0
// Whether a run made its model better: held-out loss before and after, with how sure that is.
#pragma once

#include "core/common/project/held_out_losses.h"

namespace temper {

enum class Outcome { Better, NoDifference, Worse, TooFewRows };

struct Verdict {
    Outcome outcome = Outcome::TooFewRows;
    std::size_t rows = 0; // that both models were judged on
    std::uint64_t tokens = 0;
    double base = 0; // mean −ln p a token
    double tuned = 0;
    double changeLower = 0; // 95 % interval of tuned − base
    double changeUpper = 0;
    std::optional<double> generalBase; // perplexity on the general text
    std::optional<double> generalTuned;

    bool operator==(const Verdict&) const = default;
};

inline constexpr std::size_t kFewestRowsForVerdict = 5;

// The change is judged row by row: a paired bootstrap draws as many rows as there are, with replacement,
// 2000 times from a fixed seed, and takes the middle 95 % of Σ(nll tuned − nll base) / Σ tokens (percentile
// interval, Efron & Tibshirani 1993, ch. 13). Better: all of it below 0; worse: all above. Rows without a
// token and rows whose loss is not finite in either are left out. Throws Error(Input) where the two lists
// are not of the same rows.
Verdict judge(const HeldOutLosses& base, const HeldOutLosses& tuned);

// Of the run's files; nothing where one of them is missing.
std::optional<Verdict> readVerdict(const RunFolder& run);

} // namespace temper
