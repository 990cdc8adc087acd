// SPDX-License-Identifier: Apache-2.0
// Records of plain text files: {"text"} for each line, paragraph (blank lines between) or the whole file.
#pragma once

#include "core/common/data/format.h"
#include "core/common/data/record.h"
#include "core/common/data/utf8_stream.h"

#include <memory>

namespace temper {

std::unique_ptr<RecordReader> readText(std::unique_ptr<Utf8Stream> stream, TextUnit unit);

} // namespace temper
