// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/session_pipe.h"

#include <QTest>
#include <cmath>

using namespace temper;
using namespace temper::flow;

class SessionResultsTest : public QObject {
    Q_OBJECT

private slots:
    void perplexityIsThatOfTheCommand();
    void mergedFolderAnswersAsTheAdapterDoes();
    void mergedWeightsHaveTheTypeAskedFor();
    void exportedAdapterAnswersAsTheOriginal();
    void checkedExportTellsHowFarItsAnswersAre();
    void estimateIsThatOfTheCommand();
    void aLeverSavesWhatTheChangedRecipeSaves();
    void estimateTellsWhyARecipeIsNotReady();
    void sampleShowsARowAsItIsTrainedOn();
    void scoreAgreesWithTheStreamedProbabilities();
    void scoredConversationMarksItsAnswers();

private:
    std::string model() const { return m_place.model(); }
    std::string adapter() const { return m_place.adapter(); }

    TunedWorkplace m_place;
};

void SessionResultsTest::perplexityIsThatOfTheCommand()
{
    SessionPipe session;
    const Json told = session.result("perplexity",
        { { "model", model() }, { "adapter", adapter() },
            { "file", m_place.path("rows.jsonl").toStdString() } });
    const Answer command = runEngine({ "perplexity", "--model", m_place.path("model"), "--adapter",
        m_place.path("run/adapter"), "--data", m_place.path("rows.jsonl"), "--json" });
    QCOMPARE(told.dump(), Json::parse(command.out.toStdString()).dump());
}

void SessionResultsTest::mergedFolderAnswersAsTheAdapterDoes()
{
    SessionPipe session;
    Json params = endless(model(), 12);
    params["adapter"] = adapter();
    const Json tuned = session.result("generate", params);
    const std::string out = m_place.path("merged").toStdString();
    const int id = session.send("merge", { { "model", model() }, { "adapter", adapter() }, { "out", out } });
    QVERIFY(session.wait(id).result);
    QVERIFY(!session.announced(id, "$/progress").empty());
    QCOMPARE(session.result("generate", endless(out, 12)).at("ids").dump(), tuned.at("ids").dump());
    const Error again
        = session.error("merge", { { "model", model() }, { "adapter", adapter() }, { "out", out } });
    QCOMPARE(again.subject(), out);
}

void SessionResultsTest::mergedWeightsHaveTheTypeAskedFor()
{
    SessionPipe session;
    const std::string out = m_place.path("narrow").toStdString();
    Json params { { "model", model() }, { "adapter", adapter() }, { "out", out }, { "dtype", "int3" } };
    QCOMPARE(session.error("merge", params).subject(), std::string("dtype"));
    QVERIFY(!std::filesystem::exists(out));
    for (const char* type : { "bfloat16", "float16", "float32" }) {
        params["dtype"] = type;
        params["out"] = out + type;
        QCOMPARE(session.result("merge", params).at("dtype").get<std::string>(), std::string(type));
        const Json config
            = Json::parse(readFile(QString::fromStdString(out + type + "/config.json")).toStdString());
        QCOMPARE(config.value("torch_dtype", config.value("dtype", "")), std::string(type));
    }
    const auto bytes
        = [&](const char* type) { return std::filesystem::file_size(out + type + "/model.safetensors"); };
    for (const char* half : { "bfloat16", "float16" })
        QVERIFY(bytes("float32") > bytes(half) * 3 / 2);
}

void SessionResultsTest::exportedAdapterAnswersAsTheOriginal()
{
    SessionPipe session;
    const std::string out = m_place.path("taken").toStdString();
    const Json told = session.result("export.adapter", { { "adapter", adapter() }, { "out", out } });
    QCOMPARE(told.at("type").get<std::string>(), std::string("LORA"));
    Json params = endless(model(), 12), copied = params;
    params["adapter"] = adapter();
    copied["adapter"] = out;
    QCOMPARE(session.result("generate", copied).at("ids").dump(),
        session.result("generate", params).at("ids").dump());
    QCOMPARE(
        session.error("export.adapter", { { "adapter", model() }, { "out", out + "2" } }).subject(), model());
    QVERIFY(!std::filesystem::exists(out + "2"));
}

