// SPDX-License-Identifier: Apache-2.0
// JSON-RPC 2.0 as both ends of a session speak it: one message a line.
#pragma once

#include "core/common/base/error.h"
#include "core/common/base/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace temper {

enum class RpcErrorCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    Cancelled = -32800,
    Failed = -32000, // an Error of Temper; data: {kind, sentence, subject, remedy}
};

// A request, or a notification where `id` is absent.
struct RpcRequest {
    std::optional<Json> id; // a number or a text
    std::string method;
    Json params = Json::object();
};

struct RpcError {
    RpcErrorCode code = RpcErrorCode::InternalError;
    std::string message;
    Json data; // null: none
};

// What the other side answered or told: exactly one of result, error and method is filled.
struct RpcAnswer {
    std::optional<Json> id;
    std::optional<Json> result;
    std::optional<RpcError> error;
    std::string method; // of a notification
    Json params;
};

// Throws RpcProblem for a line that is no request.
RpcRequest parseRpcRequest(std::string_view line);

// Throws Error(Input) for a line that is no answer.
RpcAnswer parseRpcAnswer(std::string_view line);

// One line each, without the line feed.
std::string rpcRequestLine(const RpcRequest& request);
std::string rpcResultLine(const Json& id, const Json& result);
std::string rpcErrorLine(const Json& id, const RpcError& error); // id null: not known
std::string rpcNotificationLine(std::string_view method, const Json& params);

// Ends the handling of one request with this error.
class RpcProblem : public std::exception {
public:
    RpcProblem(RpcErrorCode code, std::string message, Json id = nullptr);

    const char* what() const noexcept override { return m_error.message.c_str(); }
    const RpcError& error() const noexcept { return m_error; }
    const Json& id() const noexcept { return m_id; }

private:
    RpcError m_error;
    Json m_id;
};

// The answer to a request that ended with an Error, and back.
RpcError rpcErrorOf(const Error& error);
Error errorOfRpc(const RpcError& error);

} // namespace temper
