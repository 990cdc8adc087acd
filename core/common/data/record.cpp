// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/record.h"

namespace temper {

void RecordBatch::clear()
{
    bytes.clear();
    records.clear();
    problems.clear();
}

} // namespace temper
