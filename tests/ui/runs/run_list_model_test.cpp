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
    return { summary, RunMethod { FinetuningType::Lora, 16 } };
}

QStringList lines(const RunListModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.index(row).data(Qt::AccessibleTextRole).toString() + QStringLiteral(" | ")
            + model.index(row).data(Qt::AccessibleDescriptionRole).toString());
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
            (QStringList { QStringLiteral("persona · LoRA r16 | running · step 1,432 of 600 · loss 1.174"),
                QStringLiteral("mix · LoRA r16 | failed · needs 11 GB, 7.9 GB are free."),
                QStringLiteral("odd | queued") }));
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
        QCOMPARE(model.rowCount(), 3);
    }

    void rowsAreFoundByTheirRunAndCountedByState()
    {
        RunListModel model;
        model.setEntries(
            { entry("a", RunState::Running), entry("b", RunState::Done), entry("c", RunState::Done) });
        QCOMPARE(model.indexOf(QStringLiteral("b")).row(), 1);
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
            QStringLiteral("Training · step 3 of 123 · epoch 0.2 · 274 tokens/s · 4 min left"));
        QCOMPARE(RunWords::headline(entry("a", RunState::Interrupted, 3), history),
            QStringLiteral("Interrupted · step 3 of 123 · epoch 0.2"));
    }
};

QTEST_GUILESS_MAIN(RunListModelTest)
#include "run_list_model_test.moc"
