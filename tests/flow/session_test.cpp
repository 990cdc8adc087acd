// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/room.h"
#include "tests/flow/session_pipe.h"

#include <QTest>
#include <cmath>
#include <csignal>

using namespace temper;
using namespace temper::flow;

namespace {

const QStringList kTwelve { "--max-new-tokens", "12", "--ignore-eos" };

std::string joinedText(const std::vector<Json>& tokens)
{
    std::string text;
    for (const Json& token : tokens)
        text += token.at("text").get<std::string>();
    return text;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void infoTellsWhatTheCommandTellsAndTheCostOfACharacter();
    void greedyAnswerIsThatOfTheCommand();
    void tokensAreStreamedInOrderAndJoinToTheText();
    void tokensCarryTheirProbabilities();
    void sameSeedGivesTheSameText();
    void adapterIsSwitchedOnAndOffByTheRequest();
    void changedAdapterIsReadAnew();
    void cancelledAnswerEndsWithinAToken();
    void cancelledRequestInTheQueueNeverBegins();
    void quickMethodsAnswerBesideAGeneration();
    void parameterOutOfRangeIsRefusedByName();
    void parameterOfAWrongTypeIsRefused();
    void missingModelIsToldWithItsPlace();
    void missingAdapterLeavesTheBaseUsable();
    void sidesAnswerAsEachWouldAloneAndInTurns();
    void cancelledComparisonEndsBothSides();
    void releasedModelIsLoadedAgainOnUse();
    void modelIsGivenUpWhenARunNeedsTheRoom();
    void killedEngineLeavesTheReaderAtTheEnd();
    void closingTheInputEndsAGeneration();

private:
    std::string model() const { return m_place.model(); }
    std::string adapter() const { return m_place.adapter(); }
    QStringList generateCommand(const QStringList& more) const
    {
        return QStringList { "generate", "--model", m_place.path("model"), "--chat", "--prompt",
            "Name a colour.", "--json" }
        + more;
    }
    static Json firstOf(const Answer& answer)
    {
        if (answer.code != 0)
            qFatal("%s", qPrintable(answer.error));
        return Json::parse(answer.out.toStdString())["results"][0];
    }

    TunedWorkplace m_place;
};

void SessionTest::infoTellsWhatTheCommandTellsAndTheCostOfACharacter()
{
    SessionPipe session;
    Json told = session.result("model.info", { { "model", model() } });
    const Json cost = told.at("tokens_per_character");
    QVERIFY(cost.at("english").get<double>() > 0.9); // a token is a byte here
    QVERIFY(cost.at("chinese").get<double>() > 2.0);
    told.erase("tokens_per_character");
    const Answer command = runEngine({ "info", m_place.path("model"), "--json" });
    QCOMPARE(told.dump(), Json::parse(command.out.toStdString()).dump());
}

void SessionTest::greedyAnswerIsThatOfTheCommand()
{
    SessionPipe session;
    const Json base = session.result("generate", endless(model(), 12));
    QCOMPARE(base.at("ids").dump(), firstOf(runEngine(generateCommand(kTwelve))).at("ids").dump());
    Json params = endless(model(), 12);
    params["adapter"] = adapter();
    const Json tuned = session.result("generate", params);
    const Json expected = firstOf(
        runEngine(generateCommand(kTwelve + QStringList { "--adapter", m_place.path("run/adapter") })));
    QCOMPARE(tuned.at("ids").dump(), expected.at("ids").dump());
    QCOMPARE(tuned.at("text").dump(), expected.at("text").dump());
    QVERIFY(base.at("ids") != tuned.at("ids"));
}

void SessionTest::tokensAreStreamedInOrderAndJoinToTheText()
{
    SessionPipe session;
    const int id = session.send("generate", endless(model(), 20));
    const RpcAnswer answer = session.wait(id);
    QVERIFY(answer.result);
    const std::vector<Json> tokens = session.announced(id, "generate.token");
    Json ids = Json::array();
    for (const Json& token : tokens)
        ids.push_back(token.at("token_id"));
    QCOMPARE(ids.dump(), answer.result->at("ids").dump());
    QCOMPARE(joinedText(tokens), answer.result->at("text").get<std::string>());
    QVERIFY(answer.result->at("tokens_per_second").get<double>() > 0);
}

void SessionTest::tokensCarryTheirProbabilities()
{
    SessionPipe session;
    Json params = endless(model(), 5);
    params["alternatives"] = 256;
    const int id = session.send("generate", params);
    QVERIFY(session.wait(id).result);
    for (const Json& token : session.announced(id, "generate.token")) {
        double sum = 0;
        for (const Json& chance : token.at("top"))
            sum += std::exp(chance.at("logprob").get<double>());
        QCOMPARE(token.at("top").size(), std::size_t(100));
        QVERIFY(sum > 0.5 && sum < 1.0 + 1e-5);
        QCOMPARE(
            token.at("top")[0].at("token_id").dump(), token.at("token_id").dump()); // it was chosen greedily
        QCOMPARE(token.at("top")[0].at("logprob").dump(), token.at("logprob").dump());
    }
}

void SessionTest::sameSeedGivesTheSameText()
{
    SessionPipe session;
    Json params = endless(model(), 16);
    params.update({ { "temperature", 1.0 }, { "top_p", 0.95 }, { "seed", 11 } });
    const Json once = session.result("generate", params);
    QCOMPARE(session.result("generate", params).at("ids").dump(), once.at("ids").dump());
    const Json command = firstOf(runEngine(generateCommand({ "--temperature", "1", "--top-p", "0.95",
        "--seed", "11", "--max-new-tokens", "16", "--ignore-eos" })));
    QCOMPARE(command.at("ids").dump(), once.at("ids").dump());
    params["seed"] = 12;
    QVERIFY(session.result("generate", params).at("ids") != once.at("ids"));
}

void SessionTest::adapterIsSwitchedOnAndOffByTheRequest()
{
    SessionPipe session;
    Json tunedParams = endless(model(), 12);
    tunedParams["adapter"] = Json::array({ adapter() });
    const Json base = session.result("generate", endless(model(), 12));
    const Json tuned = session.result("generate", tunedParams);
    QVERIFY(base.at("ids") != tuned.at("ids"));
    QCOMPARE(session.result("generate", endless(model(), 12)).at("ids").dump(), base.at("ids").dump());
    QCOMPARE(session.result("generate", tunedParams).at("ids").dump(), tuned.at("ids").dump());
    QVERIFY(session.announced(session.lastId(), "$/progress").empty()); // nothing was loaded again
}

void SessionTest::changedAdapterIsReadAnew()
{
    const std::filesystem::path folder = m_place.path("moving").toStdString();
    std::filesystem::copy(adapter(), folder);
    SessionPipe session;
    Json params = endless(model(), 12);
    params["adapter"] = folder.string();
    const Json before = session.result("generate", params);
    std::filesystem::remove_all(folder);
    std::filesystem::copy(kReference / "lora-init", folder);
    Json second = endless(model(), 12);
    second["adapter"] = (kReference / "lora-init").string();
    const Json expected = session.result("generate", second);
    QCOMPARE(session.result("generate", params).at("ids").dump(), expected.at("ids").dump());
    QVERIFY(before.at("ids") != expected.at("ids"));
}

void SessionTest::cancelledAnswerEndsWithinAToken()
{
    SessionPipe session;
    const int id = session.send("generate", endless(model(), 100000));
    QVERIFY(session.waitForAnnounced(id, "generate.token", 3));
    session.cancel(id);
    const RpcAnswer answer = session.wait(id);
    QVERIFY(answer.error);
    QCOMPARE(answer.error->code, RpcErrorCode::Cancelled);
    QVERIFY(session.result("generate", endless(model(), 2)).at("ids").size() == 2);
}

void SessionTest::cancelledRequestInTheQueueNeverBegins()
{
    SessionPipe session;
    const int first = session.send("generate", endless(model(), 100000));
    const int second = session.send("generate", endless(model(), 100000));
    QVERIFY(session.waitForAnnounced(first, "generate.token", 1));
    session.cancel(second);
    session.cancel(first);
    QVERIFY(session.wait(first).error);
    QVERIFY(session.wait(second).error);
    QVERIFY(session.announced(second, "generate.token").empty());
}

void SessionTest::quickMethodsAnswerBesideAGeneration()
{
    SessionPipe session;
    const int id = session.send("generate", endless(model(), 100000));
    QVERIFY(session.waitForAnnounced(id, "generate.token", 1));
    QVERIFY(session.result("tokenize", { { "model", model() }, { "text", "a" } }).contains("ids"));
    QVERIFY(session.result("model.info", { { "model", model() } }).contains("family"));
    session.cancel(id);
    QVERIFY(session.wait(id).error);
}

void SessionTest::parameterOutOfRangeIsRefusedByName()
{
    SessionPipe session;
    Json params = endless(model(), 0);
    QCOMPARE(session.error("generate", params).subject(), std::string("max_new_tokens"));
    params = endless(model(), 4);
    params["top_p"] = 7;
    const Error error = session.error("generate", params);
    QCOMPARE(error.kind(), ErrorKind::Usage);
    QVERIFY2(std::string(error.what()).find("top-p") != std::string::npos, error.what());
}

void SessionTest::parameterOfAWrongTypeIsRefused()
{
    SessionPipe session;
    Json params = endless(model(), 4);
    params["temperature"] = "hot";
    const RpcAnswer answer = session.ask("generate", params);
    QVERIFY(answer.error);
    QCOMPARE(answer.error->code, RpcErrorCode::InvalidParams);
}

void SessionTest::missingModelIsToldWithItsPlace()
{
    SessionPipe session;
    for (const char* method : { "generate", "model.info", "perplexity" }) {
        Json params = endless("/nowhere/model", 4);
        params["file"] = m_place.path("rows.jsonl").toStdString();
        const Error error = session.error(method, params);
        QCOMPARE(error.kind(), ErrorKind::Input);
        QVERIFY2(std::string(error.what()).find("/nowhere/model") != std::string::npos, error.what());
    }
}

void SessionTest::missingAdapterLeavesTheBaseUsable()
{
    SessionPipe session;
    const Json base = session.result("generate", endless(model(), 8));
    Json params = endless(model(), 8);
    params["adapter"] = "/nowhere/adapter";
    QCOMPARE(session.error("generate", params).subject(), std::string("/nowhere/adapter"));
    QCOMPARE(session.result("generate", endless(model(), 8)).at("ids").dump(), base.at("ids").dump());
}

void SessionTest::sidesAnswerAsEachWouldAloneAndInTurns()
{
    SessionPipe session;
    Json params = endless(model(), 16);
    params.update({ { "temperature", 0.8 }, { "seed", 3 } });
    Json alone[] { session.result("generate", params), Json() };
    params["adapter"] = adapter();
    alone[1] = session.result("generate", params);
    params.erase("adapter");
    params["sides"] = Json::array({ Json::object(), { { "adapter", adapter() } } });
    const int id = session.send("compare", params);
    const RpcAnswer answer = session.wait(id);
    QVERIFY2(answer.result, answer.error ? answer.error->message.c_str() : "");
    for (int side = 0; side < 2; ++side)
        QCOMPARE(answer.result->at("answers")[side].at("ids").dump(), alone[side].at("ids").dump());
    const std::vector<Json> tokens = session.announced(id, "generate.token");
    QCOMPARE(tokens.size(), std::size_t(32));
    int ahead = 0; // of side 0 over side 1
    for (const Json& token : tokens) {
        ahead += token.at("side") == 0 ? 1 : -1;
        QVERIFY(std::abs(ahead) <= 3);
    }
    QCOMPARE(session.announced(id, "compare.answer").size(), std::size_t(2));
}

void SessionTest::cancelledComparisonEndsBothSides()
{
    SessionPipe session;
    Json params = endless(model(), 100000);
    params["sides"] = Json::array({ Json::object(), { { "adapter", adapter() } } });
    const int id = session.send("compare", params);
    QVERIFY(session.waitForAnnounced(id, "generate.token", 4));
    session.cancel(id);
    const RpcAnswer answer = session.wait(id);
    QVERIFY(answer.error);
    QCOMPARE(answer.error->code, RpcErrorCode::Cancelled);
    QVERIFY(session.announced(id, "compare.answer").empty());
}

void SessionTest::releasedModelIsLoadedAgainOnUse()
{
    SessionPipe session;
    QCOMPARE(session.result("model.release", Json::object()).at("released").get<bool>(), false);
    const Json before = session.result("generate", endless(model(), 4));
    QCOMPARE(session.result("model.release", Json::object()).at("released").get<bool>(), true);
    QCOMPARE(session.result("generate", endless(model(), 4)).at("ids").dump(), before.at("ids").dump());
    QVERIFY(!session.announced(session.lastId(), "$/progress").empty());
}

void SessionTest::modelIsGivenUpWhenARunNeedsTheRoom()
{
    SessionPipe session;
    const Json before = session.result("generate", endless(model(), 4));
    askForRoom(0);
    const Json after = session.result("generate", endless(model(), 4));
    QCOMPARE(after.at("ids").dump(), before.at("ids").dump());
    QVERIFY(!session.announced(session.lastId(), "$/progress").empty()); // it was loaded again
}

void SessionTest::killedEngineLeavesTheReaderAtTheEnd()
{
    SessionPipe session;
    const int id = session.send("generate", endless(model(), 100000));
    QVERIFY(session.waitForAnnounced(id, "generate.token", 1));
    ::kill(static_cast<pid_t>(session.process().processId()), SIGKILL);
    const RpcAnswer answer = session.wait(id);
    QVERIFY(!answer.result && !answer.error);
    SessionPipe next;
    QVERIFY(next.result("generate", endless(model(), 2)).contains("text"));
}

void SessionTest::closingTheInputEndsAGeneration()
{
    SessionPipe session;
    const int id = session.send("generate", endless(model(), 100000));
    QVERIFY(session.waitForAnnounced(id, "generate.token", 1));
    session.process().closeWriteChannel();
    const RpcAnswer answer = session.wait(id);
    QVERIFY(answer.error);
    QVERIFY(session.process().waitForFinished(120000));
    QCOMPARE(session.process().exitCode(), 0);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
