// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/json_rpc.h"

#include <array>
#include <utility>

namespace temper {
namespace {

constexpr std::array<std::pair<ErrorKind, std::string_view>, 5> kKinds { {
    { ErrorKind::Usage, "usage" },
    { ErrorKind::Input, "input" },
    { ErrorKind::Environment, "environment" },
    { ErrorKind::Cancelled, "cancelled" },
    { ErrorKind::Internal, "internal" },
} };

bool isId(const Json& json)
{
    return json.is_string() || json.is_number_integer();
}

bool isVersion2(const Json& message)
{
    return message.is_object() && message.contains("jsonrpc") && message["jsonrpc"] == "2.0";
}

RpcError errorFromJson(const Json& json)
{
    RpcError error;
    error.code = static_cast<RpcErrorCode>(json.at("code").get<int>());
    error.message = json.at("message").get<std::string>();
    error.data = json.value("data", Json());
    return error;
}

} // namespace

RpcProblem::RpcProblem(RpcErrorCode code, std::string message, Json id)
    : m_error { code, std::move(message), nullptr }
    , m_id(std::move(id))
{
}

RpcRequest parseRpcRequest(std::string_view line)
{
    const Json message = Json::parse(line, nullptr, false);
    if (message.is_discarded())
        throw RpcProblem(RpcErrorCode::ParseError, "this line is not JSON.");
    if (!isVersion2(message))
        throw RpcProblem(RpcErrorCode::InvalidRequest, "this is no JSON-RPC 2.0 message.");
    RpcRequest request;
    if (const auto id = message.find("id"); id != message.end()) {
        if (!isId(*id))
            throw RpcProblem(RpcErrorCode::InvalidRequest, "an id is a number or a text.");
        request.id = *id;
    }
    const Json id = request.id.value_or(Json());
    if (!message.contains("method") || !message["method"].is_string())
        throw RpcProblem(RpcErrorCode::InvalidRequest, "this request names no method.", id);
    request.method = message["method"].get<std::string>();
    request.params = message.value("params", Json::object());
    if (!request.params.is_object())
        throw RpcProblem(RpcErrorCode::InvalidParams, "params is an object of named values.", id);
    return request;
}

RpcAnswer parseRpcAnswer(std::string_view line)
{
    const Json message = parseJson(line, "the engine's answer");
    RpcAnswer answer;
    try {
        if (message.contains("id") && isId(message["id"]))
            answer.id = message["id"];
        answer.method = message.value("method", "");
        answer.params = message.value("params", Json());
        if (message.contains("result"))
            answer.result = message["result"];
        if (message.contains("error"))
            answer.error = errorFromJson(message["error"]);
    } catch (const Json::exception&) {
        answer = {};
    }
    if (answer.result.has_value() + answer.error.has_value() + !answer.method.empty() != 1)
        throw Error(ErrorKind::Input, "this line is no answer of an engine.", "the engine's answer");
    return answer;
}

std::string rpcRequestLine(const RpcRequest& request)
{
    OrderedJson message { { "jsonrpc", "2.0" } };
    if (request.id)
        message["id"] = *request.id;
    message["method"] = request.method;
    message["params"] = request.params;
    return toLine(message);
}

std::string rpcResultLine(const Json& id, const Json& result)
{
    return toLine(OrderedJson { { "jsonrpc", "2.0" }, { "id", id }, { "result", result } });
}

std::string rpcErrorLine(const Json& id, const RpcError& error)
{
    OrderedJson body { { "code", static_cast<int>(error.code) }, { "message", error.message } };
    if (!error.data.is_null())
        body["data"] = error.data;
    return toLine(OrderedJson { { "jsonrpc", "2.0" }, { "id", id }, { "error", body } });
}

std::string rpcNotificationLine(std::string_view method, const Json& params)
{
    return toLine(OrderedJson { { "jsonrpc", "2.0" }, { "method", method }, { "params", params } });
}

RpcError rpcErrorOf(const Error& error)
{
    const bool cancelled = error.kind() == ErrorKind::Cancelled;
    std::string_view kind;
    for (const auto& [value, name] : kKinds)
        kind = value == error.kind() ? name : kind;
    return { cancelled ? RpcErrorCode::Cancelled : RpcErrorCode::Failed, error.what(),
        { { "kind", kind }, { "sentence", error.sentence() }, { "subject", error.subject() },
            { "remedy", error.remedy() } } };
}

Error errorOfRpc(const RpcError& error)
{
    if (!error.data.is_object() || !error.data.contains("sentence"))
        return { error.code == RpcErrorCode::Cancelled ? ErrorKind::Cancelled : ErrorKind::Internal,
            error.message };
    ErrorKind kind = ErrorKind::Internal;
    for (const auto& [value, name] : kKinds)
        kind = error.data.value("kind", "") == name ? value : kind;
    return { kind, error.data.value("sentence", ""), error.data.value("subject", ""),
        error.data.value("remedy", "") };
}

} // namespace temper
