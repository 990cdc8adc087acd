// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/stored_row.h"

#include "core/common/base/error.h"
#include "core/common/data/record.h"
#include "core/common/data/row_mapper.h"

namespace temper {

namespace {

Layout layoutOf(RowKind kind, Strictness strictness)
{
    switch (kind) {
    case RowKind::Chat:
        return { Schema::Messages, { { "messages", "messages" }, { "tools", "tools" } }, 1.0, strictness };
    case RowKind::Prompt:
        return { Schema::PromptCompletion, { { "prompt", "prompt" }, { "completion", "completion" } }, 1.0,
            strictness };
    case RowKind::Text:
        return { Schema::Text, { { "text", "text" } }, 1.0, strictness };
    case RowKind::Tokens:
        return { Schema::Tokens, { { "input_ids", "input_ids" }, { "labels", "labels" } }, 1.0, strictness };
    }
    return {};
}

} // namespace

RowKind kindOfContent(std::string_view content)
{
    if (content.starts_with("{\"messages\""))
        return RowKind::Chat;
    if (content.starts_with("{\"prompt\""))
        return RowKind::Prompt;
    return content.starts_with("{\"text\"") ? RowKind::Text : RowKind::Tokens;
}

StoredRowReader::StoredRowReader() = default;
StoredRowReader::~StoredRowReader() = default;
StoredRowReader::StoredRowReader(StoredRowReader&&) noexcept = default;

RowMapper& StoredRowReader::mapperOf(RowKind kind)
{
    auto& mapper = m_mappers[static_cast<std::size_t>(kind)];
    if (!mapper)
        mapper = std::make_unique<RowMapper>(layoutOf(kind, Strictness::Stored));
    return *mapper;
}

DataRow StoredRowReader::read(std::string_view content, std::string_view extra, const std::string& subject)
{
    m_padded.assign(content);
    m_padded.append(kRecordPadding, ' ');
    DataRow row;
    RowProblem problem;
    if (!mapperOf(kindOfContent(content))
             .map(std::string_view(m_padded).substr(0, content.size()), row, problem))
        throw Error(ErrorKind::Input, "a stored row cannot be read: " + problem.reason, subject);
    if (!extra.empty())
        row.extra = parseOrderedJson(extra, subject);
    return row;
}

DataRow rowFromContent(std::string_view content, std::string_view extra, const std::string& subject)
{
    return StoredRowReader().read(content, extra, subject);
}

RowProblem faultOf(const DataRow& row)
{
    std::string json = contentJson(row);
    if (row.extra.is_object() && row.extra.contains("chosen"))
        json.insert(json.size() - 1, ",\"chosen\":" + toLine(row.extra["chosen"]));
    const std::size_t length = json.size();
    json.append(kRecordPadding, ' ');
    DataRow ignored;
    RowProblem problem;
    RowMapper(layoutOf(row.kind, Strictness::Imported))
        .map(std::string_view(json).substr(0, length), ignored, problem);
    return problem;
}

} // namespace temper
