// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/verdict.h"
#include "tests/flow/engine_run.h"

#include <QtTest>

using namespace temper;
using namespace temper::flow;

class VerdictFlowTest : public QObject {
    Q_OBJECT
private slots:
    // The evaluation's loss is the same mean over the same rows.
    void finishedRunHasTheLossesOfItsHeldOutRows()
    {
        const Workplace place;
        const QString recipe
            = place.recipe("recipe.yaml", "max_steps: 4\nval_size: 0.4\neval_strategy: epoch\n");
        QCOMPARE(place.train(recipe, "run").code, 0);
        const RunFolder run = place.run("run");
        const auto verdict = readVerdict(run);
        QVERIFY(verdict.has_value());
        const EvalEvent last = eventsOf<EvalEvent>(run).back();
        QCOMPARE(static_cast<std::int64_t>(verdict->tokens), last.supervisedTokens);
        QVERIFY(std::abs(verdict->tuned - last.loss) < 1e-5 * last.loss);
        QVERIFY(verdict->base != verdict->tuned);
        QCOMPARE(readHeldOutLosses(run, JudgedModel::Base)->step, 0);
        QCOMPARE(readHeldOutLosses(run, JudgedModel::Tuned)->step, 4);
    }

    void runWithoutHeldOutRowsHasNone()
    {
        const Workplace place;
        QCOMPARE(place.train(place.recipe("recipe.yaml", "max_steps: 2\n"), "run").code, 0);
        QVERIFY(!readVerdict(place.run("run")));
    }

    // Judging draws no random number: the losses of the steps stay what they were.
    void judgingDoesNotChangeTheSteps()
    {
        const Workplace place;
        const QString recipe = place.recipe("recipe.yaml", "max_steps: 4\nval_size: 0.4\n");
        QCOMPARE(place.train(recipe, "one").code, 0);
        QCOMPARE(place.train(recipe, "two").code, 0);
        QVERIFY(losses(place.run("one")) == losses(place.run("two")));
    }
};

QTEST_GUILESS_MAIN(VerdictFlowTest)
#include "verdict_test.moc"
