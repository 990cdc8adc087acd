// SPDX-License-Identifier: Apache-2.0
// Import into a store, reading it back, stop and leftovers, versions, and search with and without the index.
#include "core/common/data/dataset.h"
#include "core/common/data/import.h"
#include "core/common/data/words.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <stop_token>

using namespace temper;

class StoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    std::filesystem::path file(const std::string& name, const std::string& content) const
    {
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }

    // `rows` rows with words that repeat in a pattern, in two languages, and every 50th unusable.
    static std::string manyRows(int rows)
    {
        std::string text;
        for (int i = 0; i < rows; ++i) {
            const std::string n = std::to_string(i);
            if (i % 50 == 49)
                text += "{\"instruction\":\"broken " + n + "\"}\n";
            else
                text += "{\"instruction\":\"Question " + n + (i % 3 == 0 ? " about fine tuning" : " on cafés")
                    + "\",\"output\":\"" + (i % 7 == 0 ? "人工智能的机器学习" : "机器人学会了") + n
                    + "\",\"id\":" + n + "}\n";
        }
        return text;
    }

    void refuses(const std::filesystem::path& store, const std::string& sentence) const
    {
        try {
            const Dataset dataset(store);
            QFAIL("opened");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.sentence()), QString::fromStdString(sentence));
        }
    }

    int filesBeginningWith(const std::string& name) const
    {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(path(".")))
            count += entry.path().filename().string().starts_with(name) ? 1 : 0;
        return count;
    }

