// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/preview.h"

#include "core/common/data/json_dom.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::uint64_t kRecordsLookedAt = 200;
constexpr std::size_t kExampleBytes = 200;

std::string shortened(std::string text)
{
    if (text.size() <= kExampleBytes)
        return text;
    std::size_t end = kExampleBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

std::string exampleOf(const simdjson::dom::element& value)
{
    std::string text;
    if (!scalarText(value, text) && !value.is_null())
        text = toLine(jsonOf(value));
    return shortened(std::move(text));
}

PreviewColumn& columnNamed(std::string_view name, std::vector<PreviewColumn>& columns)
{
    const auto found = std::find_if(
        columns.begin(), columns.end(), [&](const PreviewColumn& column) { return column.name == name; });
    return found != columns.end() ? *found : columns.emplace_back(PreviewColumn { std::string(name), {}, 0 });
}

void lookAtColumns(const RecordBatch& batch, DataPreview& preview)
{
    simdjson::dom::parser parser;
    for (const Record& record : batch.records) {
        if (preview.records == kRecordsLookedAt)
            return;
        const std::string_view text = batch.text(record);
        simdjson::dom::object object;
        if (parser.parse(text.data(), text.size(), false).get(object) != simdjson::SUCCESS)
            continue;
        ++preview.records;
        for (const auto field : object) {
            PreviewColumn& column = columnNamed(field.key, preview.columns);
            std::string example = exampleOf(field.value);
            column.filled += example.empty() ? 0 : 1;
            if (column.example.empty())
                column.example = std::move(example);
        }
    }
}

void addRows(RowBatch& batch, std::size_t wanted, DataPreview& preview)
{
    for (RowProblem& problem : batch.problems)
        preview.file.problems.add(std::move(problem));
    for (DataRow& row : batch.rows)
        if (preview.rows.size() < wanted)
            preview.rows.push_back(std::move(row));
}

} // namespace

DataPreview previewFile(const std::filesystem::path& path,
    const ReadOptions& options,
    std::size_t rows,
    const std::stop_token& stop)
{
    DataPreview preview;
    FileReading reading(path, options);
    RecordBatch records;
    RowBatch batch;
    while ((preview.rows.size() < rows || preview.records < kRecordsLookedAt) && !preview.unmapped
        && reading.records(records)) {
        throwIfStopped(stop);
        lookAtColumns(records, preview);
        try {
            reading.rows(records, batch);
        } catch (const Error& error) {
            preview.unmapped = error;
            break;
        }
        addRows(batch, rows, preview);
    }
    ProblemList problems = std::move(preview.file.problems);
    preview.file = reading.description();
    preview.file.problems = std::move(problems);
    preview.file.rows = preview.rows.size();
    preview.file.bytes = std::filesystem::file_size(path);
    return preview;
}

std::vector<std::string> commonEncodings()
{
    return { "UTF-8", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "UTF-16LE", "UTF-16BE",
        "windows-1252", "windows-1251", "ISO-8859-1", "ISO-8859-15", "KOI8-R" };
}

std::vector<std::string> columnMeanings()
{
    return { "prompt", "input", "answer", "completion", "system", "history", "messages", "tools", "text",
        "input_ids", "labels" };
}

} // namespace temper