void SessionResultsTest::checkedExportTellsHowFarItsAnswersAre()
{
    SessionPipe session;
    const std::string taken = m_place.path("taken2").toStdString(), merged = taken + "m",
                      narrow = taken + "n";
    Json params { { "model", model() }, { "adapter", adapter() } };
    const auto check = [&](const char* form, const std::string& folder) {
        Json asked = params;
        asked["form"] = form;
        asked["folder"] = folder;
        return session.result("export.check", asked);
    };
    session.result("export.adapter", { { "adapter", adapter() }, { "out", taken } });
    params["out"] = merged;
    session.result("merge", params);
    params["out"] = narrow;
    params["dtype"] = "bfloat16";
    session.result("merge", params);

    const Json same = check("adapter", taken);
    QCOMPARE(same.at("greatest_difference").get<double>(), 0.0);
    QVERIFY(same.at("positions").get<int>() > 10);
    QCOMPARE(same.at("same_choice").get<int>(), same.at("positions").get<int>());
    const double exact = check("merged", merged).at("greatest_difference").get<double>();
    const double rounded = check("merged", narrow).at("greatest_difference").get<double>();
    QVERIFY2(exact < 1e-3 && exact < rounded && rounded < 1, qPrintable(QString::number(rounded)));
    const Json untuned = check("merged", model()); // not what the adapter makes of it
    QVERIFY(untuned.at("greatest_difference").get<double>() > 10 * exact);
    params["form"] = "sheet";
    params["folder"] = merged;
    QCOMPARE(session.error("export.check", params).subject(), std::string("form"));
}

void SessionResultsTest::estimateIsThatOfTheCommand()
{
    SessionPipe session;
    const QString recipe = m_place.recipe("estimated.yaml", "max_steps: 30\nval_size: 4\n");
    const Json told = session.result("recipe.estimate",
        { { "text", readFile(recipe).toStdString() }, { "folder", m_place.path(".").toStdString() } });
    QVERIFY2(told.at("ready").get<bool>(), told.dump().c_str());
    const Answer command = runEngine({ "train", recipe, "--dry-run", "--json" });
    const Json expected = Json::parse(command.out.toStdString());
    QCOMPARE(told.at("total_bytes").dump(), expected.at("memory").at("total").dump());
    QCOMPARE(told.at("total_steps").dump(), expected.at("steps").dump());
    QCOMPARE(told.at("supervised_tokens").dump(), expected.at("train").at("supervised_tokens").dump());
    QCOMPARE(told.at("evaluation_rows").get<int>(), 4);
    QVERIFY(told.at("disk_bytes").get<std::int64_t>() > 0);
    const double seconds = told.at("total_tokens").get<double>() / told.at("tokens_per_second").get<double>();
    QCOMPARE(told.at("seconds").get<double>(), seconds);
}

void SessionResultsTest::aLeverSavesWhatTheChangedRecipeSaves()
{
    SessionPipe session;
    const QByteArray settings = "max_steps: 30\n";
    const auto estimateOf = [&](const QByteArray& text) {
        return session.result("recipe.estimate",
            { { "text", readFile(m_place.recipe("levers.yaml", text)).toStdString() },
                { "folder", m_place.path(".").toStdString() } });
    };
    const Json told = estimateOf(settings);
    QVERIFY(told.at("levers").size() >= 2);
    for (const Json& lever : told.at("levers")) {
        QVERIFY(lever.at("total_bytes") < told.at("total_bytes"));
        const Json& first = lever.at("changes")[0];
        if (first.at("key") == "gradient_checkpointing")
            QCOMPARE(estimateOf(settings + "gradient_checkpointing: true\n").at("total_bytes").dump(),
                lever.at("total_bytes").dump());
        if (first.at("key") == "per_device_train_batch_size")
            QCOMPARE(lever.at("changes")[1].at("value").get<std::string>(), std::string("4"));
    }
}

