// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/project/frozen_data.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

namespace {

FrozenData sample()
{
    return { { { "identity", 91 }, { "文件.jsonl", 3 } },
        { { 0, 17, contentHash("a"), RowSplit::Train }, { 1, 0, contentHash("b"), RowSplit::Evaluation },
            { 0, 17, contentHash("a"), RowSplit::Train } } };
}

} // namespace

class FrozenDataTest : public QObject {
    Q_OBJECT

private slots:
    void rowsReadBackInTheirOrder();
    void theFileIsAPicture();
    void theHashKnowsOrderAndSplit();
    void damageIsFoundAndNamed_data();
    void damageIsFoundAndNamed();

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath("rows.jsonl").toStdString();
};

void FrozenDataTest::rowsReadBackInTheirOrder()
{
    writeFrozenData(m_path, sample());
    const FrozenData back = readFrozenData(m_path);
    QVERIFY(back.rows == sample().rows);
    QCOMPARE(back.sets.at(1).name, sample().sets.at(1).name);
    QCOMPARE(back.sets.at(0).rows, std::uint64_t(91));
    QCOMPARE(frozenDataHash(back), frozenDataHash(sample()));
}

void FrozenDataTest::theFileIsAPicture()
{
    FrozenData data { { { "one", 2 } }, { { 0, 1, {}, RowSplit::Evaluation } } };
    data.rows[0].hash[15] = 0x0A;
    writeFrozenData(m_path, data);
    QCOMPARE(QString::fromStdString(readTextFile(m_path)),
        "{\"temper_rows\":1,\"rows\":1,\"sets\":[{\"name\":\"one\",\"rows\":2}]}\n"
        "[0,1,\"0000000000000000000000000000000a\",\"evaluation\"]\n");
}

void FrozenDataTest::theHashKnowsOrderAndSplit()
{
    FrozenData swapped = sample();
    std::swap(swapped.rows[0], swapped.rows[1]);
    QVERIFY(frozenDataHash(swapped) != frozenDataHash(sample()));
    FrozenData moved = sample();
    moved.rows[0].split = RowSplit::Evaluation;
    QVERIFY(frozenDataHash(moved) != frozenDataHash(sample()));
}

void FrozenDataTest::damageIsFoundAndNamed_data()
{
    const QString head = "{\"temper_rows\":1,\"rows\":1,\"sets\":[{\"name\":\"one\",\"rows\":2}]}\n";
    const QString row = "[0,1,\"0000000000000000000000000000000a\",\"train\"]\n";
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << ""
                           << "rows.jsonl:1: this line is damaged.";
    QTest::newRow("cut") << head << "rows.jsonl:1: this file has 0 of its 1 rows.";
    QTest::newRow("cut in a line") << head + row.left(20) << "rows.jsonl:2: this line is damaged.";
    QTest::newRow("unknown set") << head + QString(row).replace("[0", "[1")
                                 << "rows.jsonl:2: this line is damaged.";
    QTest::newRow("short hash") << head + QString(row).replace("00", "0")
                                << "rows.jsonl:2: this line is damaged.";
    QTest::newRow("no hash") << head + QString(row).replace("0a", "0x")
                             << "rows.jsonl:2: this line is damaged.";
    QTest::newRow("split") << head + QString(row).replace("train", "tran")
                           << "rows.jsonl:2: this line is damaged.";
    QTest::newRow("later version") << QString(head).replace("rows\":1,\"rows", "rows\":9,\"rows")
                                   << "rows.jsonl:1: a later version of Temper wrote this file.";
}

void FrozenDataTest::damageIsFoundAndNamed()
{
    QFETCH(QString, content);
    QFETCH(QString, sentence);
    std::ofstream(m_path, std::ios::binary) << content.toStdString();
    try {
        readFrozenData(m_path);
        QFAIL("no complaint");
    } catch (const Error& error) {
        const QString what = QString::fromUtf8(error.what());
        QVERIFY2(what.contains("/" + sentence), qPrintable(what));
    }
}

QTEST_GUILESS_MAIN(FrozenDataTest)
#include "frozen_data_test.moc"
