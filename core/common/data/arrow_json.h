// SPDX-License-Identifier: Apache-2.0
// Rows of Arrow tables as JSON text; included by source files of this folder only.
#pragma once

#include <cstdint>
#include <string>

namespace arrow {
class RecordBatch;
}

namespace temper {

// Appends row `row` as a JSON object: lists, structs and maps become lists and objects, dates and decimals
// their text, binary columns their bytes (which must be UTF-8 for the row to be usable).
void appendArrowRow(const arrow::RecordBatch& batch, std::int64_t row, std::string& out);

} // namespace temper
