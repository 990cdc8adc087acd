// SPDX-License-Identifier: Apache-2.0
// What a data file is read as, in a form that can be compared by eye.
#pragma once

#include "core/common/base/error.h"
#include "core/common/data/reading.h"

#include <algorithm>
#include <filesystem>
#include <string>

namespace temper {

// "format encoding schema" on the first line, then a line a row, then a line a problem.
inline std::string picture(const std::filesystem::path& path, const ReadOptions& options = {})
{
    std::string rows;
    const ReadReport report = readRows(path, options, [&](DataRow&& row) {
        rows += std::to_string(row.source.line) + " " + contentJson(row);
        rows += row.extra.is_null() ? "\n" : " + " + toLine(row.extra) + "\n";
    });
    for (const RowProblem& problem : report.problems.listed)
        rows += "! " + std::to_string(problem.line) + " [" + problem.field + "] " + problem.reason + "\n";
    return report.format + " " + report.encoding + " " + report.schema + "\n" + rows;
}

inline std::string rowsOnly(const std::filesystem::path& path)
{
    std::string rows;
    readRows(path, {}, [&](DataRow&& row) { rows += contentJson(row) + "\n"; });
    return rows;
}

// Single quotes stand for double ones.
inline std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

inline std::string refusal(const std::filesystem::path& path, const ReadOptions& options = {})
{
    try {
        readRows(path, options, [](DataRow&&) {});
    } catch (const Error& error) {
        return error.sentence() + " " + error.remedy();
    }
    return "accepted";
}

} // namespace temper
