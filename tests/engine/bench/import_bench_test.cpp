// SPDX-License-Identifier: Apache-2.0
// The measured import tells what it did and leaves nothing behind.
#include "core/engine/bench/import_bench.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class ImportBenchTest : public QObject {
    Q_OBJECT

private slots:
    void figuresAreOfTheFileAndTheStoreIsGone()
    {
        const QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        const std::string line = "{\"prompt\":\"a\",\"completion\":\"b\"}\n";
        {
            std::ofstream file(folder / "rows.jsonl");
            for (int i = 0; i < 1000; ++i)
                file << line;
        }
        const OrderedJson figures = runImportBench({ folder / "rows.jsonl", folder, true }, {});
        QCOMPARE(figures["rows"].get<int>(), 1000);
        QCOMPARE(figures["bytes"].get<std::size_t>(), 1000 * line.size());
        QVERIFY(figures["mb_per_s"].get<double>() > 0);
        QVERIFY(figures["peak_rss_mb"].get<double>() > 0);
        QVERIFY(figures["index_seconds"].get<double>() > 0);
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    }
};

QTEST_GUILESS_MAIN(ImportBenchTest)
#include "import_bench_test.moc"
