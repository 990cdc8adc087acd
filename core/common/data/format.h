// SPDX-License-Identifier: Apache-2.0
// Which file format a data file has, and opening it as a stream of records.
#pragma once

#include "core/common/data/encoding.h"
#include "core/common/data/record.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace temper {

enum class DataFormat { JsonRows, JsonLines, Csv, Parquet, Text, Store };
enum class TextUnit { Line, Paragraph, File }; // what one row of a plain text file is

std::string_view formatName(DataFormat format); // "json", "jsonl", "csv", "parquet", "text", "store"

struct OpenOptions {
    std::string encoding; // empty: found by looking
    TextUnit textUnit = TextUnit::Line;
};

struct OpenedFile {
    std::unique_ptr<RecordReader> reader;
    DataFormat format = DataFormat::JsonLines;
    std::string encoding; // "UTF-8", …; empty where the format has none
    double encodingConfidence = 1.0;
};

// By content first (Parquet and SQLite by their marks, JSON by its first characters), then by the name's
// ending. Throws Error(Input) for an empty, binary or compressed file, Error(Environment) for one that cannot
// be read.
OpenedFile openRecords(const std::filesystem::path& path, const OpenOptions& options);

// True for a data set store (a SQLite file).
bool isStoreFile(const std::filesystem::path& path);

} // namespace temper
