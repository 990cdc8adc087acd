// SPDX-License-Identifier: Apache-2.0
// Records of JSON files: one value a line, a long array, or an object that holds the rows under a key.
#pragma once

#include "core/common/data/record.h"
#include "core/common/data/utf8_stream.h"

#include <memory>
#include <string>
#include <string_view>

namespace temper {

struct JsonLayout {
    enum class Kind {
        Lines, // one value a line; a broken line costs that line only
        Array, // [row, row, …]
        RowsObject, // {…, "rowsKey": [row, row, …], …}
        Stream, // values one after the other, each over several lines
    };
    Kind kind = Kind::Lines;
    std::string rowsKey;
};

// From the beginning of the decoded text; nothing when it does not begin like JSON. A file that is JSON by
// name but begins otherwise is read as lines, whose problems then say what is wrong.
bool looksLikeJson(std::string_view head);
JsonLayout jsonLayout(std::string_view head);

std::unique_ptr<RecordReader> readJsonLines(std::unique_ptr<Utf8Stream> stream);
std::unique_ptr<RecordReader> readJsonValues(std::unique_ptr<Utf8Stream> stream, const JsonLayout& layout);

} // namespace temper
