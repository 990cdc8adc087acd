// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/project/prompt_batch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;

class PromptBatchTest : public QObject {
    Q_OBJECT

private slots:
    void everyFormOfPromptIsRead_data();
    void everyFormOfPromptIsRead();
    void rowsWithoutAPromptAreListed();
    void fileWithoutAPromptIsRefused();
    void resultsAreSavedAsJsonLinesAndAsATable();

private:
    std::filesystem::path write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName().toStdString();
    }
    QByteArray read(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

void PromptBatchTest::everyFormOfPromptIsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("messages"); // of the last prompt
    QTest::newRow("prompt") << "a.jsonl" << QByteArray(R"({"prompt": "One"})")
                            << R"([{"content":"One","role":"user"}])";
    QTest::newRow("messages with an answer")
        << "b.jsonl"
        << QByteArray(
               R"({"messages":[{"role":"system","content":"S"},{"role":"user","content":"U"},{"role":"assistant","content":"A"}]})")
        << R"([{"content":"S","role":"system"},{"content":"U","role":"user"}])";
    QTest::newRow("ShareGPT")
        << "c.json"
        << QByteArray(R"([{"conversations":[{"from":"human","value":"U"},{"from":"gpt","value":"A"}]}])")
        << R"([{"content":"U","role":"user"}])";
    QTest::newRow("Alpaca") << "d.jsonl"
                            << QByteArray(R"({"instruction": "Add", "input": "1, 2", "output": "3"})")
                            << R"([{"content":"Add\n1, 2","role":"user"}])";
    QTest::newRow("table") << "e.csv" << QByteArray("question,answer\nWhy?,So\n")
                           << R"([{"content":"Why?","role":"user"}])";
    QTest::newRow("table of another name")
        << "f.csv" << QByteArray("Frage\nWarum?\n") << R"([{"content":"Warum?","role":"user"}])";
    QTest::newRow("text") << "g.txt" << QByteArray("One\nTwo\n") << R"([{"content":"Two","role":"user"}])";
}

void PromptBatchTest::everyFormOfPromptIsRead()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const PromptBatch batch = readPromptBatch(write(name, content));
    QVERIFY(batch.problems.empty());
    QTEST(QString::fromStdString(batch.prompts.back().messages.dump()), "messages");
}

void PromptBatchTest::rowsWithoutAPromptAreListed()
{
    const PromptBatch batch
        = readPromptBatch(write("h.jsonl", "{\"prompt\":\"One\"}\n{\"n\":3}\n{\"prompt\":\"  \"}\n"));
    QCOMPARE(batch.prompts.size(), std::size_t { 1 });
    QCOMPARE(batch.problems.size(), std::size_t { 2 });
    QCOMPARE(batch.problems[0].line, std::uint64_t { 2 });
}

void PromptBatchTest::fileWithoutAPromptIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(readPromptBatch(write("i.jsonl", "{\"n\":3}\n")), Error);
}

void PromptBatchTest::resultsAreSavedAsJsonLinesAndAsATable()
{
    BatchResult result;
    result.prompt = readPromptBatch(write("j.txt", "Say \"hi\", twice\n")).prompts.front();
    ConversationAnswer answer;
    answer.text = "hi,\nhi";
    answer.tokens.resize(3);
    result.answers[Side::Left] = answer;
    writeBatchResults(m_folder.filePath("out.csv").toStdString(), BatchFormat::Csv, { result });
    QVERIFY(read("out.csv").endsWith("\r\n\"Say \"\"hi\"\", twice\",\"hi,\nhi\",,3,stop,,\r\n"));
    writeBatchResults(m_folder.filePath("out.jsonl").toStdString(), BatchFormat::JsonLines, { result });
    const Json line = Json::parse(read("out.jsonl").toStdString());
    QCOMPARE(line["left"]["text"].get<std::string>(), answer.text);
    QVERIFY(!line.contains("right"));
}

QTEST_GUILESS_MAIN(PromptBatchTest)
#include "prompt_batch_test.moc"
