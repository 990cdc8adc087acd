// SPDX-License-Identifier: Apache-2.0
// What training would see of a set in all, and how long its rows are.
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
        const SampleReport report = datasetTotals(
            folder / "set.sqlite", maker, 3, [&](const Progress& progress) { seen = progress.total; });
        QCOMPARE(seen, 8998u);
        QCOMPARE(report.statistics.rows, 8998u);
        QCOMPARE(report.statistics.unusable, 900u); // one token is never predicted
        QCOMPARE(report.statistics.samples, 8098u);
        QCOMPARE(report.statistics.truncated, 1800u);
        QCOMPARE(report.statistics.longest, 8u);
        QCOMPARE(report.statistics.tokens, 900u * (2 + 3 + 4 + 5 + 6 + 7 + 8 + 8 + 8) - 5);
        QCOMPARE(countLonger(report.wholeLengths, 8), 1800u);
        QCOMPARE(report.problems.listed.front().line, 10u);
        QVERIFY(report.problems.listed.front().file.ends_with("rows.jsonl"));
    }

    void aHistogramHasRoundBinsThatHoldEverySample()
    {
        std::vector<std::uint32_t> lengths;
        for (std::uint32_t length = 1; length <= 430; ++length)
            lengths.push_back(length);
        const auto histogram = lengthHistogram(lengths, 10);
        QCOMPARE(histogram.size(), 9u);
        QCOMPARE(histogram[1].from, 50u);
        QCOMPARE(histogram[0].samples, 49u);
        QCOMPARE(histogram[8].samples, 31u);
        std::uint64_t all = 0;
        for (const LengthBin& bin : histogram)
            all += bin.samples;
        QCOMPARE(all, 430u);
        QVERIFY(lengthHistogram({}, 10).empty());
        QCOMPARE(lengthHistogram(std::vector<std::uint32_t> { 1, 2, 2 }, 10).size(), 3u);
    }
};

QTEST_GUILESS_MAIN(DatasetTotalsTest)
#include "dataset_totals_test.moc"
