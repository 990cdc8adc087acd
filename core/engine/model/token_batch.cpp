// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/token_batch.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace temper {

TokenBatch makeTokenBatch(
    const std::vector<std::vector<std::int32_t>>& rows, const std::vector<std::int64_t>& firstPositions)
{
    TokenBatch batch;
    batch.rowStarts.push_back(0);
    for (const auto& row : rows)
        batch.rowStarts.push_back(batch.rowStarts.back() + static_cast<std::int64_t>(row.size()));
    batch.ids = at::empty({ batch.tokens() }, at::kLong);
    batch.positions = at::empty({ batch.tokens() }, at::kLong);
    auto* ids = batch.ids.data_ptr<std::int64_t>();
    auto* positions = batch.positions.data_ptr<std::int64_t>();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::int64_t position = firstPositions.empty() ? 0 : firstPositions[r];
        for (const std::int32_t id : rows[r]) {
            *ids++ = id;
            batch.lastPosition = std::max(batch.lastPosition, position);
            *positions++ = position++;
        }
    }
    return batch;
}

} // namespace temper