void SessionResultsTest::estimateTellsWhyARecipeIsNotReady()
{
    SessionPipe session;
    const std::string folder = m_place.path(".").toStdString();
    const Json noData = session.result(
        "recipe.estimate", { { "text", "model_name_or_path: model\n" }, { "folder", folder } });
    QCOMPARE(noData.at("ready").get<bool>(), false);
    QCOMPARE(noData.at("reasons")[0].at("key").get<std::string>(), std::string("dataset"));
    const Json wrong = session.result("recipe.estimate",
        { { "text", "model_name_or_path: model\ndataset: rows.jsonl\nlearning_rate: fast\n" },
            { "folder", folder } });
    QVERIFY(
        wrong.at("reasons")[0].at("sentence").get<std::string>().find("learning_rate") != std::string::npos);
}

void SessionResultsTest::sampleShowsARowAsItIsTrainedOn()
{
    writeFile(m_place.path("chat.jsonl"),
        R"({"instruction":"Greet.","output":"Hello"})"
        "\n");
    SessionPipe session;
    const Json params { { "text", "model_name_or_path: model\ndataset: chat.jsonl\n" },
        { "folder", m_place.path(".").toStdString() }, { "index", 0 } };
    const Json shown = session.result("recipe.sample", params);
    QCOMPARE(shown.at("rows").get<int>(), 1);
    const std::string text = shown.at("text").get<std::string>();
    QVERIFY(text.find("Hello<|end|>") != std::string::npos);
    std::string trained;
    for (std::size_t i = 0; i < shown.at("ids").size(); ++i) {
        const auto& span = shown.at("offsets")[i];
        if (shown.at("loss_mask")[i] == 1)
            trained += text.substr(span[0], span[1].get<std::size_t>() - span[0].get<std::size_t>());
    }
    QCOMPARE(trained, std::string("Hello<|end|>"));
    Json beyond = params;
    beyond["index"] = 1;
    QCOMPARE(session.error("recipe.sample", beyond).subject(), std::string("index"));
}

void SessionResultsTest::scoreAgreesWithTheStreamedProbabilities()
{
    SessionPipe session;
    const Json prompt = session.result("tokenize", { { "model", model() }, { "text", "Name" } }).at("ids");
    const int id = session.send("generate",
        { { "model", model() }, { "ids", prompt }, { "max_new_tokens", 8 }, { "adapter", adapter() } });
    const RpcAnswer answer = session.wait(id);
    QVERIFY(answer.result);
    Json ids = prompt;
    ids.insert(ids.end(), answer.result->at("ids").begin(), answer.result->at("ids").end());
    const Json scored
        = session.result("score", { { "model", model() }, { "ids", ids }, { "adapter", adapter() } });
    const std::vector<Json> streamed = session.announced(id, "generate.token");
    QVERIFY(scored.at("tokens")[0].at("logprob").is_null());
    for (std::size_t i = 0; i < streamed.size(); ++i) {
        const Json& token = scored.at("tokens")[prompt.size() + i];
        QVERIFY(std::abs(token.at("logprob").get<double>() - streamed[i].at("logprob").get<double>()) < 1e-4);
    }
}

void SessionResultsTest::scoredConversationMarksItsAnswers()
{
    SessionPipe session;
    Json messages = kMessages;
    messages.push_back({ { "role", "assistant" }, { "content", "Red" } });
    const Json scored = session.result("score", { { "model", model() }, { "messages", messages } });
    std::string whole, answer;
    for (const Json& token : scored.at("tokens")) {
        whole += token.at("text").get<std::string>();
        if (token.at("answer").get<bool>())
            answer += token.at("text").get<std::string>();
    }
    QCOMPARE(whole, scored.at("text").get<std::string>());
    QCOMPARE(answer, std::string("Red<|end|>"));
}

QTEST_GUILESS_MAIN(SessionResultsTest)
#include "session_results_test.moc"
