// SPDX-License-Identifier: Apache-2.0
#include "app/engine/data_printing.h"

#include "core/common/base/os_process.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace temper {

void addReadingOptions(CLI::App& command, const std::shared_ptr<ReadingOptions>& options)
{
    static const std::map<std::string, TextUnit> units
        = { { "line", TextUnit::Line }, { "paragraph", TextUnit::Paragraph }, { "file", TextUnit::File } };
    command.add_option(
        "--columns", options->columns, "What columns mean, as prompt=question,answer=solution");
    command.add_option(
        "--encoding", options->encoding, "Encoding of text files, when looking does not find it");
    command.add_option("--text-unit", options->textUnit, "What a row of a plain text file is")
        ->transform(CLI::CheckedTransformer(units));
}

ProgressFunction progressOnTerminal()
{
    if (!stderrIsTerminal())
        return {};
    return [](const Progress& progress) {
        std::cerr << '\r' << progress.phase << ' ' << progress.done;
        if (progress.total > 0)
            std::cerr << " of " << progress.total;
        std::cerr << ' ' << progress.unit << "\x1B[K" << std::flush;
    };
}

OrderedJson problemsJson(const std::vector<RowProblem>& problems)
{
    OrderedJson list = OrderedJson::array();
    for (const RowProblem& problem : problems)
        list.push_back({ { "file", problem.file }, { "line", problem.line }, { "field", problem.field },
            { "reason", problem.reason } });
    return list;
}

OrderedJson reportJson(const ReadReport& report)
{
    return { { "file", report.file.string() }, { "format", report.format }, { "encoding", report.encoding },
        { "encoding_confidence", report.encodingConfidence }, { "schema", report.schema },
        { "columns", OrderedJson(report.columns) }, { "schema_confidence", report.confidence },
        { "rows", report.rows }, { "bytes", report.bytes }, { "problem_count", report.problems.total },
        { "problems", problemsJson(report.problems.listed) } };
}

void printReport(const ReadReport& report)
{
    std::cout << report.file.string() << ": " << report.rows << " rows, " << report.format;
    for (const std::string& part : { report.encoding, report.schema })
        if (!part.empty())
            std::cout << ", " << part;
    std::cout << '\n';
    constexpr std::size_t kShown = 20;
    for (std::size_t i = 0; i < report.problems.listed.size() && i < kShown; ++i) {
        const RowProblem& problem = report.problems.listed[i];
        std::cout << "  line " << problem.line << ": " << problem.field << (problem.field.empty() ? "" : " ")
                  << problem.reason << '\n';
    }
    if (report.problems.total > kShown)
        std::cout << "  … and " << report.problems.total - kShown << " more rows that cannot be used\n";
}

void warnOfProblems(const ReadReport& report)
{
    if (report.problems.total > 0)
        std::cerr << report.file.string() << ": " << report.problems.total
                  << " rows cannot be used; `data show` lists them.\n";
}

void Output::write(const DataRow& row)
{
    const std::string reason = m_writer.write(row);
    if (reason.empty())
        return;
    ++m_left;
    if (m_left <= 20)
        std::cerr << "line " << row.source.line << ": " << reason << '\n';
}

void Output::finish()
{
    m_writer.finish();
    std::cout << m_path << ": " << m_writer.rows() << " rows";
    std::cout << (m_left > 0 ? ", " + std::to_string(m_left) + " left out\n" : "\n");
}

} // namespace temper
