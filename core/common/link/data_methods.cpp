// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/session_methods.h"

#include "core/common/data/preview.h"

namespace temper {
namespace {

constexpr std::uint64_t kUsualRows = 20;
constexpr std::uint64_t kMostRows = 1000;

Json rowsToJson(const std::vector<DataRow>& rows)
{
    Json list = Json::array();
    for (const DataRow& row : rows) {
        Json content = Json::parse(contentJson(row));
        content["line"] = row.source.line;
        list.push_back(std::move(content));
    }
    return list;
}

Json problemsToJson(const ProblemList& problems)
{
    Json list = Json::array();
    for (const RowProblem& problem : problems.listed)
        list.push_back(
            { { "line", problem.line }, { "field", problem.field }, { "reason", problem.reason } });
    return list;
}

Json columnsToJson(const std::vector<PreviewColumn>& columns)
{
    Json list = Json::array();
    for (const PreviewColumn& column : columns)
        list.push_back(
            { { "name", column.name }, { "example", column.example }, { "filled", column.filled } });
    return list;
}

Json preview(const Json& params, const SessionContext& context)
{
    ReadOptions options;
    options.columns = params.value("columns", ColumnMap {});
    options.encoding = params.value("encoding", "");
    const auto wanted = static_cast<std::size_t>(std::min(params.value("rows", kUsualRows), kMostRows));
    const DataPreview found
        = previewFile(params.at("file").get<std::string>(), options, wanted, context.stop);
    Json unmapped;
    if (found.unmapped)
        unmapped = { { "sentence", found.unmapped->sentence() }, { "remedy", found.unmapped->remedy() } };
    return { { "format", found.file.format }, { "encoding", found.file.encoding },
        { "schema", found.file.schema }, { "columns", found.file.columns },
        { "confidence", found.file.confidence }, { "file_columns", columnsToJson(found.columns) },
        { "rows", rowsToJson(found.rows) }, { "problems", problemsToJson(found.file.problems) },
        { "unmapped", unmapped } };
}

} // namespace

void addDataMethods(SessionMethods& methods)
{
    methods["data.preview"] = { preview };
}

} // namespace temper
