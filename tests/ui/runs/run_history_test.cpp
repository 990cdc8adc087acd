// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_project.h"
#include "ui/runs/run_follower.h"
#include "ui/runs/run_history.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;

namespace {

RunHistory told(const std::vector<RunEvent>& events)
{
    RunHistory history;
    double time = kSampleStart;
    for (const RunEvent& event : events)
        history.apply({ time += 2, event });
    return history;
}

StepEvent step(int number, double loss)
{
    StepEvent event = sampleStep(number, 100);
    event.loss = loss;
    return event;
}

} // namespace

class RunHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsBecomeColumns()
    {
        const RunHistory history = told({ PhaseEvent { RunPhase::Training }, step(1, 2.0), step(2, 1.5) });
        QCOMPARE(history.step, (QList<double> { 1, 2 }));
        QCOMPARE(history.loss, (QList<double> { 2.0, 1.5 }));
        QCOMPARE(history.gradNorm.size(), 2);
        QCOMPARE(history.totalSteps, 100);
        QCOMPARE(history.phase, RunPhase::Training);
    }

    void stepToldAgainReplacesWhatCameAfterIt()
    {
        const RunHistory history = told({ step(1, 2.0), step(2, 1.5), step(3, 1.4), step(2, 1.6) });
        QCOMPARE(history.step, (QList<double> { 1, 2 }));
        QCOMPARE(history.loss, (QList<double> { 2.0, 1.6 }));
    }

    void resumeTakesBackWhatWasBeyondTheCheckpoint()
    {
        const RunHistory history = told({ step(1, 2.0), ProbeEvent { 1, 0, "a", "b" }, step(2, 1.5),
            EvalEvent { 2, 0.1, 1.7 }, ProbeEvent { 2, 0, "a", "c" }, ErrorEvent { "disk full.", "" },
            EndEvent { EndState::Failed, 2 }, ResumedEvent { 1 } });
        QCOMPARE(history.step, QList<double> { 1 });
        QVERIFY(history.evalStep.isEmpty());
        QCOMPARE(history.probes.size(), 1);
        QVERIFY(!history.end);
        QVERIFY(history.error.isEmpty());
    }

    void probesStandByStepAndPrompt()
    {
        const RunHistory history
            = told({ ProbeEvent { 20, 1, "q", "later" }, ProbeEvent { 0, 0, "p", "first" },
                ProbeEvent { 20, 0, "p", "second" }, ProbeEvent { 20, 0, "p", "again" } });
        QCOMPARE(history.probes.size(), 3);
        QCOMPARE(history.probes[0].answer, QStringLiteral("first"));
        QCOMPARE(history.probes[1].answer, QStringLiteral("again"));
        QCOMPARE(history.probes[2].answer, QStringLiteral("later"));
    }

    void timeLeftFollowsThePaceOfTheLastSteps()
    {
        QVERIFY(!told({ step(1, 2.0) }).secondsLeft());
        QCOMPARE(
            told({ step(1, 2.0), step(2, 1.5), step(3, 1.4) }).secondsLeft(), std::optional<double>(194.0));
    }

    void followerTellsWhatIsThereAndWhatComes()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("events.jsonl")).toStdString();
        EventWriter writer(file);
        writer.write(step(1, 2.0));
        RunFollower follower;
        std::shared_ptr<const RunHistory> last;
        connect(&follower, &RunFollower::updated, this,
            [&](const std::shared_ptr<const RunHistory>& history) { last = history; });
        follower.follow(file);
        QTRY_VERIFY(last && last->step.size() == 1);
        writer.write(step(2, 1.5));
        QTRY_VERIFY(last->step.size() == 2);
        QCOMPARE(last->loss.last(), 1.5);
    }

    void followerWaitsForAFileThatIsNotThereYet()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("events.jsonl")).toStdString();
        RunFollower follower;
        std::shared_ptr<const RunHistory> last;
        connect(&follower, &RunFollower::updated, this,
            [&](const std::shared_ptr<const RunHistory>& history) { last = history; });
        follower.follow(file);
        QTRY_VERIFY(last);
        QVERIFY(last->step.isEmpty());
        EventWriter(file).write(step(1, 2.0));
        QTRY_COMPARE(last->step.size(), 1);
    }

    void turningToAnotherRunDropsTheEarlierOne()
    {
        QTemporaryDir folder;
        const std::filesystem::path first = folder.filePath(QStringLiteral("first.jsonl")).toStdString();
        const std::filesystem::path second = folder.filePath(QStringLiteral("second.jsonl")).toStdString();
        EventWriter(first).write(step(1, 1.0));
        EventWriter(second).write(step(1, 2.0));
        RunFollower follower;
        QList<double> losses;
        connect(&follower, &RunFollower::updated, this,
            [&](const std::shared_ptr<const RunHistory>& history) { losses.append(history->loss.last()); });
        follower.follow(first);
        follower.follow(second);
        QTRY_COMPARE(losses, QList<double> { 2.0 });
    }
};

QTEST_GUILESS_MAIN(RunHistoryTest)
#include "run_history_test.moc"
