// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/split.h"

#include "core/common/base/error.h"
#include "core/common/base/random.h"

#include <algorithm>
#include <cmath>

namespace temper {

Split splitRows(std::uint64_t rows, double valSize, std::uint64_t seed)
{
    if (!(valSize >= 0) || (valSize >= 1 && valSize != std::floor(valSize)))
        throw Error(ErrorKind::Usage, "must be a share below 1 or a whole number of rows.", "val_size");
    const double wanted = valSize < 1 ? std::round(valSize * static_cast<double>(rows)) : valSize;
    const std::uint64_t count = valSize == 0 ? 0 : static_cast<std::uint64_t>(std::max(1.0, wanted));
    if (count > 0 && count >= rows)
        throw Error(ErrorKind::Usage,
            "asks for " + std::to_string(count) + " validation rows of " + std::to_string(rows)
                + ", which leaves nothing to train on.",
            "val_size");
    Split split;
    Random random(seed);
    const std::vector<std::uint64_t> order = permutation(rows, random);
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(count);
    split.validation.assign(order.begin(), middle);
    split.train.assign(middle, order.end());
    std::sort(split.validation.begin(), split.validation.end());
    std::sort(split.train.begin(), split.train.end());
    return split;
}

} // namespace temper
