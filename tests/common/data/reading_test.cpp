// SPDX-License-Identifier: Apache-2.0
// Files in, printed rows and problems out: formats, schemas, and files that are broken.
#include "core/common/data/reading.h"
#include "tests/common/data/row_picture.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

namespace {

const std::filesystem::path kSamples = TEMPER_SOURCE_DIR "/tests/reference/data";

std::string chat(const std::string& question, const std::string& answer)
{
    return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question
        + "\"},{\"role\":\"assistant\",\"content\":\"" + answer + "\"}]}";
}

ReadOptions withColumns(const std::string& columns)
{
    ReadOptions options;
    options.columns = parseColumnMap(columns);
    return options;
}

} // namespace

class ReadingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const std::string& name, const std::string& content) const
    {
        const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

    void compare(const std::string& actual, const std::string& expected) const
    {
        QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected));
    }

private slots:
    void alpacaJoinsInstructionAndInputByALineBreak()
    {
        compare(picture(file("a.jsonl",
                    json("{'instruction':'Add','input':'1 2','output':'3'}"
                         "\n"
                         "{'instruction':'Hi','input':'','output':'Hello','system':'Be "
                         "kind','history':[['a','b']],'id':7}"
                         "\n"))),
            "jsonl UTF-8 alpaca\n1 " + chat("Add\\n1 2", "3")
                + json("\n"
                       "2 {'messages':[{'role':'system','content':'Be kind'},{'role':'user','content':'a'},"
                       "{'role':'assistant','content':'b'},{'role':'user','content':'Hi'},{'role':'assistant'"
                       ",'content':'Hello'}]} + {'id':7}"
                       "\n"));
    }

    void shareGptRolesBecomeTheUsualOnes()
    {
        compare(
            picture(file("s.json",
                json(
                    "[{'conversations':[{'from':'human','value':'q'},"
                    "{'from':'function_call','value':'{\\'name\\': \\'f\\', \\'arguments\\': {\\'x\\': 1}}'},"
                    "{'from':'observation','value':'r'},{'from':'gpt','value':'a'}],"
                    "'tools':'[{\\'name\\': \\'f\\', \\'parameters\\': {}}]','system':'S'}]"))),
            json("json UTF-8 sharegpt\n"
                 "1 {'messages':[{'role':'system','content':'S'},{'role':'user','content':'q'},"
                 "{'role':'assistant','content':'','tool_calls':[{'type':'function','function':{'name':'f','"
                 "arguments':{'x':1}}}]},"
                 "{'role':'tool','content':'r'},{'role':'assistant','content':'a'}],"
                 "'tools':[{'type':'function','function':{'name':'f','parameters':{}}}]}"
                 "\n"));
    }

    void messagesKeepTheirFurtherKeysAndNullContent()
    {
        compare(picture(file("m.jsonl",
                    json("{'messages':[{'role':'developer','content':'S'},{'role':'user','content':[{'type':'"
                         "text','text':'q'}],'name':'Bo'},"
                         "{'role':'assistant','content':null,'tool_calls':[{'id':'1'}]}]}"))),
            json("jsonl UTF-8 messages\n"
                 "1 {'messages':[{'role':'system','content':'S'},{'role':'user','content':'q','name':'Bo'},"
                 "{'role':'assistant','content':null,'tool_calls':[{'id':'1'}]}]}"
                 "\n"));
    }

    void otherSchemasAreFoundByTheirColumns()
    {
        compare(picture(file("p.jsonl", json("{'prompt':'a','completion':' b'}"))),
            "jsonl UTF-8 prompt-completion\n1 {\"prompt\":\"a\",\"completion\":\" b\"}\n");
        compare(picture(file("q.jsonl", json("{'question':'1+1','answer':2}"))),
            "jsonl UTF-8 question-answer\n1 " + chat("1+1", "2") + "\n");
        compare(picture(file("r.jsonl", json("{'prompt':'a','response':'b'}"))),
            "jsonl UTF-8 question-answer\n1 " + chat("a", "b") + "\n");
        compare(picture(file("t.jsonl", json("{'text':'Once','n':1.5}"))),
            "jsonl UTF-8 text\n1 {\"text\":\"Once\"} + {\"n\":1.5}\n");
        compare(
            picture(file("i.jsonl", "{\"input_ids\":[1,2,3],\"labels\":[-100,2,3]}\n{\"input_ids\":[4]}\n")),
            "jsonl UTF-8 tokens\n1 {\"input_ids\":[1,2,3],\"labels\":[-100,2,3]}\n2 "
            "{\"input_ids\":[4],\"labels\":[4]}\n");
    }

    void preferenceRowsKeepBothAnswers()
    {
        compare(picture(file("d.jsonl", json("{'instruction':'q','chosen':'good','rejected':'bad'}"))),
            json("jsonl UTF-8 alpaca\n"
                 "1 {'messages':[{'role':'user','content':'q'}]} + {'chosen':'good','rejected':'bad'}"
                 "\n"));
    }

    void jsonComesAsLinesArrayRowsObjectOrStream_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("lines") << "\n{\"text\":\"a\"}\r\n\n{\"text\":\"b\"}";
        QTest::newRow("array") << "[{\"text\":\"a\"},\n {\"text\":\"b\"}]";
        QTest::newRow("rows object")
            << "{\"version\":{\"x\":[1]},\"data\":[{\"text\":\"a\"},{\"text\":\"b\"}],\"end\":1}";
        QTest::newRow("stream") << "{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}\n";
    }

    void jsonComesAsLinesArrayRowsObjectOrStream()
    {
        QFETCH(QString, text);
        compare(rowsOnly(file("x.json", text.toStdString())), "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    }

    void csvFollowsRfc4180()
    {
        compare(picture(file("c.csv", "question,answer\r\n\"a \"\"b\"\",\r\nc\",d\r\n5\" disk,\"x\"\r\n")),
            "csv UTF-8 question-answer\n2 " + chat("a \\\"b\\\",\\r\\nc", "d") + "\n4 "
                + chat("5\\\" disk", "x") + "\n");
        compare(picture(file("e.csv", "prompt;answer\na,1;b\nc,2;d\n")),
            "csv UTF-8 question-answer\n2 " + chat("a,1", "b") + "\n3 " + chat("c,2", "d") + "\n");
        compare(picture(file("t.tsv", "prompt\tanswer\na\tb\n")),
            "csv UTF-8 question-answer\n2 " + chat("a", "b") + "\n");
    }

    void csvListsRecordsThatDoNotFitTheHeader()
    {
        compare(picture(file("f.csv", "prompt,answer\na,b,c\nd\ne,f\ng,\"h\ni,j\n")),
            "csv UTF-8 question-answer\n4 " + chat("e", "f") + "\n6 " + chat("i", "j")
                + "\n! 2 [] has 3 fields where the header has 2.\n! 3 [] has 1 fields where the header has "
                  "2.\n"
                  "! 5 [] a quotation mark is opened and never closed.\n");
    }

    void plainTextIsReadByLineParagraphOrFile()
    {
        const auto path = file("w.txt", "one\ntwo\n\n\nthree\n");
        compare(rowsOnly(path), "{\"text\":\"one\"}\n{\"text\":\"two\"}\n{\"text\":\"three\"}\n");
        compare(picture(path, { {}, {}, TextUnit::Paragraph }),
            "text UTF-8 text\n1 {\"text\":\"one\\ntwo\"}\n5 {\"text\":\"three\"}\n");
        compare(picture(path, { {}, {}, TextUnit::File }),
            "text UTF-8 text\n1 {\"text\":\"one\\ntwo\\n\\n\\nthree\"}\n");
    }

    void parquetReadsFlatAndNestedColumns()
    {
        compare(rowsOnly(kSamples / "alpaca.parquet"), rowsOnly(kSamples / "utf8_simplified.jsonl"));
        compare(picture(kSamples / "messages.parquet"),
            "parquet  messages\n1 " + chat("1+1?", "2")
                + json(" + {'score':0.5,'kind':'sum','day':'2022-01-08'}"
                       "\n"
                       "! 2 [messages] holds no answer of the assistant.\n"));
    }

    void unusableRowsAreListedAndTheOthersRead()
    {
        compare(picture(file("b.jsonl",
                    json("{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}]}"
                         "\n"
                         "[1]\n"
                         "{'messages':[}\n"
                         "{'other':1}"
                         "\n"
                         "{'messages':[]}"
                         "\n"
                         "{'messages':[{'role':'pirate','content':'x'}]}"
                         "\n"
                         "{'messages':[{'role':'user','content':'x'}]}"
                         "\n"
                         "{'messages':[{'role':'user'}]}"
                         "\n"
                         "{'messages':[{'role':'user','content':[{'type':'image_url'}]}]}"
                         "\n"
                         "{'messages':[{'role':'user','content':'a'},{'role':'assist"))),
            "jsonl UTF-8 messages\n1 " + chat("a", "b")
                + "\n! 2 [] is a list, an object was expected.\n"
                  "! 3 [] is not valid JSON.\n"
                  "! 4 [messages] is missing.\n"
                  "! 5 [messages] is empty.\n"
                  "! 6 [messages[0]] has the unknown role \"pirate\".\n"
                  "! 7 [messages] holds no answer of the assistant.\n"
                  "! 8 [messages[0]] has no content.\n"
                  "! 9 [messages[0]] holds a part of type image_url; only text can be used.\n"
                  "! 10 [] the JSON is cut off in the middle of this row.\n");
        compare(picture(file("c.jsonl",
                    "{\"instruction\":\"a\",\"output\":\"b\"}\n{\"instruction\":\"a\",\"output\":\" \"}\n"
                    "{\"instruction\":\"\",\"output\":\"b\"}\n{\"instruction\":{},\"output\":\"b\"}\n{"
                    "\"instruction\":\"a\"}\n")),
            "jsonl UTF-8 alpaca\n1 " + chat("a", "b")
                + "\n! 2 [output] is empty.\n! 3 [instruction] is empty.\n"
                  "! 4 [instruction] is an object, a text was expected.\n! 5 [output] is missing.\n");
        compare(picture(file("d.jsonl",
                    "{\"input_ids\":[1]}\n{\"input_ids\":[1.5]}\n{\"input_ids\":[1,2],\"labels\":[1]}\n{"
                    "\"input_ids\":[-3]}\n")),
            "jsonl UTF-8 tokens\n1 {\"input_ids\":[1],\"labels\":[1]}\n! 2 [input_ids] holds something that "
            "is not a token id.\n"
            "! 3 [labels] has 1 entries where input_ids has 2.\n! 4 [input_ids] holds a negative token "
            "id.\n");
    }

    void anArrayCutInTheMiddleKeepsItsWholeRows()
    {
        compare(picture(file("cut.json", "[{\"text\":\"a\"},\n{\"text\":\"b\"},\n{\"text\":\"c")),
            "json UTF-8 text\n1 {\"text\":\"a\"}\n2 {\"text\":\"b\"}\n! 3 [] the JSON is cut off in the "
            "middle of this row.\n");
        compare(picture(file("open.json", "[{\"text\":\"a\"},\n")),
            "json UTF-8 text\n1 {\"text\":\"a\"}\n! 2 [] the file ends before its list of rows is closed.\n");
    }

    void unknownColumnsAskForAMap()
    {
        const auto path = file("k.csv", "frage,lösung\na,b\n");
        compare(refusal(path),
            "its columns are frage, lösung, and what they mean cannot be told from their names. Say which is "
            "which, for "
            "example --columns prompt=COLUMN,answer=COLUMN (or messages=, text=, input_ids=).");
        compare(picture(path, withColumns("prompt=frage,answer=lösung")),
            "csv UTF-8 alpaca\n2 " + chat("a", "b") + "\n");
        compare(picture(path, withColumns("prompt=frage,completion=lösung")),
            "csv UTF-8 prompt-completion\n2 {\"prompt\":\"a\",\"completion\":\"b\"}\n");
        compare(refusal(path, withColumns("prompt=question,answer=lösung")),
            "has no column \"question\" (wanted as prompt); it has frage, lösung. Correct the column map.");
    }

    void aWrongColumnMapIsAUsageError()
    {
        QVERIFY_EXCEPTION_THROWN(parseColumnMap("prompt"), Error);
        try {
            parseColumnMap("prompts=a");
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
            QVERIFY(error.remedy().find("messages, prompt, input, answer") != std::string::npos);
        }
    }

    void filesThatHoldNoTextAreRefusedWithOneSentence()
    {
        using namespace std::string_literals;
        compare(refusal(file("empty.jsonl", "")), "is empty. Give a file with rows in it.");
        compare(
            refusal(file("blank.jsonl", " \n\n")), "holds nothing but blanks. Give a file with rows in it.");
        compare(refusal(file("zip.jsonl", "PK\x03\x04....")), "is compressed. Unpack it first.");
        compare(refusal(file("gzip.json", "\x1F\x8B\x08....")), "is compressed. Unpack it first.");
        std::string noise;
        for (int i = 0; i < 4000; ++i)
            noise.push_back(static_cast<char>((i * 7919 + i * i * 31) % 256));
        compare(refusal(file("noise.jsonl", noise)),
            "is a binary file, not text. Give a JSON, JSONL, CSV, Parquet or text file.");
        compare(refusal(file("noise.parquet", noise)),
            "is not a Parquet file: its first bytes are not PAR1. Check that it was copied completely.");
        compare(refusal("/nowhere/at/all.jsonl"), "does not exist. Check the path.");
        QVERIFY(refusal(file("cut.parquet", "PAR1"s + noise)).starts_with("cannot be read as Parquet: "));
    }

    void aRowOf50MegabytesIsReadAndALongerOneListed()
    {
        const std::string fifty(50u << 20, 'x');
        const std::string tooLong(70u << 20, 'y');
        const auto path = file("long.jsonl",
            "{\"text\":\"a\"}\n{\"text\":\"" + fifty + "\"}\n{\"text\":\"" + tooLong
                + "\"}\n{\"text\":\"b\"}\n");
        std::vector<std::size_t> sizes;
        const ReadReport report
            = readRows(path, {}, [&](DataRow&& row) { sizes.push_back(row.text.size()); });
        QCOMPARE(sizes, (std::vector<std::size_t> { 1, fifty.size(), 1 }));
        QCOMPARE(report.problems.total, 1u);
        QCOMPARE(report.problems.listed[0].line, 3u);
        compare(report.problems.listed[0].reason, "is longer than 64 MiB and was passed over.");
    }

    void aCsvColumnOfJsonIsReadAsMessages()
    {
        compare(rowsOnly(file("j.csv",
                    "messages,n\n\"[{\"\"role\"\":\"\"user\"\",\"\"content\"\":\"\"q\"\"},"
                    "{\"\"role\"\":\"\"assistant\"\",\"\"content\"\":\"\"a\"\"}]\",1\n")),
            chat("q", "a") + "\n");
    }

    void numbersKeepTheirDigits()
    {
        compare(picture(file("n.jsonl",
                    json("{'prompt':'a','answer':123456789012345678901234567890,'id':18446744073709551615}\n"
                         "{'prompt':'b','answer':3.14159265358979323846264338,'score':0.12345678901234568}\n"
                         "{'prompt':'c 12345678901234567890123','answer':1e999,'n':-0.5}\n"))),
            json("jsonl UTF-8 question-answer\n"
                 "1 {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':"
                 "'123456789012345678901234567890'}]} + {'id':18446744073709551615}\n"
                 "2 {'messages':[{'role':'user','content':'b'},{'role':'assistant','content':"
                 "'3.14159265358979323846264338'}]} + {'score':0.12345678901234568}\n"
                 "3 {'messages':[{'role':'user','content':'c 12345678901234567890123'},"
                 "{'role':'assistant','content':'1e999'}]} + {'n':-0.5}\n"));
    }

    void ofANameThatOccursTwiceTheLastCounts()
    {
        compare(rowsOnly(file("twice.jsonl", json("{'text':'a','text':'b'}\n"))), json("{'text':'b'}\n"));
        compare(rowsOnly(file("twice2.jsonl",
                    json("{'messages':[{'role':'user','role':'user','content':'x','content':'q'},"
                         "{'role':'assistant','content':'r'}]}\n"))),
            json("{'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'r'}]}\n"));
    }

    void rowsOfOtherSchemasInAFileAreListed()
    {
        compare(
            picture(file("mixed.jsonl",
                json("{'instruction':'a','output':'b'}\n{'text':'c'}\n{'instruction':'d','output':'e'}\n"))),
            json("jsonl UTF-8 alpaca\n"
                 "1 {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}]}\n"
                 "3 {'messages':[{'role':'user','content':'d'},{'role':'assistant','content':'e'}]}\n"
                 "! 2 [instruction] is missing.\n"));
    }

    void loneSurrogatesCostTheirRowAndNulIsText()
    {
        compare(picture(file("s.jsonl", "{\"text\":\"\\ud83d\"}\n{\"text\":\"\\ud83d\\ude00 a\\u0000b\"}\n")),
            "jsonl UTF-8 text\n2 {\"text\":\"😀 a\\u0000b\"}\n"
            "! 1 [] a text holds an escape that is no character (half of a surrogate pair, as \\ud800).\n");
    }

    void turnsMayBeCalledAsTagsSay()
    {
        ReadOptions options;
        options.columns = { { "messages", "dialog" } };
        options.tags = { "who", "says", { { "student", "user" }, { "teacher", "assistant" } } };
        compare(picture(file("tags.jsonl",
                            json("{'dialog':[{'who':'student','says':'q'},{'who':'teacher','says':'a'}]}\n")),
                    options),
            json("jsonl UTF-8 messages\n"
                 "1 {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}]}\n"));
    }

    void aStoredRowComesBackAsItWas()
    {
        DataRow row;
        row.messages = { { "user", "q\n\x01\"", nullptr },
            { "assistant", "", { { "content", nullptr }, { "x", 1 } } } };
        row.tools = OrderedJson::parse(json("[{'type':'function','function':{'name':'f'}}]"));
        row.extra = { { "id", 3 } };
        const std::string content = contentJson(row);
        const DataRow back = rowFromContent(content, toLine(row.extra), "test");
        compare(contentJson(back), content);
        compare(toLine(back.extra), toLine(row.extra));
        QVERIFY(contentHash(content) != contentHash(content + " "));
    }
};

QTEST_GUILESS_MAIN(ReadingTest)
#include "reading_test.moc"
