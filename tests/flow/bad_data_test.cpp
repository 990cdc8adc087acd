// SPDX-License-Identifier: Apache-2.0
// Data files as they should not be, given to every command that reads one: one sentence, nothing left behind,
// and no good row lost.
#include "core/common/base/json.h"
#include "tests/flow/bad_input.h"

#include <QDir>
#include <QTest>

using namespace temper;
using namespace temper::flow;

namespace {

using Prepare = std::function<QStringList(const Workplace&)>;

const QByteArray kGood = "{\"instruction\":\"q\",\"output\":\"a\"}\n";

QStringList importing(const Workplace& place, const QString& name)
{
    return { "data", "import", place.path(name), "--out", place.path("set.sqlite") };
}

Prepare import(const QString& name, const QByteArray& content)
{
    return [=](const Workplace& place) {
        writeFile(place.path(name), content);
        return importing(place, name);
    };
}

Prepare importFolder(const Workplace& place)
{
    QDir().mkpath(place.path("folder.jsonl"));
    return [](const Workplace& there) { return importing(there, "folder.jsonl"); };
}

// The file as the data of a recipe, which is asked about without training.
Prepare asked(const QStringList& command, const QString& name, const QByteArray& content)
{
    return [=](const Workplace& place) {
        writeFile(place.path(name), content);
        const QString recipe = place.recipe("recipe.yaml", kRecipe);
        QStringList arguments = command;
        arguments.insert(1, recipe);
        return arguments + QStringList { "--set", "dataset=" + place.path(name) };
    };
}

Prepare dryRun(const QString& name, const QByteArray& content)
{
    return asked({ "train", "--dry-run" }, name, content);
}

Prepare estimate(const QString& name, const QByteArray& content)
{
    return asked({ "estimate" }, name, content);
}

Prepare perplexity(const QString& name, const QByteArray& content)
{
    return [=](const Workplace& place) {
        writeFile(place.path(name), content);
        return QStringList { "perplexity", "--model", place.path("model"), "--data", place.path(name) };
    };
}

Prepare filter(const QString& command, const QByteArray& content)
{
    return [=](const Workplace& place) {
        writeFile(place.path("in.jsonl"), content);
        writeFile(place.path("tokenizer.json"),
            R"({"version":"1.0","added_tokens":[],"normalizer":null,"pre_tokenizer":null,"post_processor":null,)"
            R"("decoder":null,"model":{"type":"BPE","vocab":{"a":0},"merges":[]}})");
        return QStringList { command, "--model", place.path("tokenizer.json"), "--in", place.path("in.jsonl"),
            "--out", place.path("out.jsonl") };
    };
}

Prepare rendering(const QByteArray& content)
{
    return [=](const Workplace& place) {
        return filter("render", content)(place) + QStringList { "--template", "chatml" };
    };
}

QByteArray wide(int columns)
{
    QByteArray line = "prompt,completion";
    for (int i = 0; i < columns; ++i)
        line += ",c" + QByteArray::number(i);
    return line + "\n";
}

const QByteArray kNoise = QByteArray("\x8f\x03\xfe\x11\x02\xc0\x07\x90", 8).repeated(500);

const std::vector<BadInput> kBadData {
    { "import: empty", import("x.jsonl", ""), 1, "x.jsonl|is empty" },
    { "import: blanks", import("x.jsonl", "\n \n"), 1, "x.jsonl|blanks" },
    { "import: only a byte order mark", import("x.csv", "\xEF\xBB\xBF"), 1, "x.csv|blanks" },
    { "import: binary", import("x.jsonl", kNoise), 1, "x.jsonl|binary" },
    { "import: zero bytes", import("x.jsonl", QByteArray(5000, '\0')), 1, "x.jsonl|zero bytes" },
    { "import: text with a zero byte", import("x.txt", QByteArray("abc\0def\nxyz\n", 12)), 1,
        "x.txt|zero bytes" },
    { "import: columns with a zero byte", import("x.csv", QByteArray("prompt,completion\nq\0x,a\0\n", 25)), 1,
        "x.csv|zero bytes" },
    { "import: compressed", import("x.jsonl", QByteArray("\x1f\x8b\x08\0more", 8)), 1, "x.jsonl|compressed" },
    { "import: half a row", import("x.jsonl", "{\"instruction\":\"q\",\"out"), 1, "x.jsonl:1|cut off" },
    { "import: a number", import("x.json", "3"), 1, "x.json|a number" },
    { "import: a list of numbers", import("x.json", "[1,2]"), 1, "x.json:1|is a list" },
    { "import: brackets without end", import("x.json", QByteArray(100000, '[')), 1, "x.json" },
    { "import: columns without meaning", import("x.csv", "colour,size\nred,3\n"), 1,
        "x.csv|colour, size|--columns" },
    { "import: a header alone", import("x.csv", "prompt,completion\n"), 1, "x.csv|no row" },
    { "import: a quotation mark without end", import("x.csv", "prompt,completion\nq,\"a\n"), 1,
        "x.csv:2|quotation mark" },
    { "import: more columns than are read", import("x.csv", wide(100000) + "q,a\n"), 1,
        "x.csv:1|100002 fields|4096" },
    { "import: text as parquet", import("x.parquet", "text\n"), 1, "x.parquet|PAR1" },
    { "import: cut parquet", import("x.parquet", "PAR1" + QByteArray(100, 'x')), 1, "x.parquet|Parquet" },
    { "import: text as a store", import("x.sqlite", "text\n"), 1, "x.sqlite|no data set store" },
    { "import: a damaged store", import("x.sqlite", QByteArray("SQLite format 3\0", 16) + kNoise), 1,
        "x.sqlite|SQLite" },
    { "import: a folder", [](const Workplace& place) { return importFolder(place)(place); }, 1,
        "folder.jsonl|is a folder" },
    { "import: nothing there", [](const Workplace& place) { return importing(place, "nosuch.csv"); }, 1,
        "nosuch.csv|not exist" },
    { "import: unknown encoding",
        [](const Workplace& place) {
            return import("x.jsonl", kGood)(place) + QStringList { "--encoding", "nosuch" };
        },
        2, "nosuch" },

    { "dry run: empty", dryRun("x.jsonl", ""), 1, "x.jsonl|is empty" },
    { "dry run: half a row", dryRun("x.jsonl", "{\"input_ids\":[1,"), 1, "x.jsonl|cut off" },
    { "dry run: text as a store", dryRun("x.sqlite", "text\n"), 1, "x.sqlite|no data set store" },
    { "dry run: a damaged store", dryRun("x.sqlite", QByteArray("SQLite format 3\0", 16) + kNoise), 1,
        "x.sqlite|damaged" },
    { "dry run: ids beyond the vocabulary", dryRun("x.jsonl", "{\"input_ids\":[1,2,99999999]}\n"), 1,
        "99999999|vocabulary" },
    { "estimate: binary", estimate("x.jsonl", kNoise), 1, "x.jsonl|binary" },
    { "estimate: columns without meaning", estimate("x.csv", "colour,size\nred,3\n"), 1, "x.csv|colour" },
    { "perplexity: empty", perplexity("x.jsonl", ""), 1, "x.jsonl|is empty" },
    { "perplexity: text as parquet", perplexity("x.parquet", "text\n"), 1, "x.parquet|PAR1" },
    { "perplexity: zero bytes", perplexity("x.txt", QByteArray("abc\0def\n", 8)), 1, "x.txt|zero bytes" },
    { "info: a data file",
        [](const Workplace& place) {
            return QStringList { "info", place.path("rows.jsonl") };
        },
        1, "rows.jsonl|neither a model folder nor a GGUF file" },
    { "tokenize: binary", filter("tokenize", kNoise), 1, "in.jsonl:1|JSON" },
    { "tokenize: a row without text", filter("tokenize", kGood), 1, "in.jsonl:1|\"text\"" },
    { "tokenize: a folder",
        [](const Workplace& place) {
            QStringList arguments = filter("tokenize", kGood)(place);
            return arguments.replace(4, place.path("model")), arguments;
        },
        1, "model|is a folder" },
    { "tokenize: onto itself",
        [](const Workplace& place) {
            QStringList arguments = filter("tokenize", kGood)(place);
            return arguments.replace(6, place.path("in.jsonl")), arguments;
        },
        2, "--out" },
    { "render: binary", rendering(kNoise), 1, "in.jsonl:1|JSON" },
    { "render: a row without messages", rendering(kGood), 1, "in.jsonl:1|messages" },
};

struct MixedRows {
    const char* name;
    QByteArray content;
    int rows; // that can be used
    int problems;
    const char* reason; // of the first problem
};

const std::vector<MixedRows> kMixedRows {
    { "half a row at the end", kGood + kGood + "{\"instruction\":\"q\",\"out", 2, 1, "cut off" },
    { "a lone surrogate", "{\"instruction\":\"\\ud800\",\"output\":\"a\"}\n" + kGood, 1, 1, "surrogate" },
    { "huge nesting",
        "{\"instruction\":\"q\",\"output\":" + QByteArray(50000, '[') + QByteArray(50000, ']') + "}\n"
            + kGood,
        1, 1, "nests deeper" },
    { "NaN", "{\"instruction\":\"q\",\"output\":\"a\",\"score\":NaN}\n" + kGood, 1, 1, "NaN" },
    { "bytes that are no UTF-8",
        QByteArray("{\"instruction\":\"中国\",\"output\":\"é\"}\n").repeated(20)
            + "{\"instruction\":\"caf\xe9\",\"output\":\"a\"}\n",
        20, 1, "not valid UTF-8" },
    { "a missing column", kGood + "{\"instruction\":\"q\"}\n", 1, 1, "is missing" },
    { "a row of too many fields",
        kGood + "{\"instruction\":\"q\",\"output\":\"a\"" + QByteArray(",\"c\":1").repeated(5000) + "}\n", 1,
        1, "5002 fields" },
};

} // namespace

