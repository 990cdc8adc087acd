// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/disk_estimate.h"

#include "core/common/base/error.h"

#include <QTemporaryDir>
#include <QTest>

using namespace temper;

class DiskEstimateTest : public QObject {
    Q_OBJECT

private slots:
    void checkpointsAreCounted_data();
    void checkpointsAreCounted();
    void checkpointHoldsWeightsAndMoments();
    void runThatDoesNotFitIsRefused();
};

void DiskEstimateTest::checkpointsAreCounted_data()
{
    QTest::addColumn<int>("saveSteps");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("evaluates");
    QTest::addColumn<bool>("wantsBest");
    QTest::addColumn<int>("count");
    QTest::newRow("all of them and the last") << 30 << 0 << false << false << 4;
    QTest::newRow("the last falls on the interval") << 25 << 0 << false << false << 4;
    QTest::newRow("beyond the end") << 1000 << 0 << false << false << 1;
    QTest::newRow("kept ones and the one in work") << 10 << 2 << false << false << 3;
    QTest::newRow("the best beside them") << 10 << 2 << true << false << 4;
    QTest::newRow("best ones between") << 1000 << 0 << true << true << 5;
    QTest::newRow("more wanted than there are") << 60 << 9 << false << false << 2;
}

void DiskEstimateTest::checkpointsAreCounted()
{
    QFETCH(int, saveSteps);
    QFETCH(int, limit);
    QFETCH(bool, evaluates);
    QFETCH(bool, wantsBest);
    QFETCH(int, count);
    Recipe recipe;
    recipe.saveSteps = saveSteps;
    recipe.saveTotalLimit = limit;
    recipe.valSize = evaluates ? 0.1 : 0.0;
    recipe.evalSteps = 20;
    recipe.loadBestModelAtEnd = wantsBest;
    QCOMPARE(checkpointsAtOnce(recipe, 100, 10), std::int64_t { count });
}

void DiskEstimateTest::checkpointHoldsWeightsAndMoments()
{
    Recipe recipe;
    recipe.saveSteps = 1000;
    DiskDemand demand;
    demand.trainedNumbers = 1'000'000;
    demand.resultBytes = 4'000'000;
    demand.dataBytes = 5000;
    demand.steps = 10;
    demand.stepsPerEpoch = 10;
    QCOMPARE(estimateDisk(recipe, demand).checkpoints, std::int64_t { 12'000'000 });
    QVERIFY(estimateDisk(recipe, demand).total() > 16'005'000);
    recipe.optim = OptimizerType::Sgd;
    QCOMPARE(estimateDisk(recipe, demand).checkpoints, std::int64_t { 4'000'000 });
}

void DiskEstimateTest::runThatDoesNotFitIsRefused()
{
    const QTemporaryDir folder;
    DiskEstimate estimate;
    estimate.checkpoints = 1000;
    requireDisk(estimate, folder.path().toStdString());
    estimate.checkpoints = std::int64_t { 1 } << 60;
    QString refusal;
    try {
        requireDisk(estimate, folder.path().toStdString());
    } catch (const Error& error) {
        refusal = error.what();
    }
    QVERIFY2(refusal.contains("save_total_limit"), qPrintable(refusal));
}

QTEST_GUILESS_MAIN(DiskEstimateTest)
#include "disk_estimate_test.moc"
