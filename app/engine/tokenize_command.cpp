// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/text/tokenizer.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct Options {
    std::string model;
    std::string in;
    std::string out = "-";
    std::string text;
};

OrderedJson describe(const Tokenizer& tokenizer, const std::string& text, const std::string* pair)
{
    const auto encode = [&](SpecialTokens special, Offsets offsets) {
        return pair == nullptr ? tokenizer.encode(text, special, offsets)
                               : tokenizer.encodePair(text, *pair, special, offsets);
    };
    const Encoding framed = encode(SpecialTokens::Add, Offsets::Wanted);
    OrderedJson offsets = OrderedJson::array();
    for (const TextSpan span : framed.offsets)
        offsets.push_back({ span.begin, span.end });
    OrderedJson row;
    row["ids"] = framed.ids;
    row["ids_no_special"] = encode(SpecialTokens::Omit, Offsets::NotWanted).ids;
    row["decoded"] = tokenizer.decode(framed.ids, SpecialText::Skip);
    row["offsets"] = std::move(offsets);
    return row;
}

const std::string& textOf(const Json& row, const char* key, const std::string& subject)
{
    if (!row.contains(key) || !row[key].is_string())
        throw Error(ErrorKind::Input, "the key \"" + std::string(key) + "\" must be a string.", subject,
            "A line is {\"text\": …} or {\"text\": …, \"pair\": …}.");
    return row[key].get_ref<const std::string&>();
}

OrderedJson tokenizeRow(const Tokenizer& tokenizer, const std::string& line, const std::string& subject)
{
    const Json row = parseJson(line, subject);
    if (!row.is_object())
        throw Error(ErrorKind::Input, "a JSON object was expected.", subject,
            "A line is {\"text\": …} or {\"text\": …, \"pair\": …}.");
    const std::string* pair
        = row.contains("pair") && !row["pair"].is_null() ? &textOf(row, "pair", subject) : nullptr;
    return describe(tokenizer, textOf(row, "text", subject), pair);
}

void tokenizeLines(const Tokenizer& tokenizer, std::istream& in, const std::string& name, std::ostream& out)
{
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number)
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            out << toLine(tokenizeRow(tokenizer, line, name + ":" + std::to_string(number))) << '\n';
}

void run(const Options& options)
{
    const auto tokenizer = loadTokenizer(std::filesystem::path(options.model));
    std::ifstream inFile;
    std::error_code code;
    if (options.in != "-" && !options.in.empty()) {
        if (std::filesystem::is_directory(options.in, code))
            throw Error(ErrorKind::Input, "is a folder, a file was expected.", options.in);
        if (std::filesystem::equivalent(options.in, options.out, code))
            throw Error(ErrorKind::Usage, "is the file that is read.", "--out", "Name another file.");
        inFile.open(options.in, std::ios::binary);
        if (!inFile)
            throw Error(
                ErrorKind::Environment, "cannot be opened for reading.", options.in, "Check the path.");
    }
    std::ofstream outFile;
    if (options.out != "-") {
        outFile.open(options.out, std::ios::binary);
        if (!outFile)
            throw Error(ErrorKind::Environment, "cannot be opened for writing.", options.out,
                "Check the path, its permissions and the space on the disk.");
    }
    std::ostream& out = options.out == "-" ? std::cout : outFile;
    if (options.in.empty())
        out << toLine(describe(*tokenizer, options.text, nullptr)) << '\n';
    else
        tokenizeLines(*tokenizer, options.in == "-" ? std::cin : inFile, options.in, out);
    if (!out.flush())
        throw Error(
            ErrorKind::Environment, "cannot be written to its end.", options.out, "Free space on the disk.");
}

} // namespace

void addTokenizeCommand(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("tokenize", "Turn texts into token ids with a model's tokenizer");
    command->add_option("--model", options->model, "Model folder, .gguf file or tokenizer.json")->required();
    CLI::Option* in
        = command->add_option("--in", options->in, "JSON Lines of {\"text\", \"pair\"?}; - is stdin");
    CLI::Option* text = command->add_option("--text", options->text, "One text instead of a file");
    command->add_option("--out", options->out,
        "JSON Lines of {\"ids\", \"ids_no_special\", \"decoded\", \"offsets\"}; - is stdout");
    in->excludes(text);
    command->callback([options, in, text] {
        if (in->count() + text->count() == 0)
            throw Error(ErrorKind::Usage, "give --in FILE or --text TEXT.", "tokenize");
        run(*options);
    });
}

} // namespace temper
