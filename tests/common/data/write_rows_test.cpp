// SPDX-License-Identifier: Apache-2.0
// Rows written in every format, and read back as the same rows.
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/data/write_rows.h"
#include "tests/common/data/row_picture.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class WriteRowsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    std::string convert(const std::filesystem::path& from, const std::string& to, RowFormat format) const
    {
        RowWriter writer(path(to), format);
        std::string refused;
        readRows(from, {}, [&](DataRow&& row) {
            if (const std::string reason = writer.write(row); !reason.empty())
                refused += reason + "\n";
        });
        writer.finish();
        return refused;
    }

    std::filesystem::path conversations() const
    {
        const auto file = path("in.jsonl");
        std::ofstream(file) << json(
            "{'instruction':'a, \\n b','output':'c','id':1}\n"
            "{'instruction':'q2','input':'','output':'光','system':'S','history':[['q1','a1']]}\n");
        return file;
    }

private slots:
    void everyFormatKeepsConversations_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("a.jsonl") << static_cast<int>(RowFormat::JsonLines);
        QTest::newRow("b.jsonl") << static_cast<int>(RowFormat::Messages);
        QTest::newRow("c.json") << static_cast<int>(RowFormat::Alpaca);
        QTest::newRow("d.json") << static_cast<int>(RowFormat::ShareGpt);
        QTest::newRow("e.csv") << static_cast<int>(RowFormat::Csv);
    }

    void everyFormatKeepsConversations()
    {
        QFETCH(int, format);
        const auto from = conversations();
        QCOMPARE(convert(from, QTest::currentDataTag(), static_cast<RowFormat>(format)), std::string());
        QCOMPARE(rowsOnly(path(QTest::currentDataTag())), rowsOnly(from));
    }

    void extraColumnsAreWrittenToo()
    {
        convert(conversations(), "x.jsonl", RowFormat::JsonLines);
        QCOMPARE(QString::fromStdString(readTextFile(path("x.jsonl"))).section(u'\n', 0, 0),
            QString::fromStdString(json("{'messages':[{'role':'user','content':'a, \\n "
                                        "b'},{'role':'assistant','content':'c'}],'id':1}")));
    }

    void toolCallsGoThroughShareGptButNotAlpaca()
    {
        const auto from = path("tools.jsonl");
        std::ofstream(from) << json(
            "{'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'','tool_calls':"
            "[{'type':'function','function':{'name':'f','arguments':{'x':1}}}]},{'role':'tool','content':'r'}"
            ","
            "{'role':'assistant','content':'a'}],'tools':[{'type':'function','function':{'name':'f'}}]}\n");
        QCOMPARE(convert(from, "tools.json", RowFormat::ShareGpt), std::string());
        QCOMPARE(rowsOnly(path("tools.json")), rowsOnly(from));
        QCOMPARE(convert(from, "no.json", RowFormat::Alpaca),
            std::string("names tools, which this format cannot hold.\n"));
        QCOMPARE(readTextFile(path("no.json")), std::string("[]\n"));
    }

    void rawTextIsNoConversation()
    {
        std::ofstream(path("t.txt")) << "a\nb\n";
        QCOMPARE(convert(path("t.txt"), "t.json", RowFormat::ShareGpt),
            std::string("is raw text, not a conversation.\nis raw text, not a conversation.\n"));
        convert(path("t.txt"), "t.csv", RowFormat::Csv);
        QCOMPARE(readTextFile(path("t.csv")), std::string("text\r\n\"a\"\r\n\"b\"\r\n"));
    }

    void aByteOrderMarkIsWrittenOnRequest()
    {
        RowWriter writer(path("m.csv"), RowFormat::Csv, ByteOrderMark::Write);
        DataRow row;
        row.kind = RowKind::Prompt;
        row.prompt = "光";
        row.completion = "\"x\"";
        QVERIFY(writer.write(row).empty());
        writer.finish();
        QCOMPARE(readTextFile(path("m.csv")),
            std::string("\xEF\xBB\xBFprompt,completion\r\n\"光\",\"\"\"x\"\"\"\r\n"));
    }

    void withoutFinishThereIsNoFile()
    {
        {
            RowWriter writer(path("none.jsonl"), RowFormat::JsonLines);
            writer.write(DataRow {});
        }
        QVERIFY(!std::filesystem::exists(path("none.jsonl")));
    }
};

QTEST_GUILESS_MAIN(WriteRowsTest)
#include "write_rows_test.moc"
