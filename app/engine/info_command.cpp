// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/json.h"
#include "core/common/file/gguf.h"
#include "core/common/file/model_files.h"
#include "core/engine/model/language_model.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

bool hasChatTemplate(const ModelFiles& files)
{
    if (files.isGguf())
        return files.gguf().metadata().contains("tokenizer.chat_template");
    const std::filesystem::path config = files.path() / "tokenizer_config.json";
    if (std::filesystem::exists(files.path() / "chat_template.jinja")
        || std::filesystem::exists(files.path() / "chat_template.json"))
        return true;
    return std::filesystem::exists(config) && readJsonFile(config).contains("chat_template");
}

// The type that most bytes of the weights have.
std::string commonType(const ModelFiles& files)
{
    std::map<std::string, std::uint64_t> bytes;
    for (const TensorView* view : files.tensors())
        bytes[std::string(dataTypeName(view->type))] += view->bytes;
    const auto most = std::max_element(bytes.begin(), bytes.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? "" : most->first;
}

OrderedJson describe(const std::filesystem::path& path)
{
    const ModelFiles files(path);
    const DecoderOptions options = describeModel(files);
    OrderedJson names = OrderedJson::array();
    for (const auto& file : files.files())
        names.push_back(file.filename().string());
    OrderedJson info;
    info["family"] = options.family;
    info["parameters"] = parameterCount(options);
    info["layers"] = options.layers;
    info["hidden_size"] = options.hiddenSize;
    info["intermediate_size"] = options.intermediateSize;
    info["heads"] = options.heads;
    info["kv_heads"] = options.keyValueHeads;
    info["head_dim"] = options.headSize;
    info["vocab_size"] = options.vocabularySize;
    info["context"] = options.contextLength;
    info["dtype"] = commonType(files);
    info["tied"] = options.tiedEmbeddings;
    info["chat_template"] = hasChatTemplate(files);
    info["files"] = names;
    info["bytes"] = files.bytes();
    return info;
}

void print(const OrderedJson& info)
{
    for (const auto& [key, value] : info.items())
        std::cout << key << std::string(key.size() < 20 ? 20 - key.size() : 1, ' ')
                  << (value.is_string() ? value.get<std::string>() : toLine(value)) << '\n';
}

} // namespace

void addInfoCommand(CLI::App& app)
{
    struct Options {
        std::string model;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("info", "What a model is: family, sizes, files");
    command->add_option("MODEL", options->model, "HF folder or .gguf file")->required();
    command->add_flag("--json", options->json, "One JSON document");
    command->callback([options] {
        const OrderedJson info = describe(options->model);
        if (options->json)
            std::cout << info.dump() << '\n';
        else
            print(info);
    });
}

} // namespace temper
