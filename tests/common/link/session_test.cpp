// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/link/session.h"

#include <QTest>
#include <mutex>
#include <sstream>
#include <thread>

using namespace temper;

namespace {

SessionMethods sampleMethods()
{
    SessionMethods methods;
    methods["echo"] = { [](const Json& params, const SessionContext&) { return params.at("text"); } };
    methods["fail"] = { [](const Json&, const SessionContext&) -> Json {
        throw Error(ErrorKind::Input, "no such model.", "/m", "Look.");
    } };
    methods["break"]
        = { [](const Json&, const SessionContext&) -> Json { throw std::runtime_error("oops"); } };
    methods["count"] = { [](const Json&, const SessionContext& context) -> Json {
        context.notify("token", { { "id", context.id }, { "text", "a" } });
        context.progress({ "working", 1, 2, "tokens" });
        return nullptr;
    } };
    methods["sleep"] = { [](const Json&, const SessionContext& context) -> Json {
                            while (true) {
                                throwIfStopped(context.stop);
                                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                            }
                        },
        SessionLane::Model };
    return methods;
}

// What a session answers to these lines, one a line.
QString answersTo(const std::string& input)
{
    QString output;
    Session session(sampleMethods(), [&](std::string_view line) {
        output += QString::fromUtf8(line.data(), qsizetype(line.size())) + '\n';
    });
    std::istringstream stream(input);
    session.run(stream);
    return output;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void eachLineHasItsAnswer_data();
    void eachLineHasItsAnswer();
    void aNotificationIsNotAnswered();
    void answersComeInTheOrderOfTheirLane();
    void aRunningRequestIsCancelled();
    void aWaitingRequestIsCancelled();
    void quickRequestsDoNotWaitForTheModel();
    void theEndOfInputEndsTheWork();
    void errorsKeepTheirParts();
    void answersAreReadByTheOtherSide();
};

void SessionTest::eachLineHasItsAnswer_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const char* line, const char* answer) {
        QTest::newRow(name) << line << answer + QString("\n");
    };
    row("result", R"({"jsonrpc":"2.0","id":1,"method":"echo","params":{"text":"é"}})",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"é\"}");
    row("text id", R"({"jsonrpc":"2.0","id":"x","method":"echo","params":{"text":1}})",
        R"({"jsonrpc":"2.0","id":"x","result":1})");
    row("error", R"({"jsonrpc":"2.0","id":2,"method":"fail"})",
        R"({"jsonrpc":"2.0","id":2,"error":{"code":-32000,"message":"/m: no such model. Look.","data":)"
        R"({"kind":"input","remedy":"Look.","sentence":"no such model.","subject":"/m"}}})");
    row("internal", R"({"jsonrpc":"2.0","id":3,"method":"break"})",
        R"({"jsonrpc":"2.0","id":3,"error":{"code":-32603,"message":"an internal error: oops."}})");
    row("unknown method", R"({"jsonrpc":"2.0","id":4,"method":"jump"})",
        R"({"jsonrpc":"2.0","id":4,"error":{"code":-32601,"message":"there is no method \"jump\"."}})");
    row("no json", "{",
        R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"this line is not JSON."}})");
    row("no version", R"({"id":5,"method":"echo"})",
        R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"this is no JSON-RPC 2.0 message."}})");
    row("no method", R"({"jsonrpc":"2.0","id":6})",
        R"({"jsonrpc":"2.0","id":6,"error":{"code":-32600,"message":"this request names no method."}})");
    row("positional", R"({"jsonrpc":"2.0","id":7,"method":"echo","params":[1]})",
        R"({"jsonrpc":"2.0","id":7,"error":{"code":-32602,"message":"params is an object of named values."}})");
}

void SessionTest::eachLineHasItsAnswer()
{
    QFETCH(QString, line);
    QTEST(answersTo(line.toStdString() + "\n"), "answer");
}

