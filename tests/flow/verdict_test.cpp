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

    // Reading the held-out rows with the base model may take minutes: nobody waits for it.
    void firstStepDoesNotWaitForTheJudging()
    {
        const Workplace place;
        const QString recipe = place.recipe("recipe.yaml", "max_steps: 2\nval_size: 0.4\n");
        QCOMPARE(place.train(recipe, "run").code, 0);
        bool stepped = false;
        bool judged = false;
        for (const TimedEvent& event : readEvents(place.run("run").eventsFile())) {
            stepped = stepped || std::holds_alternative<StepEvent>(event.event);
            const auto* phase = std::get_if<PhaseEvent>(&event.event);
            const bool evaluates = phase && phase->phase == RunPhase::Evaluating;
            judged = judged || evaluates;
            QVERIFY(!evaluates || stepped);
        }
        QVERIFY(judged);
    }

    // The base is judged when the steps are done: it must be the model from before them.
    void baseIsTheModelBeforeTheFirstStep_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("lora") << QByteArray("lora");
        QTest::newRow("full") << QByteArray("full");
        QTest::newRow("freeze") << QByteArray("freeze");
    }
    void baseIsTheModelBeforeTheFirstStep()
    {
        QFETCH(QByteArray, type);
        const Workplace place;
        const auto baseAfter = [&](const QByteArray& name, const QByteArray& lines) {
            const QString recipe
                = place.recipe(name + ".yaml", "val_size: 0.4\nfinetuning_type: " + type + "\n" + lines);
            place.train(recipe, name);
            return readHeldOutLosses(place.run(name), JudgedModel::Base);
        };
        const auto many = baseAfter("many", "max_steps: 6\n");
        const auto one = baseAfter("one", "max_steps: 1\n");
        QVERIFY(many && one && !many->rows.empty());
        for (std::size_t i = 0; i < many->rows.size(); ++i)
            QCOMPARE(many->rows[i].nll, one->rows[i].nll);
        const auto tuned = readHeldOutLosses(place.run("many"), JudgedModel::Tuned);
        QVERIFY(tuned && tuned->rows[0].nll != many->rows[0].nll);
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
