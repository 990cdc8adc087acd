// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/prompts.h"

#include "core/common/base/error.h"
#include "core/common/text/tokenizer.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace temper;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

std::filesystem::path written(const QTemporaryDir& folder, const char* name, const std::string& text)
{
    std::ofstream(pathOf(folder, name), std::ios::binary) << text;
    return pathOf(folder, name);
}

// Every letter is a token of its own: a is 0, …, z is 25, a space 26, a colon 27, <bos> 28.
void writeTokenizer(const QTemporaryDir& folder, const std::string& config)
{
    OrderedJson vocabulary;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        vocabulary[std::string(1, letter)] = letter - 'a';
    vocabulary["\xC4\xA0"] = 26;
    vocabulary[":"] = 27;
    OrderedJson json;
    json["version"] = "1.0";
    json["added_tokens"]
        = OrderedJson::array({ { { "id", 28 }, { "content", "<bos>" }, { "single_word", false },
            { "lstrip", false }, { "rstrip", false }, { "normalized", false }, { "special", true } } });
    json["pre_tokenizer"] = { { "type", "ByteLevel" }, { "add_prefix_space", false }, { "use_regex", true } };
    json["decoder"] = { { "type", "ByteLevel" } };
    json["model"] = { { "type", "BPE" }, { "vocab", vocabulary }, { "merges", OrderedJson::array() } };
    written(folder, "tokenizer.json", json.dump());
    written(folder, "tokenizer_config.json", config);
}

PromptLine line(const std::string& json)
{
    return { OrderedJson::parse(json), "test:1" };
}

std::string spelled(const std::vector<std::int32_t>& ids)
{
    std::string text;
    for (const std::int32_t id : ids)
        text += std::to_string(id) + " ";
    return text;
}

std::string failureOf(const std::function<void()>& work)
{
    try {
        work();
        return "no error";
    } catch (const Error& error) {
        return error.what();
    }
}

const char* const kTemplate = R"({"bos_token": "<bos>", "chat_template":
"{{ bos_token }}{% for m in messages %}{{ m.role[0] }}:{{ m.content }} {% endfor %}{% if add_generation_prompt %}a:{% endif %}"})";

} // namespace

class PromptsTest : public QObject {
    Q_OBJECT

private slots:
    void linesKeepOrderAndNumber();
    void wrongLineIsNamed_data();
    void wrongLineIsNamed();
    void idsNeedNoTokenizer();
    void textWithoutTokenizerSaysWhy();
    void plainPromptIsEncodedAsItStands();
    void chatPromptGoesThroughTheTemplate();
    void messagesWithoutTemplateAreRefused();
};

void PromptsTest::linesKeepOrderAndNumber()
{
    const QTemporaryDir folder;
    const auto file
        = written(folder, "p.jsonl", "\xEF\xBB\xBF{\"prompt\": \"a\xC2\x85\"}\r\n\n{\"ids\": [1]}");
    const auto lines = readPromptLines(file);
    QCOMPARE(lines.size(), std::size_t { 2 });
    QCOMPARE(lines[0].given["prompt"].get<std::string>(), std::string("a\xC2\x85"));
    QVERIFY(lines[1].subject.ends_with("p.jsonl:3"));
}

void PromptsTest::wrongLineIsNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QByteArray("\n \n") << QByteArray("holds no prompt");
    QTest::newRow("half a line") << QByteArray("{\"prompt\": \"a\"}\n{\"prompt\"") << QByteArray("p.jsonl:2");
    QTest::newRow("list") << QByteArray("[1]") << QByteArray("p.jsonl:1: is no JSON object");
    QTest::newRow("no key") << QByteArray("{\"text\": \"a\"}") << QByteArray("exactly one of the keys");
    QTest::newRow("two keys") << QByteArray("{\"prompt\": \"a\", \"ids\": []}")
                              << QByteArray("exactly one of the keys");
    QTest::newRow("number") << QByteArray("{\"prompt\": 3}") << QByteArray("prompt must be a text");
}

void PromptsTest::wrongLineIsNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, said);
    const QTemporaryDir folder;
    const auto file = written(folder, "p.jsonl", text.toStdString());
    const std::string failure = failureOf([&] { readPromptLines(file); });
    QVERIFY2(failure.find(said.toStdString()) != std::string::npos, failure.c_str());
}

void PromptsTest::idsNeedNoTokenizer()
{
    const QTemporaryDir folder;
    const PromptEncoder encoder(folder.path().toStdString(), PromptForm::Plain);
    QVERIFY(!encoder.tokenizer());
    QCOMPARE(spelled(encoder.encode(line(R"({"ids": [3, 0, 70000]})"))), std::string("3 0 70000 "));
    const std::string failure = failureOf([&] { encoder.encode(line(R"({"ids": [3, -1]})")); });
    QVERIFY2(failure.find("no token id") != std::string::npos, failure.c_str());
}

void PromptsTest::textWithoutTokenizerSaysWhy()
{
    const QTemporaryDir folder;
    const PromptEncoder encoder(folder.path().toStdString(), PromptForm::Plain);
    const std::string failure = failureOf([&] { encoder.encode(line(R"({"prompt": "a"})")); });
    QVERIFY2(failure.find("tokenizer.json") != std::string::npos, failure.c_str());
}

void PromptsTest::plainPromptIsEncodedAsItStands()
{
    const QTemporaryDir folder;
    writeTokenizer(folder, "{}");
    const PromptEncoder encoder(folder.path().toStdString(), PromptForm::Plain);
    QCOMPARE(spelled(encoder.encode(line(R"({"prompt": "ab c"})"))), std::string("0 1 26 2 "));
}

void PromptsTest::chatPromptGoesThroughTheTemplate()
{
    const QTemporaryDir folder;
    writeTokenizer(folder, kTemplate);
    const PromptEncoder encoder(folder.path().toStdString(), PromptForm::Chat);
    const std::string wanted = "28 20 27 1 26 0 27 "; // <bos> u : b, space, a :
    QCOMPARE(spelled(encoder.encode(line(R"({"prompt": "b"})"))), wanted);
    QCOMPARE(spelled(encoder.encode(line(R"({"messages": [{"role": "user", "content": "b"}]})"))), wanted);
}

void PromptsTest::messagesWithoutTemplateAreRefused()
{
    const QTemporaryDir folder;
    writeTokenizer(folder, "{}");
    const PromptEncoder encoder(folder.path().toStdString(), PromptForm::Plain);
    const std::string failure = failureOf([&] { encoder.encode(line(R"({"messages": []})")); });
    QVERIFY2(failure.find("no chat template") != std::string::npos, failure.c_str());
}

QTEST_GUILESS_MAIN(PromptsTest)
#include "prompts_test.moc"
