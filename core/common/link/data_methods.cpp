// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/session_methods.h"

#include "core/common/data/reading.h"

namespace temper {
namespace {

constexpr std::uint64_t kUsualRows = 20;
constexpr std::uint64_t kMostRows = 1000;

Json problemToJson(const RowProblem& problem)
{
    return { { "line", problem.line }, { "field", problem.field }, { "reason", problem.reason } };
}

// Adds what fits of a batch; false once there are enough rows.
bool addRows(const RowBatch& batch, std::uint64_t wanted, Json& rows, Json& problems)
{
    for (const RowProblem& problem : batch.problems) {
        if (problems.size() < kMostRows)
            problems.push_back(problemToJson(problem));
    }
    for (const DataRow& row : batch.rows) {
        if (rows.size() >= wanted)
            return false;
        Json content = Json::parse(contentJson(row));
        content["line"] = row.source.line;
        rows.push_back(std::move(content));
    }
    return rows.size() < wanted;
}

Json preview(const Json& params, const SessionContext& context)
{
    const std::uint64_t wanted = std::min(params.value("rows", kUsualRows), kMostRows);
    ReadOptions options;
    options.columns = params.value("columns", ColumnMap {});
    options.encoding = params.value("encoding", "");
    FileReading reading(params.at("file").get<std::string>(), options);
    Json rows = Json::array();
    Json problems = Json::array();
    RecordBatch records;
    RowBatch batch;
    while (reading.records(records)) {
        throwIfStopped(context.stop);
        batch = {};
        reading.rows(records, batch);
        if (!addRows(batch, wanted, rows, problems))
            break;
    }
    const ReadReport report = reading.description();
    return { { "format", report.format }, { "encoding", report.encoding }, { "schema", report.schema },
        { "columns", report.columns }, { "confidence", report.confidence }, { "rows", rows },
        { "problems", problems } };
}

} // namespace

void addDataMethods(SessionMethods& methods)
{
    methods["data.preview"] = { preview };
}

} // namespace temper
