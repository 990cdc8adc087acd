// SPDX-License-Identifier: Apache-2.0
#include "app/engine/data_making.h"

#include "app/engine/data_printing.h"
#include "core/common/base/os_signals.h"
#include "core/common/data/derived_store.h"
#include "core/common/data/row_spool.h"
#include "core/common/data/split.h"
#include "core/common/data/stored_row.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace temper {

namespace {

bool isStoreName(const std::string& path)
{
    return path.ends_with(".sqlite");
}

void requireStores(const std::vector<std::string>& sources, const std::string& target)
{
    for (const std::string& source : sources)
        if (!isStoreFile(source))
            throw Error(ErrorKind::Usage,
                "is no data set store, and only stores go into the store " + target + ".", source,
                "Import it first with data import, or name a .jsonl file to write.");
}

void tellRows(const std::string& path, std::uint64_t rows)
{
    std::cout << path << ": " << rows << " rows\n";
}

struct SplitOptions {
    std::string file;
    SplitChoice choice;
    std::string outTrain;
    std::string outValidation;
};

void splitIntoStores(const SplitOptions& options)
{
    requireStores({ options.file }, options.outTrain);
    StopOnSignals signals;
    const SplitCounts counts = splitStore(options.file, options.choice, { options.outTrain, {} },
        { options.outValidation, {} }, progressOnTerminal(), signals.token());
    tellRows(options.outTrain, counts.train);
    tellRows(options.outValidation, counts.validation);
}

void splitIntoFiles(const SplitOptions& options, const ReadOptions& reading)
{
    const ReadReport report = readRows(
        options.file, reading, [](DataRow&&) {}, progressOnTerminal());
    const Split split = splitRows(report.rows, options.choice.valSize, options.choice.seed);
    Output train(options.outTrain, RowFormat::JsonLines);
    Output validation(options.outValidation, RowFormat::JsonLines);
    std::uint64_t number = 0;
    std::size_t next = 0;
    readRows(options.file, reading, [&](DataRow&& row) {
        const bool chosen = next < split.validation.size() && split.validation[next] == number++;
        next += chosen ? 1 : 0;
        (chosen ? validation : train).write(row);
    });
    warnOfProblems(report);
    train.finish();
    validation.finish();
}

struct MixOptions {
    std::vector<std::string> files;
    std::vector<double> weights;
    std::string strategy = "concat";
    std::uint64_t maxSamples = 0;
    std::uint64_t seed = 42;
    std::string out;

    double weight(std::size_t i) const { return weights.empty() ? 0.0 : weights[i]; }
    std::optional<std::uint64_t> limit() const
    {
        return maxSamples > 0 ? std::optional(maxSamples) : std::nullopt;
    }
};

void mixIntoStore(const MixOptions& options)
{
    requireStores(options.files, options.out);
    std::vector<MixSource> sources;
    for (std::size_t i = 0; i < options.files.size(); ++i)
        sources.push_back({ options.files[i], options.weight(i), options.limit() });
    StopOnSignals signals;
    tellRows(options.out,
        mixStores(sources, { parseMixStrategy(options.strategy), options.seed }, { options.out, {} },
            progressOnTerminal(), signals.token()));
}

// A row's extra columns follow it on a line of their own.
void mixIntoFile(const MixOptions& options, const ReadOptions& reading)
{
    std::vector<RowSpool> sets(options.files.size());
    std::vector<MixPart> parts;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        warnOfProblems(readRows(
            options.files[i], reading,
            [&](DataRow&& row) {
                sets[i].add(contentJson(row));
                sets[i].add(row.extra.is_object() ? toLine(row.extra) : std::string());
            },
            progressOnTerminal()));
        sets[i].finish();
        parts.push_back({ sets[i].size() / 2, options.weight(i), options.limit() });
    }
    Output output(options.out, RowFormat::JsonLines);
    StoredRowReader reader;
    for (const MixedRow& row : mixRows(parts, parseMixStrategy(options.strategy), options.seed))
        output.write(reader.read(
            sets[row.set].line(2 * row.row), sets[row.set].line(2 * row.row + 1), options.files[row.set]));
    output.finish();
}

} // namespace

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
    auto options = std::make_shared<SplitOptions>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("split", "Rows for training and rows for validation");
    command->add_option("FILE", options->file, "Data file or store")->required();
    command->add_option("--val", options->choice.valSize, "Share below 1, or number of rows")
        ->capture_default_str();
    command->add_option("--seed", options->choice.seed, "Chooses the rows")->capture_default_str();
    command->add_option("--out-train", options->outTrain, "JSONL file to write, or .sqlite store to make")
        ->required();
    command->add_option("--out-val", options->outValidation, "JSONL file to write, or .sqlite store to make")
        ->required();
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        if (isStoreName(options->outTrain) != isStoreName(options->outValidation))
            throw Error(ErrorKind::Usage, "both parts are either files or stores.", "--out-val");
        if (isStoreName(options->outTrain))
            splitIntoStores(*options);
        else
            splitIntoFiles(*options, reading->parsed());
    });
}

void addMix(CLI::App& data)
{
    auto options = std::make_shared<MixOptions>();
    auto reading = std::make_shared<ReadingOptions>();
    CLI::App* command = data.add_subcommand("mix", "Several data files or stores as one");
    command->add_option("FILE", options->files, "Data files or stores")->required();
    command->add_option("--strategy", options->strategy, "concat, interleave_under or interleave_over")
        ->capture_default_str();
    command->add_option("--weights", options->weights, "How often each set is drawn, as 3,1")->delimiter(',');
    command->add_option("--max-samples", options->maxSamples, "Only the first rows of each set");
    command->add_option("--seed", options->seed, "Chooses the order")->capture_default_str();
    command->add_option("--out", options->out, "JSONL file to write, or .sqlite store to make")->required();
    addReadingOptions(*command, reading);
    command->callback([options, reading] {
        if (!options->weights.empty() && options->weights.size() != options->files.size())
            throw Error(ErrorKind::Usage, "needs one weight for each file.", "--weights");
        if (isStoreName(options->out))
            mixIntoStore(*options);
        else
            mixIntoFile(*options, reading->parsed());
    });
}

} // namespace temper
