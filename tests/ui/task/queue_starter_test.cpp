// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/base/os_process.h"
#include "tests/ui/tiny_project.h"
#include "ui/task/queue_starter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;

class QueueStarterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("TEMPER_ENGINE", TEMPER_ENGINE); }

    void enqueuedRunIsTrainedByTheEngine()
    {
        const QTemporaryDir folder;
        Project project = makeTinyProject(folder.path());
        const RunFolder run = project.createRun(tinyRecipe(project, 3));
        QueueStarter starter;
        QSignalSpy started(&starter, &QueueStarter::started);
        starter.enqueue(project.folder(), { run.id() });
        QVERIFY(started.wait(20000));
        QCOMPARE(started.first().first().value<QueueStart>(), QueueStart::Started);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Done, 60000);
        QTRY_VERIFY(project.queue().empty());
    }

    void interruptedRunGoesOnInFrontOfTheWaitingOnes()
    {
        const QTemporaryDir folder;
        Project project = makeTinyProject(folder.path());
        const RunFolder begun = project.createRun(tinyRecipe(project, 3));
        EventWriter(begun.eventsFile()).write(PhaseEvent { RunPhase::Loading });
        const RunFolder waiting = project.createRun(tinyRecipe(project, 3));
        QCOMPARE(begun.state(), RunState::Interrupted);
        project.enqueue(waiting.id());
        enqueueAgain(project.folder(), begun.id());
        QCOMPARE(project.queue().front().runId, begun.id());
        QueueStarter starter;
        starter.start(project.folder());
        QTRY_COMPARE_WITH_TIMEOUT(waiting.state(), RunState::Done, 60000);
        QCOMPARE(begun.state(), RunState::Done);
    }

    void emptyQueueStartsNothing()
    {
        const QTemporaryDir folder;
        const Project project = makeTinyProject(folder.path());
        QueueStarter starter;
        QSignalSpy started(&starter, &QueueStarter::started);
        starter.start(project.folder());
        QVERIFY(started.wait());
        QCOMPARE(started.first().first().value<QueueStart>(), QueueStart::NothingWaits);
    }

    void missingEngineIsOneSentence()
    {
        qputenv("TEMPER_ENGINE", "/nowhere/temper-engine");
        const QTemporaryDir folder;
        Project project = makeTinyProject(folder.path());
        const RunFolder run = project.createRun(tinyRecipe(project, 3));
        QueueStarter starter;
        QSignalSpy failed(&starter, &QueueStarter::failed);
        starter.enqueue(project.folder(), { run.id() });
        QVERIFY(failed.wait());
        QCOMPARE(project.queue().size(), std::size_t { 1 }); // it waits for a mended engine
    }
};

QTEST_GUILESS_MAIN(QueueStarterTest)
#include "queue_starter_test.moc"
