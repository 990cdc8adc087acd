// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/log.h"
#include "core/common/file/quoted_name.h"
#include "core/common/file/tensor_listing.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct TensorsOptions {
    std::vector<std::string> files;
    std::string out;
    bool json = false;
};

std::string bracketed(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

void printTable(const TensorListing& listing)
{
    constexpr int kTypeWidth = 13;
    std::size_t longest = 4;
    for (const ListedTensor& tensor : listing.tensors())
        longest = std::max(longest, tensor.view->name.size());
    const int width = static_cast<int>(longest) + 2;
    std::cout << std::left << std::setw(width) << "name" << std::setw(kTypeWidth) << "type"
              << "shape\n";
    for (const ListedTensor& tensor : listing.tensors())
        std::cout << std::setw(width) << printableName(tensor.view->name) << std::setw(kTypeWidth)
                  << dataTypeName(tensor.view->type) << bracketed(tensor.view->shape) << '\n';
}

void printJson(const TensorListing& listing)
{
    OrderedJson tensors = OrderedJson::array();
    for (const ListedTensor& tensor : listing.tensors())
        tensors.push_back({ { "name", tensor.view->name }, { "type", dataTypeName(tensor.view->type) },
            { "shape", tensor.view->shape }, { "file", tensor.file->string() } });
    std::cout << toLine(OrderedJson { { "tensors", std::move(tensors) } }) << '\n';
}

void runTensors(const TensorsOptions& options)
{
    const TensorListing listing({ options.files.begin(), options.files.end() });
    if (!options.out.empty()) {
        ProgressLine line;
        listing.writeAsFloat(options.out, [&line](const Progress& progress) { line.show(progress); });
    }
    if (options.json)
        printJson(listing);
    else if (options.out.empty())
        printTable(listing);
}

} // namespace

void addTensorsCommand(CLI::App& app)
{
    auto options = std::make_shared<TensorsOptions>();
    CLI::App* const command
        = app.add_subcommand("tensors", "List the tensors of safetensors and GGUF files.");
    command->add_option("files", options->files, "safetensors or GGUF files")->required();
    command->add_option("--out", options->out, "write all of them as float32 to this safetensors file");
    command->add_flag("--json", options->json, "print one JSON document");
    command->callback([options] { runTensors(*options); });
}

} // namespace temper
