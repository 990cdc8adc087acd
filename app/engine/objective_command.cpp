// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/engine/objective/objective_family.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace temper {

void addObjectiveCommand(CLI::App& app)
{
    struct Options {
        std::string family;
        std::string in;
        std::string out;
    };
    auto options = std::make_shared<Options>();
    CLI::App* const command
        = app.add_subcommand("objective", "Evaluate a loss and its gradients on given numbers");
    command->add_option("FAMILY", options->family, "Family of objectives, for example sft")->required();
    command->add_option("--in", options->in, "JSON with cases of params and inputs")->required();
    command->add_option("--out", options->out, "JSON for outputs and grads of each case")->required();
    command->callback([options] {
        const OrderedJson document = readOrderedJsonFile(options->in);
        const OrderedJson answers = evaluateObjective(options->family, document, options->in);
        writeFileAtomically(options->out, toLine(answers) + "\n");
    });
}

} // namespace temper
