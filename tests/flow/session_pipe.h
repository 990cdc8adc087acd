// SPDX-License-Identifier: Apache-2.0
// A session of the real engine at the other end of two pipes, spoken to as the window does.
#pragma once

#include "core/common/link/json_rpc.h"
#include "tests/flow/engine_run.h"

#include <map>
#include <vector>

namespace temper::flow {

class SessionPipe {
public:
    SessionPipe()
        : m_process(startEngine({ "session" }))
    {
    }
    ~SessionPipe()
    {
        m_process->closeWriteChannel();
        if (!m_process->waitForFinished(20000)) {
            m_process->kill();
            m_process->waitForFinished();
        }
    }

    QProcess& process() { return *m_process; }

    int send(const std::string& method, const Json& params)
    {
        write({ Json(++m_lastId), method, params });
        return m_lastId;
    }
    void cancel(int id) { write({ std::nullopt, "$/cancelRequest", { { "id", id } } }); }

    // The answer to a request; what was announced until then stays in announced(). An empty answer: the
    // engine has left.
    RpcAnswer wait(int id)
    {
        while (!m_answers.contains(id) && read()) { }
        const auto found = m_answers.find(id);
        return found == m_answers.end() ? RpcAnswer() : found->second;
    }
    // Reads until the request has announced so many messages of the method; false where it ends before.
    bool waitForAnnounced(int id, const std::string& method, std::size_t count)
    {
        while (announced(id, method).size() < count)
            if (m_answers.contains(id) || !read())
                return false;
        return true;
    }

    RpcAnswer ask(const std::string& method, const Json& params) { return wait(send(method, params)); }
    Json result(const std::string& method, const Json& params)
    {
        const RpcAnswer answer = ask(method, params);
        if (!answer.result)
            qFatal("%s: %s", method.c_str(),
                answer.error ? answer.error->message.c_str() : "the engine has left");
        return *answer.result;
    }
    Error error(const std::string& method, const Json& params)
    {
        const RpcAnswer answer = ask(method, params);
        if (!answer.error)
            qFatal("%s succeeded", method.c_str());
        return errorOfRpc(*answer.error);
    }

    std::vector<Json> announced(int id, const std::string& method) const
    {
        std::vector<Json> list;
        for (const RpcAnswer& one : m_announced)
            if (one.method == method && one.params.value("id", -1) == id)
                list.push_back(one.params);
        return list;
    }
    int lastId() const { return m_lastId; }

private:
    void write(const RpcRequest& request)
    {
        m_process->write(QByteArray::fromStdString(rpcRequestLine(request)) + '\n');
        m_process->waitForBytesWritten(-1);
    }
    // One line more; false once there are no more.
    bool read()
    {
        while (!m_process->canReadLine())
            if (!m_process->waitForReadyRead(120000))
                return false;
        const RpcAnswer answer = parseRpcAnswer(m_process->readLine().toStdString());
        if (answer.method.empty() && answer.id)
            m_answers[answer.id->get<int>()] = answer;
        else
            m_announced.push_back(answer);
        return true;
    }

    std::unique_ptr<QProcess> m_process;
    int m_lastId = 0;
    std::map<int, RpcAnswer> m_answers;
    std::vector<RpcAnswer> m_announced;
};

// A workplace whose model reads text, with an adapter trained on it.
class TunedWorkplace : public Workplace {
public:
    TunedWorkplace()
    {
        for (const char* file : { "tokenizer.json", "tokenizer_config.json" })
            std::filesystem::copy(kReference / "byte-tokenizer" / file, path("model").toStdString());
        const Answer trained = train(recipe("recipe.yaml", "max_steps: 30\n"), "run");
        if (trained.code != 0)
            qFatal("%s", qPrintable(trained.error));
    }

    std::string model() const { return path("model").toStdString(); }
    std::string adapter() const { return path("run/adapter").toStdString(); }
};

inline const Json kMessages = Json::array({ { { "role", "user" }, { "content", "Name a colour." } } });

// The parameters of an answer of just so many tokens.
inline Json endless(const std::string& model, int tokens)
{
    return { { "model", model }, { "messages", kMessages }, { "max_new_tokens", tokens },
        { "ignore_eos", true } };
}

} // namespace temper::flow
