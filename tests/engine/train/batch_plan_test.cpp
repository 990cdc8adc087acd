// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/batch_plan.h"

#include <QTest>
#include <algorithm>
#include <numeric>

using namespace temper;

namespace {

Recipe recipeOf(std::int64_t rows, std::int64_t accumulation)
{
    Recipe recipe;
    recipe.perDeviceTrainBatchSize = rows;
    recipe.gradientAccumulationSteps = accumulation;
    recipe.disableShuffling = true;
    recipe.numTrainEpochs = 2;
    return recipe;
}

// "0 1 | 2 3 / 4": passes are parted by |, steps by /.
QString picture(const BatchPlan& plan, std::int64_t steps)
{
    QStringList text;
    for (std::int64_t step = 0; step < steps; ++step) {
        QStringList passes;
        for (const MicroBatch& batch : plan.step(step)) {
            QStringList samples;
            for (const std::uint64_t sample : batch)
                samples << QString::number(sample);
            passes << samples.join(' ');
        }
        text << passes.join(" | ");
    }
    return text.join(" / ");
}

std::vector<std::uint64_t> epochOf(const BatchPlan& plan, std::int64_t epoch)
{
    std::vector<std::uint64_t> samples;
    for (std::int64_t step = 0; step < plan.stepsPerEpoch(); ++step)
        for (const MicroBatch& batch : plan.step(epoch * plan.stepsPerEpoch() + step))
            samples.insert(samples.end(), batch.begin(), batch.end());
    return samples;
}

} // namespace

class BatchPlanTest : public QObject {
    Q_OBJECT

private slots:
    void stepsTakePassesOfRows();
    void everySampleComesOnceAnEpoch();
    void epochsDifferAndSeedsDiffer();
    void stepIsTheSameInWhateverOrderItIsAskedFor();
    void shortSamplesFillThePieces();
    void sampleThatFillsAPieceStaysAlone();
    void maxStepsWinOverEpochs();
    void partsOfAnEpochAreRoundedUpToSteps();
};

void BatchPlanTest::stepsTakePassesOfRows()
{
    const BatchPlan plan(std::vector<std::uint64_t>(7, 5), recipeOf(2, 2));
    QCOMPARE(plan.stepsPerEpoch(), std::int64_t { 2 });
    QCOMPARE(plan.totalSteps(), std::int64_t { 4 });
    QCOMPARE(picture(plan, 3), QString("0 1 | 2 3 / 4 5 | 6 / 0 1 | 2 3"));
    QCOMPARE(plan.epochAfter(3), 1.5);
}

void BatchPlanTest::everySampleComesOnceAnEpoch()
{
    Recipe recipe = recipeOf(3, 2);
    recipe.disableShuffling = false;
    for (const bool packing : { false, true }) {
        recipe.packing = packing;
        recipe.cutoffLen = 20;
        const BatchPlan plan({ 3, 9, 20, 1, 7, 7, 12, 5, 5, 5, 18, 2, 2, 4, 11 }, recipe);
        std::vector<std::uint64_t> samples = epochOf(plan, 1);
        std::sort(samples.begin(), samples.end());
        std::vector<std::uint64_t> all(15);
        std::iota(all.begin(), all.end(), 0);
        QCOMPARE(samples, all);
    }
}

void BatchPlanTest::epochsDifferAndSeedsDiffer()
{
    Recipe recipe = recipeOf(4, 1);
    recipe.disableShuffling = false;
    const std::vector<std::uint64_t> lengths(50, 5);
    const BatchPlan plan(lengths, recipe);
    QVERIFY(epochOf(plan, 0) != epochOf(plan, 1));
    recipe.seed = 43;
    QVERIFY(epochOf(plan, 0) != epochOf(BatchPlan(lengths, recipe), 0));
}

void BatchPlanTest::stepIsTheSameInWhateverOrderItIsAskedFor()
{
    Recipe recipe = recipeOf(4, 1);
    recipe.disableShuffling = false;
    const std::vector<std::uint64_t> lengths(50, 5);
    const BatchPlan forwards(lengths, recipe), backwards(lengths, recipe);
    std::vector<std::vector<MicroBatch>> steps;
    for (std::int64_t step = 0; step < 26; ++step)
        steps.push_back(forwards.step(step));
    for (std::int64_t step = 25; step >= 0; --step)
        QCOMPARE(backwards.step(step), steps[static_cast<std::size_t>(step)]);
}

void BatchPlanTest::shortSamplesFillThePieces()
{
    Recipe recipe = recipeOf(1, 1);
    recipe.packing = true;
    recipe.cutoffLen = 10;
    const BatchPlan plan({ 6, 7, 4, 3, 10, 1 }, recipe);
    QCOMPARE(picture(plan, plan.stepsPerEpoch()), QString("0 2 / 1 3 / 4 / 5"));
}

void BatchPlanTest::sampleThatFillsAPieceStaysAlone()
{
    Recipe recipe = recipeOf(2, 1);
    recipe.packing = true;
    recipe.cutoffLen = 10;
    QCOMPARE(picture(BatchPlan({ 10, 10, 10 }, recipe), 2), QString("0 1 / 2"));
}

void BatchPlanTest::maxStepsWinOverEpochs()
{
    Recipe recipe = recipeOf(2, 1);
    recipe.maxSteps = 3;
    QCOMPARE(BatchPlan(std::vector<std::uint64_t>(100, 5), recipe).totalSteps(), std::int64_t { 3 });
}

void BatchPlanTest::partsOfAnEpochAreRoundedUpToSteps()
{
    Recipe recipe = recipeOf(2, 1);
    recipe.numTrainEpochs = 0.3;
    QCOMPARE(BatchPlan(std::vector<std::uint64_t>(20, 5), recipe).totalSteps(), std::int64_t { 3 });
    recipe.numTrainEpochs = 0.01;
    QCOMPARE(BatchPlan(std::vector<std::uint64_t>(20, 5), recipe).totalSteps(), std::int64_t { 1 });
}

QTEST_GUILESS_MAIN(BatchPlanTest)
#include "batch_plan_test.moc"
