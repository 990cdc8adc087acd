// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/format.h"

#include "core/common/base/error.h"
#include "core/common/data/read_csv.h"
#include "core/common/data/read_json.h"
#include "core/common/data/read_parquet.h"
#include "core/common/data/read_text.h"
#include "core/common/data/utf8_stream.h"

#include <algorithm>
#include <cctype>
#include <fstream>

namespace temper {

namespace {

std::string beginning(const std::filesystem::path& path, std::size_t bytes)
{
    if (std::error_code code; std::filesystem::is_other(path, code))
        throw Error(ErrorKind::Input, "is a pipe or a device, a file was expected.", path.string());
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(
            ErrorKind::Environment, "cannot be opened for reading.", path.string(), "Check its permissions.");
    std::string text(bytes, '\0');
    file.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

void checkFile(const std::filesystem::path& path)
{
    std::error_code code;
    if (!std::filesystem::exists(path, code))
        throw Error(ErrorKind::Environment, "does not exist.", path.string(), "Check the path.");
    if (std::filesystem::is_directory(path, code))
        throw Error(ErrorKind::Input, "is a folder, a data file was expected.", path.string());
    if (std::filesystem::file_size(path, code) == 0 && !code)
        throw Error(ErrorKind::Input, "is empty.", path.string(), "Give a file with rows in it.");
}

std::string lowerExtension(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

bool isJsonName(const std::string& extension)
{
    return extension == ".json" || extension == ".jsonl" || extension == ".ndjson";
}

DataFormat textFormat(const std::string& extension, std::string_view head)
{
    if (extension == ".csv" || extension == ".tsv" || extension == ".tab")
        return DataFormat::Csv;
    if (!looksLikeJson(head))
        return isJsonName(extension) ? DataFormat::JsonLines : DataFormat::Text;
    return jsonLayout(head).kind == JsonLayout::Kind::Lines ? DataFormat::JsonLines : DataFormat::JsonRows;
}

std::unique_ptr<RecordReader>
openText(DataFormat format, std::unique_ptr<Utf8Stream> stream, std::string_view head, TextUnit unit)
{
    switch (format) {
    case DataFormat::JsonRows:
        return readJsonValues(std::move(stream), jsonLayout(head));
    case DataFormat::JsonLines:
        return readJsonLines(std::move(stream));
    case DataFormat::Csv:
        return readCsv(std::move(stream), csvSeparator(head));
    case DataFormat::Text:
        return readText(std::move(stream), unit);
    case DataFormat::Parquet:
    case DataFormat::Store:
        break;
    }
    throw Error(ErrorKind::Internal, "is not a text format.", std::string(formatName(format)));
}

} // namespace

std::string_view formatName(DataFormat format)
{
    switch (format) {
    case DataFormat::JsonRows:
        return "json";
    case DataFormat::JsonLines:
        return "jsonl";
    case DataFormat::Csv:
        return "csv";
    case DataFormat::Parquet:
        return "parquet";
    case DataFormat::Text:
        return "text";
    case DataFormat::Store:
        return "store";
    }
    return {};
}

OpenedFile openRecords(const std::filesystem::path& path, const OpenOptions& options)
{
    checkFile(path);
    OpenedFile opened;
    const std::string mark = beginning(path, 4);
    const std::string extension = lowerExtension(path);
    if (mark == "PAR1") {
        opened.format = DataFormat::Parquet;
        opened.reader = readParquet(path);
        return opened;
    }
    if (isStoreFile(path))
        throw Error(ErrorKind::Input, "is a data set store or another SQLite file, not a data file.",
            path.string(), "Use a store as it is; data mix puts several together.");
    if (extension == ".sqlite")
        throw Error(ErrorKind::Input, "is no data set store: it does not begin as an SQLite file does.",
            path.string(),
            "Check that it was copied completely; a data file needs its own ending, as .jsonl.");
    if (extension == ".parquet")
        throw Error(ErrorKind::Input, "is not a Parquet file: its first bytes are not PAR1.", path.string(),
            "Check that it was copied completely.");
    TextEncoding encoding { options.encoding, 0, 1.0 };
    if (options.encoding.empty())
        encoding = detectEncodingOfFile(path);
    std::string head;
    Utf8Stream(path, encoding).append(head, kBatchBytes);
    if (head.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(
            ErrorKind::Input, "holds nothing but blanks.", path.string(), "Give a file with rows in it.");
    opened.format = textFormat(extension, head);
    opened.encoding = encoding.name;
    opened.encodingConfidence = encoding.confidence;
    opened.reader
        = openText(opened.format, std::make_unique<Utf8Stream>(path, encoding), head, options.textUnit);
    return opened;
}

bool isStoreFile(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::is_regular_file(path, code) && beginning(path, 15) == "SQLite format 3";
}

} // namespace temper
