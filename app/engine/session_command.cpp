// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/os_answer_stream.h"
#include "core/common/base/os_process.h"
#include "core/common/link/session_methods.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace temper {

void addSessionCommand(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("session", "JSON-RPC 2.0 on stdin and stdout, one message a line");
    command->callback([&app] {
        ignoreHangups();
        AnswerStream answers;
        SessionMethods methods;
        addEngineMethods(methods, app.version());
        addTextMethods(methods);
        addDataMethods(methods);
        addRecipeMethods(methods);
        Session session(std::move(methods), [&answers](std::string_view line) { answers.writeLine(line); });
        session.run(std::cin);
    });
}

} // namespace temper
