// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error_text.h"
#include "core/common/base/os_lost_pages.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>

// jemalloc keeps the pages it has touched: fresh memory costs ten times as much as memory used before.
extern "C" {
const char* malloc_conf = "dirty_decay_ms:-1,muzzy_decay_ms:-1,thp:always,narenas:4,oversize_threshold:0";
}

namespace {

int report(const std::string& sentence, int code)
{
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return code;
}

int failureOf(const temper::Error& error)
{
    return report(temper::onOneLine(error.what()), error.kind() == temper::ErrorKind::Usage ? 2 : 1);
}

void addCommands(CLI::App& app)
{
    temper::addInfoCommand(app);
    temper::addTensorsCommand(app);
    temper::addTokenizeCommand(app);
    temper::addRenderCommand(app);
    temper::addForwardCommand(app);
    temper::addGenerateCommand(app);
    temper::addPerplexityCommand(app);
    temper::addDataCommand(app);
    temper::addTrainCommand(app);
    temper::addControlCommand(app);
    temper::addQueueCommand(app);
    temper::addMergeCommand(app);
    temper::addCompareCommand(app);
    temper::addEstimateCommand(app);
    temper::addObjectiveCommand(app);
    temper::addCheckCommand(app);
    temper::addBenchCommand(app);
    temper::addProjectCommand(app);
    temper::addSessionCommand(app);
}

} // namespace

int main(int argc, char** argv)
{
    // Same sums on every run: read by the matrix library when it is first used.
    setenv("MKL_CBWR", "AUTO", 0);
    setenv("MKL_DYNAMIC", "FALSE", 0);
    temper::endWithSentenceOnLostPages();
    CLI::App app { "Temper's engine: fine-tune, look into and export language models", "temper-engine" };
    app.require_subcommand(1);
    app.set_version_flag("--version", "temper-engine 0.1.0");
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return temper::onOneLine(error.what()) + (std::string_view(error.what()).ends_with('.') ? "" : ".")
            + " --help lists what there is.\n";
    });
    addCommands(app);
    // CLI11 would only say that a command is missing.
    const auto isGiven = [&](const CLI::App* command) { return command->get_name() == argv[1]; };
    if (argc > 1 && argv[1][0] != '-' && app.get_subcommands(isGiven).empty())
        return report("there is no command \"" + std::string(argv[1]) + "\". --help lists them.", 2);
    try {
        app.parse(argc, argv);
        return 0;
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (...) {
        return failureOf(temper::errorFrom(std::current_exception()));
    }
}
