// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/project/project.h"
#include "core/common/project/run_control.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

namespace temper {

namespace {

std::string describe(const LiveStatus& status)
{
    std::string text = status.phase + (status.paused ? " (paused)" : "") + ", step " + std::to_string(status.step);
    if (status.totalSteps > 0)
        text += " of " + std::to_string(status.totalSteps);
    if (!status.loss)
        return text;
    char loss[48];
    std::snprintf(loss, sizeof loss, ", loss %.4f", *status.loss);
    return text + loss;
}

} // namespace

void addControlCommand(CLI::App& app)
{
    struct Options {
        std::string run;
        std::string command;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("control", "Ask something of a live run");
    command->add_option("RUN", options->run, "The run's folder")->required();
    command->add_option("COMMAND", options->command, "pause, resume, save, probe, stop or status")
        ->required()
        ->check(CLI::IsMember({ "pause", "resume", "save", "probe", "stop", "status" }));
    command->add_flag(
        "--json", options->json, "One JSON document: how the run stood when it took the command");
    command->callback([options] {
        const LiveStatus status = controlRun(findRun(options->run), *controlCommandOf(options->command));
        std::cout << (options->json ? toLine(statusToJson(status)) : describe(status)) << '\n';
    });
}

} // namespace temper