class BadDataTest : public QObject {
    Q_OBJECT

private slots:
    void badDataEndsInOneSentence_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kBadData.size(); ++i)
            QTest::newRow(kBadData[i].name) << static_cast<int>(i);
    }
    void badDataEndsInOneSentence()
    {
        QFETCH(int, index);
        expectOneSentence(kBadData[static_cast<std::size_t>(index)]);
    }

    void goodRowsAmongBadOnesAreImported_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kMixedRows.size(); ++i)
            QTest::newRow(kMixedRows[i].name) << static_cast<int>(i);
    }
    void goodRowsAmongBadOnesAreImported()
    {
        QFETCH(int, index);
        const MixedRows& mixed = kMixedRows[static_cast<std::size_t>(index)];
        const Workplace place;
        const Answer answer = runEngine(import("x.jsonl", mixed.content)(place) + QStringList { "--json" });
        QCOMPARE(answer.code, 0);
        const Json report = Json::parse(answer.out.toStdString());
        QCOMPARE(report["rows"].get<int>(), mixed.rows);
        QCOMPARE(report["problems"].get<int>(), mixed.problems);
        const Json& problem = report["files"][0]["problems"][0];
        QVERIFY2(QString::fromStdString(problem["reason"].get<std::string>()).contains(mixed.reason),
            problem.dump().c_str());
        QVERIFY(problem["line"].get<int>() > 0);
    }

    void failedImportLeavesNothing()
    {
        const Workplace place;
        const QStringList before = QDir(place.path(".")).entryList(QDir::Files);
        QCOMPARE(runEngine(importing(place, "nosuch.csv")).code, 1);
        QCOMPARE(QDir(place.path(".")).entryList(QDir::Files), before);
    }

    void failedImportKeepsTheStoreThatWasThere()
    {
        const Workplace place;
        QCOMPARE(runEngine(import("good.jsonl", kGood)(place)).code, 0);
        QCOMPARE(runEngine(import("bad.jsonl", "{")(place) + QStringList { "--replace" }).code, 1);
        const Answer shown = runEngine({ "data", "show", place.path("set.sqlite") });
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.out.contains("1 rows"), qPrintable(shown.out));
    }

    void spreadsheetsGetTheirByteOrderMark()
    {
        const Workplace place;
        const QByteArray row = "{\"instruction\":\"中国的首都\",\"output\":\"北京\"}\n";
        writeFile(place.path("x.jsonl"), row);
        const QStringList convert { "data", "convert", place.path("x.jsonl"), "--to", "csv", "--out",
            place.path("x.csv"), "--bom" };
        QCOMPARE(runEngine(convert).code, 0);
        const QByteArray csv = readFile(place.path("x.csv"));
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        QVERIFY(csv.contains("北京"));
        const Answer again = runEngine(importing(place, "x.csv"));
        QVERIFY2(again.code == 0 && again.out.contains("1 rows"), qPrintable(again.out + again.error));
    }
};

QTEST_GUILESS_MAIN(BadDataTest)
#include "bad_data_test.moc"
