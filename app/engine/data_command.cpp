// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/json.h"
#include "core/common/base/os_process.h"
#include "core/common/data/dataset.h"
#include "core/common/data/import.h"
#include "core/common/data/mix.h"
#include "core/common/data/split.h"
#include "core/common/data/write_rows.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct ReadingOptions {
    std::string columns;
    std::string encoding;
    TextUnit textUnit = TextUnit::Line;

    ReadOptions parsed() const { return { parseColumnMap(columns), encoding, textUnit }; }
};

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

void addImport(CLI::App& data)
{
    struct Options {
        std::vector<std::string> files;
        std::string out;
        std::string name;
        bool replace = false;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("import", "Data files into a new data set store");
    command->add_option("FILE", options->files, "JSON, JSONL, CSV, Parquet or text files")->required();
    command->add_option("--out", options->out, "The store to make (.sqlite)")->required();
    command->add_option("--name", options->name, "Name of the set; else the store's file name");
    command->add_flag("--replace", options->replace, "Replace a store of that name");
    command->add_flag("--json", options->json, "One JSON document");
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        const ImportOptions import { reading->parsed(), options->name,
            options->replace ? ExistingStore::Replace : ExistingStore::Refuse };
        const ImportReport report = importFiles(
            { options->files.begin(), options->files.end() }, options->out, import, progressOnTerminal());
        if (!options->json) {
            for (const ReadReport& file : report.files)
                printReport(file);
            std::cout << report.rows << " rows in " << options->out << ", " << report.problems
                      << " left out\n";
            return;
        }
        OrderedJson document { { "store", options->out }, { "rows", report.rows },
            { "problems", report.problems }, { "bytes", report.bytes }, { "seconds", report.seconds },
            { "files", OrderedJson::array() } };
        for (const ReadReport& file : report.files)
            document["files"].push_back(reportJson(file));
        std::cout << toLine(document) << '\n';
    });
}

OrderedJson rowJson(const DataRow& row)
{
    OrderedJson json = parseOrderedJson(contentJson(row), "row");
    if (row.extra.is_object())
        json["extra"] = row.extra;
    json["line"] = row.source.line;
    return json;
}

void addShow(CLI::App& data)
{
    struct Options {
        std::string file;
        std::uint64_t row = 0;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("show", "What a data file or store holds, and one of its rows");
    command->add_option("FILE", options->file, "Data file or store")->required();
    command->add_option("--row", options->row, "Number of the row to print, from 0");
    command->add_flag("--json", options->json, "One JSON document");
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        std::uint64_t number = 0;
        OrderedJson row;
        ReadReport report = readRows(
            options->file, reading->parsed(),
            [&](DataRow&& read) {
                if (number++ == options->row)
                    row = rowJson(read);
            },
            progressOnTerminal());
        if (row.is_null() && options->row > 0)
            throw Error(ErrorKind::Usage,
                "has " + std::to_string(report.rows) + " rows, number " + std::to_string(options->row)
                    + " was asked for.",
                options->file, "Rows count from 0.");
        if (options->json) {
            OrderedJson document = reportJson(report);
            document["row"] = row;
            std::cout << toLine(document) << '\n';
            return;
        }
        printReport(report);
        if (!row.is_null())
            std::cout << row.dump(2, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
    });
}

// Writes rows and tells on stderr which ones the format cannot hold.
class Output {
public:
    Output(const std::string& path, RowFormat format, ByteOrderMark mark = ByteOrderMark::Omit)
        : m_writer(path, format, mark)
        , m_path(path)
    {
    }

    void write(const DataRow& row)
    {
        const std::string reason = m_writer.write(row);
        if (reason.empty())
            return;
        ++m_left;
        if (m_left <= 20)
            std::cerr << "line " << row.source.line << ": " << reason << '\n';
    }

    void finish()
    {
        m_writer.finish();
        std::cout << m_path << ": " << m_writer.rows() << " rows";
        std::cout << (m_left > 0 ? ", " + std::to_string(m_left) + " left out\n" : "\n");
    }

private:
    RowWriter m_writer;
    std::string m_path;
    std::uint64_t m_left = 0;
};

void warnOfProblems(const ReadReport& report)
{
    if (report.problems.total > 0)
        std::cerr << report.file.string() << ": " << report.problems.total
                  << " rows cannot be used; `data show` lists them.\n";
}

void addConvert(CLI::App& data)
{
    struct Options {
        std::string file;
        std::string to;
        std::string out;
        bool mark = false;
    };
    auto options = std::make_shared<Options>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("convert", "A data file or store in another format");
    command->add_option("FILE", options->file, "Data file or store")->required();
    command->add_option("--to", options->to, "jsonl, csv, alpaca, sharegpt or messages")->required();
    command->add_option("--out", options->out, "The file to write")->required();
    command->add_flag("--bom", options->mark, "Begin with a byte order mark, for spreadsheet programs");
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        Output output(options->out, parseRowFormat(options->to),
            options->mark ? ByteOrderMark::Write : ByteOrderMark::Omit);
        warnOfProblems(readRows(
            options->file, reading->parsed(), [&](DataRow&& row) { output.write(row); },
            progressOnTerminal()));
        output.finish();
    });
}

