// SPDX-License-Identifier: GPL-3.0-or-later
// What a set amounts to in training: tokens, what is cut, how long the rows are.
#pragma once

#include "core/common/base/progress.h"
#include "ui/data/render_tools.h"
#include "ui/data/row_model.h"
#include "ui/widgets/histogram.h"

namespace temper {

struct SetTotals {
    std::uint64_t rows = 0; // in use
    std::uint64_t tokens = 0; // after cutting
    std::uint64_t supervisedTokens = 0;
    std::uint64_t longest = 0; // before cutting
    std::uint64_t cut = 0; // rows longer than the cutoff
    std::uint64_t unusable = 0; // rows that cannot be rendered or hold nothing to train on
    std::shared_ptr<const RowLengths> lengths; // before cutting
    QList<HistogramBin> bins;
    RowSelection cutRows;
    std::vector<RowProblem> problems; // of the unusable rows, the first ones
};

// Reads every row in use; uses the machine's threads but one.
SetTotals countTotals(const std::filesystem::path& set,
    const RenderTools& tools,
    const ProgressFunction& progress,
    const std::stop_token& stop);

} // namespace temper
