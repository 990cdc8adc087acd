// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/os_signals.h"
#include "core/engine/bench/generate_bench.h"
#include "core/engine/bench/import_bench.h"
#include "core/engine/bench/sft_bench.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>

namespace temper {

namespace {

// As near to the start of the process as a program can look.
const double kProcessStart
    = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();

void addSft(CLI::App& command)
{
    auto sft = std::make_shared<SftBench>();
    CLI::App* tuning = command.add_subcommand(
        "sft", "Supervised fine-tuning with LoRA on all matrices, rows in file order");
    tuning->add_option("--model", sft->model, "HF folder or .gguf file")->required();
    tuning->add_option("--data", sft->data, "Data file")->required();
    tuning->add_option("--steps", sft->steps, "Measured steps")->capture_default_str();
    tuning->add_option("--warmup", sft->warmup, "Steps before them")->capture_default_str();
    tuning->add_option("--batch", sft->batchRows, "Rows a step")->capture_default_str();
    tuning->add_option("--seq-len", sft->cutoffLength, "Tokens a row at most")->capture_default_str();
    tuning->add_option("--rank", sft->rank, "LoRA rank")->capture_default_str();
    tuning->add_option("--alpha", sft->alpha, "LoRA alpha")->capture_default_str();
    tuning->add_option("--threads", sft->threads, "Threads")->capture_default_str();
    tuning->add_flag("--recompute", sft->recompute, "Recompute activations in the backward pass");
    tuning->add_flag("--bf16", sft->bfloat16, "Products in bfloat16");
    tuning->callback([sft] { std::cout << runSftBench(*sft, kProcessStart).dump() << '\n'; });
}

void addGenerate(CLI::App& command)
{
    auto bench = std::make_shared<GenerateBench>();
    CLI::App* decoding
        = command.add_subcommand("generate", "Greedy decoding of chat prompts, one after the other");
    decoding->add_option("--model", bench->model, "HF folder or .gguf file")->required();
    decoding->add_option("--data", bench->data, "Data file; the first turn of a row is a prompt")->required();
    decoding->add_option("--prompts", bench->prompts, "Measured prompts")->capture_default_str();
    decoding->add_option("--warmup", bench->warmup, "Prompts before them")->capture_default_str();
    decoding->add_option("--new-tokens", bench->newTokens, "Tokens of each answer")->capture_default_str();
    decoding->add_option("--threads", bench->threads, "Threads")->capture_default_str();
    decoding->add_flag("--bf16", bench->bfloat16, "Products in bfloat16");
    decoding->callback([bench] { std::cout << runGenerateBench(*bench, kProcessStart).dump() << '\n'; });
}

void addImport(CLI::App& command)
{
    auto bench = std::make_shared<ImportBench>();
    bench->folder = std::filesystem::temp_directory_path();
    CLI::App* importing = command.add_subcommand("import", "A data file into a data set store");
    importing->add_option("--data", bench->data, "Data file")->required();
    importing->add_option("--folder", bench->folder, "Where the store is made; it is removed afterwards")
        ->capture_default_str();
    importing->add_flag("--index", bench->withIndex, "Build the full-text index too");
    importing->callback([bench] {
        StopOnSignals signals;
        std::cout << runImportBench(*bench, signals.token()).dump() << '\n';
    });
}

} // namespace

void addBenchCommand(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("bench", "Measure a workload: one JSON line of figures");
    command->require_subcommand(1);
    addSft(*command);
    addGenerate(*command);
    addImport(*command);
}

} // namespace temper
