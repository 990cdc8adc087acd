// SPDX-License-Identifier: Apache-2.0
// Rows of tokens laid end to end, without padding: what every pass through a network takes.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <vector>

namespace temper {

struct TokenBatch {
    at::Tensor ids; // [tokens] int64
    at::Tensor positions; // [tokens] int64
    std::vector<std::int64_t> rowStarts; // rows + 1 entries: row r holds tokens rowStarts[r] … rowStarts[r + 1] − 1
    std::int64_t lastPosition = 0; // the largest of positions
    at::Tensor keyMask; // [tokens] bool, false: padding that nobody attends to; undefined: there is none

    std::int64_t rows() const { return static_cast<std::int64_t>(rowStarts.size()) - 1; }
    std::int64_t tokens() const { return rowStarts.back(); }
};

// Positions count from 0 in every row, or from firstPositions[row] when given (a cache already holds so many).
TokenBatch makeTokenBatch(
    const std::vector<std::vector<std::int32_t>>& rows, const std::vector<std::int64_t>& firstPositions = {});

} // namespace temper
