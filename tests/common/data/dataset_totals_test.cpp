// SPDX-License-Identifier: Apache-2.0
// What training would see of a set in all.
#include "core/common/data/dataset_editor.h"
#include "core/common/data/dataset_totals.h"
#include "core/common/data/import.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class DatasetTotalsTest : public QObject {
    Q_OBJECT

private slots:
    void totalsLeaveOutRowsSetAsideAndCountWhatIsCut()
    {
        const QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        std::ofstream file(folder / "rows.jsonl");
        for (int length = 1; length <= 9000; ++length) { // more than the workers are given at once
            file << "{\"input_ids\":[";
            for (int i = 0; i < 1 + length % 10; ++i)
                file << (i > 0 ? ",7" : "7");
            file << "]}\n";
        }
        file.close();
        importFiles({ folder / "rows.jsonl" }, folder / "set.sqlite", {});
        const std::uint64_t aside[] = { 0, 1 }; // of 2 and 3 tokens
        DatasetEditor(folder / "set.sqlite").setAside(aside);
        const SampleMaker maker(nullptr, nullptr, { .cutoffLength = 8 });
        std::uint64_t seen = 0;
        const DatasetTotals totals = datasetTotals(
            folder / "set.sqlite", maker, 3, [&](const Progress& progress) { seen = progress.total; });
        const SampleReport& report = totals.report;
        QCOMPARE(seen, 8998u);
        QCOMPARE(report.statistics.rows, 8998u);
        QCOMPARE(report.statistics.unusable, 900u); // one token is never predicted
        QCOMPARE(report.statistics.samples, 8098u);
        QCOMPARE(report.statistics.truncated, 1800u);
        QCOMPARE(report.statistics.longest, 8u);
        QCOMPARE(report.statistics.tokens, 900u * (2 + 3 + 4 + 5 + 6 + 7 + 8 + 8 + 8) - 5);
        QCOMPARE(report.cutRows.size(), 1800u);
        QCOMPARE(report.rowLengths.size(), 8998u);
        QCOMPARE(report.rowLengths[0], 4u);
        QCOMPARE(totals.rows.number(0), 2u);
        QCOMPARE(report.problems.listed.front().line, 10u);
        QVERIFY(report.problems.listed.front().file.ends_with("rows.jsonl"));
    }
};

QTEST_GUILESS_MAIN(DatasetTotalsTest)
#include "dataset_totals_test.moc"
