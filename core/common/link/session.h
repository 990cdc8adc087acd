// SPDX-License-Identifier: Apache-2.0
// The engine's end of a session: requests in, each worked on beside the reader so that it can be cancelled,
// answers out.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/link/json_rpc.h"

#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace temper {

// What a method gets beside its parameters.
struct SessionContext {
    std::stop_token stop; // asked for by $/cancelRequest, or because the session ends
    Json id; // of the request, so that notifications can name it
    std::function<void(std::string_view method, const Json& params)>
        notify; // at once, from the method's thread
    ProgressFunction progress; // as notification $/progress {"id", "phase", "done", "total", "unit"}
};

// Requests of one lane are worked on one after the other in their order; the lanes run side by side.
enum class SessionLane {
    Quick, // answers in a moment: tokenise, render, preview
    Rows, // reads whole data sets: estimate, sample; its requests are cancelled when the session ends
    Model, // owns the model: load, generate, inspect
};

struct SessionMethod {
    // The result, as JSON. An Error becomes the request's error; Json::exception means wrong parameters.
    std::function<Json(const Json& params, const SessionContext& context)> handle;
    SessionLane lane = SessionLane::Quick;
};

using SessionMethods = std::map<std::string, SessionMethod>;

class Session {
public:
    // `write` takes one line without its line feed; it is called from several threads, one at a time.
    Session(SessionMethods methods, std::function<void(std::string_view line)> write);
    ~Session(); // finishes the quick requests, cancels the others, waits for all

    // Handles one line at once: answers what needs no work, hands everything else to its lane.
    void receive(std::string_view line);

    // Reads lines until the end of the input, then ends as the destructor does. Called once, as the last.
    void run(std::istream& input);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace temper
