// SPDX-License-Identifier: Apache-2.0
// What the data sub-commands share: reading options, reports, and files of rows being written.
#pragma once

#include "core/common/base/json.h"
#include "core/common/base/progress.h"
#include "core/common/data/reading.h"
#include "core/common/data/write_rows.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace temper {

struct ReadingOptions {
    std::string columns;
    std::string encoding;
    TextUnit textUnit = TextUnit::Line;

    ReadOptions parsed() const { return { parseColumnMap(columns), encoding, textUnit, {} }; }
};

void addReadingOptions(CLI::App& command, const std::shared_ptr<ReadingOptions>& options);

ProgressFunction progressOnTerminal();

OrderedJson problemsJson(const std::vector<RowProblem>& problems);
OrderedJson reportJson(const ReadReport& report);
void printReport(const ReadReport& report);
void warnOfProblems(const ReadReport& report); // on stderr, when there are any

// Writes rows and tells on stderr which ones the format cannot hold.
class Output {
public:
    Output(const std::string& path, RowFormat format, ByteOrderMark mark = ByteOrderMark::Omit)
        : m_writer(path, format, mark)
        , m_path(path)
    {
    }

    void write(const DataRow& row);
    void finish(); // and says on stdout how many rows there are

private:
    RowWriter m_writer;
    std::string m_path;
    std::uint64_t m_left = 0;
};

} // namespace temper
