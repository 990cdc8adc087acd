// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/text_file.h"
#include "core/common/link/session_methods.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <sstream>

using namespace temper;

namespace {

// The result of one request, or its error.
Json ask(const std::string& method, const Json& params)
{
    SessionMethods methods;
    addEngineMethods(methods, "1.2.3");
    addTextMethods(methods);
    addDataMethods(methods);
    addRecipeMethods(methods);
    Json answer;
    Session session(std::move(methods), [&](std::string_view line) { answer = Json::parse(line); });
    std::istringstream input(rpcRequestLine({ 1, method, params }) + "\n");
    session.run(input);
    return answer.contains("result") ? answer["result"] : answer["error"];
}

} // namespace

class SessionMethodsTest : public QObject {
    Q_OBJECT

private slots:
    void theEngineTellsItsVersion();
    void aFileIsPreviewed();
    void aMissingParameterIsSaid();
    void aMissingModelIsSaid();
    void aRecipeIsCheckedWhole();
    void theKeyTableIsToldInBothLanguages();
    void everyMethodIsDocumented();
};

void SessionMethodsTest::theEngineTellsItsVersion()
{
    QCOMPARE(ask("engine.version", Json::object())["version"].get<std::string>(), std::string("1.2.3"));
}

void SessionMethodsTest::aFileIsPreviewed()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath("rows.jsonl").toStdString();
    std::ofstream(file) << R"({"instruction":"a","output":"b"})"
                        << "\n"
                        << R"({"instruction":"c"})"
                        << "\n"
                        << R"({"instruction":"e","output":"f"})"
                        << "\n"
                        << R"({"instruction":"g","output":"h"})"
                        << "\n";
    const Json result = ask("data.preview", { { "file", file }, { "rows", 2 } });
    QCOMPARE(result.value("schema", ""), std::string("alpaca"));
    QCOMPARE(result["rows"].size(), std::size_t(2));
    QCOMPARE(result["rows"][1]["line"].get<int>(), 3);
    QCOMPARE(result["problems"].size(), std::size_t(1));
    QCOMPARE(result["problems"][0]["line"].get<int>(), 2);
}

void SessionMethodsTest::aMissingParameterIsSaid()
{
    const Json error = ask("tokenize", { { "text", "a" } });
    QCOMPARE(error["code"].get<int>(), -32602);
    QVERIFY(error["message"].get<std::string>().find("'model'") != std::string::npos);
}

void SessionMethodsTest::aMissingModelIsSaid()
{
    const Json error = ask("tokenize", { { "text", "a" }, { "model", "/no/such/model" } });
    QCOMPARE(error["code"].get<int>(), -32000);
    QVERIFY(error["message"].get<std::string>().find("/no/such/model") != std::string::npos);
}

void SessionMethodsTest::aRecipeIsCheckedWhole()
{
    const Json result
        = ask("recipe.check", { { "text", "model_name_or_path: /\ndo_train: true\nval_size: 1.5" } });
    QCOMPARE(result["problems"].size(), std::size_t(2));
    QCOMPARE(result["problems"][0]["key"].get<std::string>(), std::string("dataset"));
    QCOMPARE(
        result["hints"][0].get<std::string>(), std::string("recipe.yaml:2: do_train has no effect here."));
}

void SessionMethodsTest::theKeyTableIsToldInBothLanguages()
{
    const Json keys = ask("recipe.keys", Json::object());
    QCOMPARE(keys[0]["name"].get<std::string>(), std::string("model_name_or_path"));
    QVERIFY(!keys[0]["chinese"].get<std::string>().empty());
}

void SessionMethodsTest::everyMethodIsDocumented()
{
    SessionMethods methods;
    addEngineMethods(methods, "1");
    addTextMethods(methods);
    addDataMethods(methods);
    addRecipeMethods(methods);
    const std::string readme = readTextFile(TEMPER_SOURCE_DIR "/core/common/link/README.md");
    for (const auto& [name, method] : methods)
        QVERIFY2(readme.find("| `" + name + "` |") != std::string::npos, name.c_str());
}

QTEST_GUILESS_MAIN(SessionMethodsTest)
#include "session_methods_test.moc"
