// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/json.h"
#include "core/engine/model/model_info.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

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
        const OrderedJson info = modelInfo(options->model);
        if (options->json)
            std::cout << info.dump() << '\n';
        else
            print(info);
    });
}

} // namespace temper