void addSplit(CLI::App& data)
{
    struct Options {
        std::string file;
        double validation = 0.1;
        std::uint64_t seed = 42;
        std::string outTrain;
        std::string outValidation;
    };
    auto options = std::make_shared<Options>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("split", "Rows for training and rows for validation");
    command->add_option("FILE", options->file, "Data file or store")->required();
    command->add_option("--val", options->validation, "Share below 1, or number of rows")
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Chooses the rows")->capture_default_str();
    command->add_option("--out-train", options->outTrain, "JSONL file to write")->required();
    command->add_option("--out-val", options->outValidation, "JSONL file to write")->required();
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        const ReadOptions read = reading->parsed();
        const ReadReport report = readRows(
            options->file, read, [](DataRow&&) {}, progressOnTerminal());
        const Split split = splitRows(report.rows, options->validation, options->seed);
        Output train(options->outTrain, RowFormat::JsonLines);
        Output validation(options->outValidation, RowFormat::JsonLines);
        std::uint64_t number = 0;
        std::size_t next = 0;
        readRows(options->file, read, [&](DataRow&& row) {
            const bool chosen = next < split.validation.size() && split.validation[next] == number++;
            next += chosen ? 1 : 0;
            (chosen ? validation : train).write(row);
        });
        warnOfProblems(report);
        train.finish();
        validation.finish();
    });
}

void addMix(CLI::App& data)
{
    struct Options {
        std::vector<std::string> files;
        std::vector<double> weights;
        std::string strategy = "concat";
        std::uint64_t maxSamples = 0;
        std::uint64_t seed = 42;
        std::string out;
    };
    auto options = std::make_shared<Options>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("mix", "Several data files or stores as one");
    command->add_option("FILE", options->files, "Data files or stores")->required();
    command->add_option("--strategy", options->strategy, "concat, interleave_under or interleave_over")
        ->capture_default_str();
    command->add_option("--weights", options->weights, "How often each set is drawn, as 3,1")->delimiter(',');
    command->add_option("--max-samples", options->maxSamples, "Only the first rows of each set");
    command->add_option("--seed", options->seed, "Chooses the order")->capture_default_str();
    command->add_option("--out", options->out, "JSONL file to write")->required();
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        if (!options->weights.empty() && options->weights.size() != options->files.size())
            throw Error(ErrorKind::Usage, "needs one weight for each file.", "--weights");
        std::vector<std::vector<DataRow>> sets(options->files.size());
        std::vector<MixPart> parts;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            warnOfProblems(readRows(
                options->files[i], reading->parsed(),
                [&](DataRow&& row) { sets[i].push_back(std::move(row)); }, progressOnTerminal()));
            parts.push_back({ sets[i].size(), options->weights.empty() ? 0.0 : options->weights[i], {} });
            if (options->maxSamples > 0)
                parts.back().maxSamples = options->maxSamples;
        }
        Output output(options->out, RowFormat::JsonLines);
        for (const MixedRow& row : mixRows(parts, parseMixStrategy(options->strategy), options->seed))
            output.write(sets[row.set][row.row]);
        output.finish();
    });
}

void addSearch(CLI::App& data)
{
    auto store = std::make_shared<std::string>();
    auto text = std::make_shared<std::string>();
    CLI::App* index = data.add_subcommand("index", "Build or continue the full-text index of a store");
    index->add_option("STORE", *store, "Data set store")->required();
    index->callback([store] { Dataset(*store, StoreAccess::ReadWrite).buildIndex(progressOnTerminal()); });
    CLI::App* search = data.add_subcommand("search", "Rows of a store that hold words, as JSON");
    search->add_option("STORE", *store, "Data set store")->required();
    search->add_option("TEXT", *text, "Words one after the other; * at the end for the beginning of a word")
        ->required();
    search->callback([store, text] {
        const SearchResult found = Dataset(*store).search(*text);
        std::cout << toLine(OrderedJson {
            { "total", found.total }, { "rows", found.rows }, { "from_index", found.fromIndex } })
                  << '\n';
    });
}

} // namespace

void addDataCommand(CLI::App& app)
{
    CLI::App* data = app.add_subcommand("data", "Import, look at, convert, split and mix data");
    data->require_subcommand(1);
    addImport(*data);
    addShow(*data);
    addConvert(*data);
    addSplit(*data);
    addMix(*data);
    addSearch(*data);
}

} // namespace temper
