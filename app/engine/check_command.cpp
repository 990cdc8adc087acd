// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/error.h"
#include "core/engine/device/compute.h"
#include "core/engine/device/kernel_check.h"
#include "core/engine/device/machine_report.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

namespace temper {

namespace {

struct CheckOptions {
    std::string device = "cpu";
    bool json = false;
};

OrderedJson jsonOf(const std::vector<KernelCheck>& checks)
{
    OrderedJson rows = OrderedJson::array();
    for (const KernelCheck& check : checks)
        rows.push_back({ { "kernel", check.kernel }, { "part", check.part }, { "error", check.error },
            { "tolerance", check.tolerance }, { "ok", check.isGood() } });
    return rows;
}

void printMachine(const OrderedJson& report, const std::string& indent)
{
    for (const auto& [key, value] : report.items()) {
        if (value.is_object()) {
            std::cout << indent << key << '\n';
            printMachine(value, indent + "  ");
            continue;
        }
        const std::string text = value.is_string() ? value.get<std::string>()
            : value.is_boolean()                   ? (value.get<bool>() ? "yes" : "no")
                                                   : toLine(value);
        std::printf("%-24s%s\n", (indent + key).c_str(), text.c_str());
    }
}

void printKernels(const std::vector<KernelCheck>& checks)
{
    std::printf("\n%-18s%-20s%-12s%-12s%s\n", "kernel", "result", "error", "tolerance", "ok");
    for (const KernelCheck& check : checks)
        std::printf("%-18s%-20s%-12.2e%-12.1e%s\n", check.kernel.c_str(), check.part.c_str(), check.error,
            check.tolerance, check.isGood() ? "yes" : "NO");
}

void runCheck(const CheckOptions& options)
{
    useThreads(0);
    const CheckedDevice device = options.device == "cuda" ? CheckedDevice::Cuda : CheckedDevice::Cpu;
    OrderedJson report = describeMachine(device);
    if (device == CheckedDevice::Cuda)
        throw Error(ErrorKind::Environment, "this build has no CUDA kernels.", "check",
            "Use --device cpu; the driver says " + report["driver"].get<std::string>() + ".");
    const std::vector<KernelCheck> checks = checkKernels();
    const auto wrong
        = std::count_if(checks.begin(), checks.end(), [](const auto& check) { return !check.isGood(); });
    if (options.json) {
        report["kernels"] = jsonOf(checks);
        report["ok"] = wrong == 0;
        std::cout << toLine(report) << '\n';
    } else {
        printMachine(report, "");
        printKernels(checks);
    }
    std::cout.flush();
    std::fflush(stdout);
    if (wrong > 0)
        throw Error(ErrorKind::Internal,
            std::to_string(wrong) + " of " + std::to_string(checks.size())
                + " results differ from their reference.",
            "check", "Do not train on this machine; report the table.");
}

} // namespace

void addCheckCommand(CLI::App& app)
{
    auto options = std::make_shared<CheckOptions>();
    CLI::App* const command = app.add_subcommand(
        "check", "Compare every kernel with its reference; show the device and library versions");
    command->add_option("--device", options->device, "cpu or cuda")->check(CLI::IsMember({ "cpu", "cuda" }));
    command->add_flag("--json", options->json, "One JSON document");
    command->callback([options] { runCheck(*options); });
}

} // namespace temper