void SessionTest::aNotificationIsNotAnswered()
{
    QCOMPARE(answersTo("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":{\"text\":1}}\n\n"), "");
}

void SessionTest::answersComeInTheOrderOfTheirLane()
{
    QCOMPARE(answersTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"count\"}\n{\"jsonrpc\":\"2.0\",\"id\":2,"
                       "\"method\":\"echo\",\"params\":{\"text\":3}}\n")
                 .section('\n', 0, 2),
        R"({"jsonrpc":"2.0","method":"token","params":{"id":1,"text":"a"}})"
        "\n"
        R"({"jsonrpc":"2.0","method":"$/progress","params":{"done":1,"id":1,"phase":"working","total":2,"unit":"tokens"}})"
        "\n"
        R"({"jsonrpc":"2.0","id":1,"result":null})");
}

void SessionTest::aRunningRequestIsCancelled()
{
    const QString answers
        = answersTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sleep\"}\n"
                    "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}\n");
    QVERIFY2(answers.startsWith(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32800,)"), qPrintable(answers));
}

void SessionTest::aWaitingRequestIsCancelled()
{
    const QString answers
        = answersTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sleep\"}\n{\"jsonrpc\":\"2.0\",\"id\":2,"
                    "\"method\":\"sleep\"}\n"
                    "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":2}}\n"
                    "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}\n");
    QCOMPARE(answers.count("-32800"), 2);
}

void SessionTest::quickRequestsDoNotWaitForTheModel()
{
    std::mutex mutex;
    std::condition_variable answered;
    std::string last;
    Session session(sampleMethods(), [&](std::string_view line) {
        const std::lock_guard lock(mutex);
        last = line;
        answered.notify_all();
    });
    session.receive(R"({"jsonrpc":"2.0","id":1,"method":"sleep"})");
    session.receive(R"({"jsonrpc":"2.0","id":2,"method":"echo","params":{"text":"at once"}})");
    std::unique_lock lock(mutex);
    QVERIFY(answered.wait_for(lock, std::chrono::seconds(60), [&] { return !last.empty(); }));
    QCOMPARE(last, std::string(R"({"jsonrpc":"2.0","id":2,"result":"at once"})"));
}

void SessionTest::theEndOfInputEndsTheWork()
{
    QVERIFY(answersTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sleep\"}\n").contains("-32800"));
}

void SessionTest::errorsKeepTheirParts()
{
    const Error error(ErrorKind::Environment, "a sentence.", "a subject", "a remedy.");
    const Error back = errorOfRpc(rpcErrorOf(error));
    QVERIFY(back.kind() == error.kind());
    QCOMPARE(back.sentence(), error.sentence());
    QCOMPARE(back.subject(), error.subject());
    QCOMPARE(back.remedy(), error.remedy());
    QVERIFY(rpcErrorOf(Error(ErrorKind::Cancelled, "stopped.")).code == RpcErrorCode::Cancelled);
}

void SessionTest::answersAreReadByTheOtherSide()
{
    const RpcAnswer result = parseRpcAnswer(rpcResultLine(3, { { "a", 1 } }));
    QVERIFY(result.id == Json(3) && result.result == Json({ { "a", 1 } }) && !result.error);
    const RpcAnswer error = parseRpcAnswer(rpcErrorLine("x", { RpcErrorCode::MethodNotFound, "no", {} }));
    QVERIFY(error.error && error.error->code == RpcErrorCode::MethodNotFound);
    QCOMPARE(parseRpcAnswer(rpcNotificationLine("token", Json::object())).method, std::string("token"));
    QVERIFY_EXCEPTION_THROWN(parseRpcAnswer("{}"), Error);
    QVERIFY_EXCEPTION_THROWN(parseRpcAnswer("[1]"), Error);
    const RpcRequest request = parseRpcRequest(rpcRequestLine({ 4, "m", { { "k", "v" } } }));
    QVERIFY(request.id == Json(4) && request.method == "m" && request.params == Json({ { "k", "v" } }));
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
