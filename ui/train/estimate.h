// SPDX-License-Identifier: GPL-3.0-or-later
// What a run will need and take, as the engine computes it from a recipe.
#pragma once

#include "core/common/base/json.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace temper {

// Why a run cannot begin.
struct EstimateReason {
    QString key; // of the recipe; empty: none
    std::string sentence; // as the engine tells it
    std::string remedy;
};

// What would save memory.
struct EstimateLever {
    std::vector<std::pair<QString, QString>> changes; // of the recipe: key and value
    double totalBytes = 0; // with them
};

struct Estimate {
    bool ready = false;
    std::vector<EstimateReason> reasons; // why not
    std::vector<std::pair<QString, double>> memory; // bytes by kind, as the engine names the kinds
    double totalBytes = 0;
    double freeBytes = 0; // memory that can be had
    double diskBytes = 0; // for checkpoints and results
    double freeDiskBytes = 0;
    std::int64_t rows = 0;
    std::int64_t evaluationRows = 0;
    std::int64_t unusableRows = 0;
    std::int64_t truncatedRows = 0; // longer than cutoff_len
    std::int64_t tokens = 0; // of one epoch
    std::int64_t supervisedTokens = 0;
    std::int64_t totalSteps = 0;
    std::int64_t stepsPerEpoch = 0;
    std::int64_t trainable = 0; // numbers; 0: not told
    std::optional<double> seconds;
    std::vector<EstimateLever> levers; // what saves most first

    bool hasFigures() const { return totalBytes > 0; } // not where the rows cannot be read
};

// Of the answer to recipe.estimate; what is missing stays 0.
Estimate readEstimate(const Json& answer);

} // namespace temper
