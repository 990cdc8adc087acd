// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_list_model.h"
#include "ui/runs/run_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace temper;

namespace {

RunEntry entry(const char* id, RunState state, std::int64_t step = 0)
{
    RunSummary summary { .run = RunFolder(std::filesystem::path("/p/runs") / id),
        .state = state,
        .info = {},
        .loss = {},
        .problem = {} };
    summary.info.name = id;
    summary.step = step;
    summary.totalSteps = 600;
    return { .summary = summary, .method = RunMethod { FinetuningType::Lora, 16 } };
}

QStringList lines(const RunListModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        found.append(index.data(RunListModel::SectionRole).isValid()
                ? index.data().toString()
                : index.data(Qt::AccessibleTextRole).toString() + QStringLiteral(" | ")
                    + index.data(Qt::AccessibleDescriptionRole).toString());
    }
    return found;
}

} // namespace

class RunListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsTellNameMethodStateStepAndLoss()
    {
        RunListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunEntry live = entry("persona", RunState::Running, 1432);
        live.summary.loss = 1.174;
        RunEntry failed = entry("mix", RunState::Failed, 3);
        failed.summary.problem = "needs 11 GB, 7.9 GB are free.";
        RunEntry unread = entry("odd", RunState::Queued);
        unread.method.reset();
        unread.summary.totalSteps = 0;
        model.setEntries({ live, failed, unread });
        QCOMPARE(lines(model),
            (QStringList { QStringLiteral("Queue"),
                QStringLiteral("persona · LoRA r16 | running · step 1,432 of 600 · loss 1.174"),
                QStringLiteral("History"),
                QStringLiteral("mix · LoRA r16 | failed · needs 11 GB, 7.9 GB are free."),
                QStringLiteral("odd | not started") }));
    }

    void newFiguresOfTheSameRunsDoNotReset()
    {
        RunListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({ entry("a", RunState::Running, 1), entry("b", RunState::Done, 600) });
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setEntries({ entry("a", RunState::Running, 2), entry("b", RunState::Done, 600) });
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        model.setEntries({ entry("c", RunState::Queued), entry("a", RunState::Running, 2),
            entry("b", RunState::Done, 600) });
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.shownRuns(), 3);
    }

    void queueStandsInItsOrderBelowTheRunningOne()
    {
        RunListModel model;
        RunEntry second = entry("second", RunState::Queued);
        second.place = 1;
        RunEntry resumed = entry("resumed", RunState::Interrupted);
        resumed.place = 0;
        model.setEntries(
            { second, entry("old", RunState::Done, 600), resumed, entry("live", RunState::Running, 2) });
        QCOMPARE(lines(model),
            (QStringList { QStringLiteral("Queue"),
                QStringLiteral("live · LoRA r16 | running · step 2 of 600"),
                QStringLiteral("resumed · LoRA r16 | queued · next"),
                QStringLiteral("second · LoRA r16 | queued · place 2"), QStringLiteral("History"),
                QStringLiteral("old · LoRA r16 | done · step 600 of 600") }));
    }

    void filterLooksAtNameStateAndNote()
    {
        RunListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunEntry noted = entry("a", RunState::Done);
        noted.notes = { "Mine", "best so far", true };
        model.setEntries({ noted, entry("b", RunState::Done), entry("c", RunState::Failed) });
        model.setFilter(QStringLiteral("BEST far"));
        QCOMPARE(model.shownRuns(), 1);
        QCOMPARE(model.firstRun().data().toString(), QStringLiteral("Mine"));
        model.setFilter(QStringLiteral("failed"));
        QCOMPARE(model.shownRuns(), 1);
        model.setFilter({});
        model.setStarredOnly(true);
        QCOMPARE(model.shownRuns(), 1);
        model.setFilter(QStringLiteral("nothing"));
        QCOMPARE(model.rowCount(), 0);
    }

    void headingsCannotBeChosenAndRunsCanBeRenamed()
    {
        RunListModel model;
        model.setEntries({ entry("a", RunState::Done) });
        QVERIFY(!(model.index(0).flags() & Qt::ItemIsSelectable));
        QSignalSpy asked(&model, &RunListModel::renameAsked);
        QVERIFY(!model.setData(model.index(1), QStringLiteral("  "), Qt::EditRole));
        QVERIFY(model.setData(model.index(1), QStringLiteral(" better name "), Qt::EditRole));
        QCOMPARE(asked.first(), (QVariantList { QStringLiteral("a"), QStringLiteral("better name") }));
    }

    void interruptedRunSaysWhereItGoesOn()
    {
        RunHistory history;
        history.apply({ 1, CheckpointEvent { 40, "checkpoints/step-000040", true, 0.1 } });
        QVERIFY(RunWords::problem(entry("a", RunState::Interrupted), history)
                    .contains(QStringLiteral("the checkpoint of step 40.")));
        QVERIFY(RunWords::problem(entry("a", RunState::Interrupted), {})
                    .contains(QStringLiteral("begins at step 1")));
        QVERIFY(RunWords::problem(entry("a", RunState::Done), history).isEmpty());
    }

    void warningsOfARunAreToldOnceEach()
    {
        RunHistory history;
        for (const char* told : { "step-000040 is damaged and was passed over.", "no room is left.",
                 "step-000040 is damaged and was passed over." })
            history.apply({ 1, WarningEvent { told } });
        QCOMPARE(RunWords::problem(entry("a", RunState::Done), history),
            QStringLiteral("Step-000040 is damaged and was passed over. No room is left."));
    }

    void damagedFolderIsToldInWords()
    {
        RunHistory history;
        history.damagedLines = 3;
        RunEntry bare = entry("a", RunState::Done);
        bare.hasRecipe = false;
        const QString problem = RunWords::problem(bare, history);
        QVERIFY(problem.contains(QStringLiteral("recipe.yaml is missing")));
        QVERIFY(problem.contains(QStringLiteral("3 lines of events.jsonl are damaged")));
    }

    void rowsAreFoundByTheirRunAndCountedByState()
    {
        RunListModel model;
        model.setEntries(
            { entry("a", RunState::Running), entry("b", RunState::Done), entry("c", RunState::Done) });
        QCOMPARE(model.indexOf(QStringLiteral("b")).row(), 3); // below both headings
        QVERIFY(!model.indexOf(QStringLiteral("z")).isValid());
        QVERIFY(!model.entry({}));
        QCOMPARE(model.countOf(RunState::Done), 2);
    }

    void headlineOfALiveRunTellsPaceAndTimeLeft()
    {
        RunHistory history;
        history.phase = RunPhase::Training;
        for (int step = 1; step <= 3; ++step) {
            StepEvent event;
            event.step = step;
            event.totalSteps = 123;
            event.epoch = 0.23;
            event.tokensPerSecond = 273.8;
            history.apply({ 1000.0 + 2 * step, event });
        }
        QCOMPARE(RunWords::headline(entry("a", RunState::Running, 3), history),
            QStringLiteral("Training · step 3 of 123 · epoch 0.23 · 274 tokens/s · 4 min left"));
        QCOMPARE(RunWords::headline(entry("a", RunState::Interrupted, 3), history),
            QStringLiteral("Interrupted · step 3 of 123 · epoch 0.23"));
    }
};

QTEST_GUILESS_MAIN(RunListModelTest)
#include "run_list_model_test.moc"