private slots:
    void importedRowsComeBackInOrder()
    {
        const auto first = file("one.jsonl", manyRows(1000));
        const auto second = file("two.csv", "prompt,answer\na,b\nc\n");
        const ImportReport report = importFiles({ first, second }, path("set.sqlite"), {});
        QCOMPARE(report.rows, 981u);
        QCOMPARE(report.problems, 21u);
        const Dataset dataset(path("set.sqlite"));
        QCOMPARE(dataset.rowCount(), 981u);
        QCOMPARE(dataset.name(), std::string("set"));
        QCOMPARE(dataset.files()[1].schema, std::string("question-answer"));
        const DataRow row = dataset.row(49);
        QCOMPARE(row.source.line, 51u);
        QCOMPARE(row.messages[0].content, std::string("Question 50 on cafés"));
        QCOMPARE(row.extra["id"].get<int>(), 50);
        QCOMPARE(dataset.row(980).source.file, 1u);
        QCOMPARE(dataset.hashes(49, 1).at(0), contentHash(contentJson(row)));
        QCOMPARE(dataset.problemCount(), 21u);
        QCOMPARE(dataset.problems(0, 1)[0].line, 50u);
        QCOMPARE(dataset.problems(20, 5)[0].reason, std::string("has 1 fields where the header has 2."));
        QVERIFY_EXCEPTION_THROWN(dataset.row(981), Error);
    }

    void aStoreIsReadLikeAFile()
    {
        importFiles({ file("r.jsonl", manyRows(10)) }, path("r.sqlite"), {});
        std::vector<std::string> fromFile;
        std::vector<std::string> fromStore;
        readRows(path("r.jsonl"), {}, [&](DataRow&& row) { fromFile.push_back(contentJson(row)); });
        const auto report
            = readRows(path("r.sqlite"), {}, [&](DataRow&& row) { fromStore.push_back(contentJson(row)); });
        QCOMPARE(fromStore, fromFile);
        QCOMPARE(report.format, std::string("store"));
    }

    void aStoppedImportLeavesNothingAndCanBeRepeated()
    {
        const auto input = file("stop.jsonl", manyRows(60000));
        std::stop_source stop;
        const auto stopAtOnce = [&](const Progress&) { stop.request_stop(); };
        QVERIFY_EXCEPTION_THROWN(
            importFiles({ input }, path("stop.sqlite"), {}, stopAtOnce, stop.get_token()), Error);
        QCOMPARE(filesBeginningWith("stop.sqlite"), 0);
        QCOMPARE(importFiles({ input }, path("stop.sqlite"), {}).rows, 58800u);
        QCOMPARE(filesBeginningWith("stop.sqlite"), 1);
    }

    void leftoversOfAKilledImportGoWithTheNext()
    {
        file("k.sqlite.importing-999999999", "half");
        importFiles({ file("k.jsonl", manyRows(3)) }, path("k.sqlite"), {});
        QCOMPARE(filesBeginningWith("k.sqlite"), 1);
    }

    void anExistingStoreIsReplacedOnlyWhenAsked()
    {
        importFiles({ file("x.jsonl", manyRows(3)) }, path("x.sqlite"), {});
        QVERIFY_EXCEPTION_THROWN(importFiles({ path("x.jsonl") }, path("x.sqlite"), {}), Error);
        ImportOptions options;
        options.existing = ExistingStore::Replace;
        file("x.jsonl", manyRows(5));
        importFiles({ path("x.jsonl") }, path("x.sqlite"), options);
        QCOMPARE(Dataset(path("x.sqlite")).rowCount(), 5u);
    }

    void aFileWithoutUsableRowsIsRefusedWithItsFirstProblem()
    {
        try {
            importFiles(
                { file("bad.jsonl", "{\"instruction\":\"a\",\"output\":\"\"}\n") }, path("bad.sqlite"), {});
            QFAIL("imported");
        } catch (const Error& error) {
            QCOMPARE(
                error.sentence(), std::string("holds no usable row; the first problem: output is empty."));
            QVERIFY(error.subject().ends_with("bad.jsonl:1"));
        }
        QCOMPARE(filesBeginningWith("bad.sqlite"), 0);
    }

    void newerForeignAndDamagedStoresAreRefused()
    {
        importFiles({ file("v.jsonl", manyRows(3)) }, path("v.sqlite"), {});
        SQLite::Database(path("v.sqlite").string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
        refuses(path("v.sqlite"),
            "was written by a newer version of Temper (store version 99, this program reads up to 2).");
        SQLite::Database(path("f.sqlite").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE t(x)");
        refuses(path("f.sqlite"), "is a database, but no data set of Temper's.");
        refuses(file("d.sqlite", std::string("SQLite format 3") + std::string(5000, 'x')),
            "is damaged or no data set.");
        refuses(path("none.sqlite"), "does not exist.");
    }

    void wordsFoldCaseWidthAndMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("ascii") << "Fine-Tuning, v2!"
                               << "fine tuning v2";
        QTest::newRow("marks") << "Café ÉTÉ naïve Ελλάδα Ёлка"
                               << "cafe ete naive ελλαδα елка";
        QTest::newRow("combining") << QString::fromUtf8("cafe\xCC\x81") << "cafe";
        QTest::newRow("han") << "我爱AI模型"
                             << "我 爱 ai 模 型";
        QTest::newRow("kana keep their marks") << "ガソリン"
                                               << "ガ ソ リ ン";
        QTest::newRow("full width") << "ＡＢＣ１"
                                    << "abc1";
        QTest::newRow("hangul") << "한국어 모델"
                                << "한국어 모델";
    }

    void wordsFoldCaseWidthAndMarks()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(QString::fromStdString(wordsOf(text.toStdString())), words);
    }

    void theIndexFindsWhatAPlainScanFinds()
    {
        importFiles({ file("s.jsonl", manyRows(9000)) }, path("s.sqlite"), {});
        const std::vector<std::string> queries = { "fine tuning", "FINE", "tun", "tun*", "cafes", "机器",
            "机器学习", "器人", "智能", "1234", "question 12*", "学", "xyz" };
        std::vector<SearchResult> scanned;
        const Dataset reader(path("s.sqlite"));
        for (const std::string& query : queries)
            scanned.push_back(reader.search(query, 100000));
        QVERIFY(!scanned[0].fromIndex);
        QCOMPARE(scanned[0].total, 2940u);
        QCOMPARE(scanned[2].total, 0u);
        QCOMPARE(scanned[3].total, 2940u);

        Dataset writer(path("s.sqlite"), StoreAccess::ReadWrite);
        std::stop_source stop;
        writer.buildIndex([&](const Progress&) { stop.request_stop(); }, stop.get_token());
        QVERIFY(!writer.isIndexed());
        QVERIFY(!reader.search("机器").fromIndex);
        Dataset(path("s.sqlite"), StoreAccess::ReadWrite).buildIndex();
        QVERIFY(reader.isIndexed());
        for (std::size_t i = 0; i < queries.size(); ++i) {
            const SearchResult found = reader.search(queries[i], 100000);
            QVERIFY(found.fromIndex);
            QCOMPARE(found.rows, scanned[i].rows);
            QCOMPARE(found.total, scanned[i].total);
        }
        QCOMPARE(reader.search("机器", 5).rows.size(), 5u);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
