// SPDX-License-Identifier: Apache-2.0
// Rows into a file of another format or schema.
#pragma once

#include "core/common/base/os_atomic_file.h"
#include "core/common/data/row.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace temper {

enum class RowFormat {
    JsonLines, // contentJson() a line, with the extra columns
    Messages, // {"messages", "tools"?} a line, whatever the row was
    Alpaca, // a JSON list of {"instruction", "input", "output", "system"?, "history"?}
    ShareGpt, // a JSON list of {"conversations", "tools"?}
    Csv, // the columns of the first row's kind: Alpaca's for chats, prompt and completion, or text
};

// "jsonl", "messages", "alpaca", "sharegpt", "csv". Throws Error(Usage) for another name.
RowFormat parseRowFormat(std::string_view name);

enum class ByteOrderMark { Omit, Write }; // spreadsheet programs want one to recognise UTF-8

// The file appears under its name, complete, with finish(); not at all without.
class RowWriter {
public:
    RowWriter(const std::filesystem::path& path, RowFormat format, ByteOrderMark mark = ByteOrderMark::Omit);

    // Empty, or why the row cannot be written in this format (nothing is written then).
    std::string write(const DataRow& row);
    std::uint64_t rows() const { return m_rows; }
    void finish();

private:
    std::string writeCsv(const DataRow& row);

    AtomicFile m_file;
    RowFormat m_format;
    RowKind m_csvKind = RowKind::Chat;
    std::uint64_t m_rows = 0;
};

} // namespace temper
