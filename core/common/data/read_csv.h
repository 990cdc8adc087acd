// SPDX-License-Identifier: Apache-2.0
// Records of CSV files (RFC 4180: quotes, doubled quotes, line breaks in fields), the separator found by
// looking.
#pragma once

#include "core/common/data/record.h"
#include "core/common/data/utf8_stream.h"

#include <memory>
#include <string_view>

namespace temper {

// One of , ; tab | by how evenly it cuts the first records.
char csvSeparator(std::string_view head);

// The first record names the columns. Records become JSON objects of strings; a record with another number of
// fields than the header is listed as a problem.
std::unique_ptr<RecordReader> readCsv(std::unique_ptr<Utf8Stream> stream, char separator);

} // namespace temper
