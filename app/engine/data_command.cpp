// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "app/engine/data_making.h"
#include "app/engine/data_printing.h"
#include "core/common/base/os_signals.h"
#include "core/common/data/dataset.h"
#include "core/common/data/import.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>

namespace temper {

namespace {

void addImport(CLI::App& data)
{
    struct Options {
        std::vector<std::string> files;
        std::string out;
        std::string name;
        bool replace = false;
        bool withoutIndex = false;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("import", "Data files into a new data set store");
    command->add_option("FILE", options->files, "JSON, JSONL, CSV, Parquet or text files")->required();
    command->add_option("--out", options->out, "The store to make (.sqlite)")->required();
    command->add_option("--name", options->name, "Name of the set; else the store's file name");
    command->add_flag("--replace", options->replace, "Replace a store of that name");
    command->add_flag("--no-index", options->withoutIndex,
        "Leave out the full-text index; `data index` builds it, or goes on with it, at any time");
    command->add_flag("--json", options->json, "One JSON document");
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        StopOnSignals signals;
        const ImportOptions import { reading->parsed(), options->name,
            options->replace ? ExistingStore::Replace : ExistingStore::Refuse };
        const ImportReport report = importFiles({ options->files.begin(), options->files.end() },
            options->out, import, progressOnTerminal(), signals.token());
        if (!options->withoutIndex)
            Dataset(options->out, StoreAccess::ReadWrite).buildIndex(progressOnTerminal(), signals.token());
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

struct Shown {
    ReadReport report;
    OrderedJson row; // null: there is none of that number
    std::optional<DatasetCounts> counts; // of a store
};

// A store's rows are numbered as they stand, those set aside too.
Shown lookIntoStore(const std::string& file, std::uint64_t number)
{
    const Dataset dataset(file);
    Shown shown;
    shown.counts = dataset.counts();
    shown.report.file = file;
    shown.report.format = "store";
    shown.report.rows = shown.counts->inUse();
    shown.report.bytes = std::filesystem::file_size(file);
    shown.report.problems.total = shown.counts->problems;
    shown.report.problems.listed = dataset.problems(0, ProblemList::kListed);
    if (number < shown.counts->rows)
        shown.row = rowJson(dataset.row(number));
    return shown;
}

Shown lookIntoFile(const std::string& file, const ReadOptions& options, std::uint64_t number)
{
    Shown shown;
    std::uint64_t next = 0;
    shown.report = readRows(
        file, options,
        [&](DataRow&& row) {
            if (next++ == number)
                shown.row = rowJson(row);
        },
        progressOnTerminal());
    return shown;
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
        const Shown shown = isStoreFile(options->file)
            ? lookIntoStore(options->file, options->row)
            : lookIntoFile(options->file, reading->parsed(), options->row);
        if (shown.row.is_null() && options->row > 0)
            throw Error(ErrorKind::Usage,
                "has " + std::to_string(shown.counts ? shown.counts->rows : shown.report.rows)
                    + " rows, number " + std::to_string(options->row) + " was asked for.",
                options->file, "Rows count from 0.");
        if (options->json) {
            OrderedJson document = reportJson(shown.report);
            if (shown.counts) {
                document["set_aside"] = shown.counts->setAside;
                document["changed"] = shown.counts->changed;
            }
            document["row"] = shown.row;
            std::cout << toLine(document) << '\n';
            return;
        }
        printReport(shown.report);
        if (shown.counts)
            std::cout << "  " << shown.counts->setAside << " set aside, " << shown.counts->changed
                      << " changed by hand\n";
        if (!shown.row.is_null())
            std::cout << shown.row.dump(2, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
    });
}

void addSearch(CLI::App& data)
{
    auto store = std::make_shared<std::string>();
    auto text = std::make_shared<std::string>();
    CLI::App* index = data.add_subcommand("index", "Build or continue the full-text index of a store");
    index->add_option("STORE", *store, "Data set store")->required();
    index->callback([store] {
        StopOnSignals signals;
        Dataset(*store, StoreAccess::ReadWrite).buildIndex(progressOnTerminal(), signals.token());
    });
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
