// SPDX-License-Identifier: Apache-2.0
#include "app/engine/commands.h"
#include "core/common/base/log.h"
#include "core/common/base/os_answer_stream.h"
#include "core/common/base/os_process.h"
#include "core/common/link/room.h"
#include "core/common/link/session_methods.h"
#include "core/engine/session/model_methods.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace temper {

namespace {

// Null where nobody can be listened to: the session does without.
std::unique_ptr<RoomKeeper> makeRoomKeeper(Session& session)
{
    try {
        return std::make_unique<RoomKeeper>([&session] {
            session.receive(rpcRequestLine({ std::nullopt, "model.release", { { "for_room", true } } }));
        });
    } catch (const Error& error) {
        logWarning(error.what());
        return nullptr;
    }
}

} // namespace

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
        addModelMethods(methods);
        addEstimateMethods(methods);
        Session session(std::move(methods), [&answers](std::string_view line) { answers.writeLine(line); });
        const auto keeper = makeRoomKeeper(session);
        for (std::string line; std::getline(std::cin, line);)
            if (!line.empty())
                session.receive(line);
    });
}

} // namespace temper
