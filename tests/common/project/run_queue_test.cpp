// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/link/events.h"
#include "core/common/project/run_queue.h"
#include "core/common/recipe/recipe.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <thread>

using namespace temper;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

class RunQueueTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void runsAreStartedOneAfterTheOther();
    void anEmptyQueueEndsAtOnce();
    void onlyOneProcessWorksThroughAQueue();
    void aRunThatCannotStartMakesRoom();
    void aRunLeftByAnotherQueueIsWaitedFor();
    void aRunKilledWithItsQueueIsBegunAgain();
    void aRunKilledAloneMakesRoom();
    void anEngineThatEndsSilentlyFailsItsRun();
    void aRunAddedWhileTheQueueEndsIsStarted();
    void stopLeavesTheRunInTheQueue();
    void theEngineIsStartedWithTheRecipe();

private:
    QueueOptions options(RunStarter start)
    {
        return { .start = std::move(start),
            .say = [this](const std::string& sentence) { m_said << QString::fromStdString(sentence); },
            .interval = milliseconds(5) };
    }

    void addRun(const std::string& name)
    {
        Recipe recipe;
        recipe.runName = name;
        m_project->enqueue(m_project->createRun(recipe).id());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
    QStringList m_said;
};

void RunQueueTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project.emplace(Project::create(fs::path(m_folder->path().toStdString()) / "project"));
    m_said.clear();
}

void RunQueueTest::runsAreStartedOneAfterTheOther()
{
    addRun("a");
    addRun("b");
    const auto start = [](const RunFolder& run) {
        EventWriter(run.eventsFile()).write(EndEvent { EndState::Done, 1 });
        return std::int64_t(0);
    };
    QVERIFY(workThroughQueue(*m_project, options(start)) == QueueEnd::Empty);
    QCOMPARE(m_said, QStringList({ "starting a", "a is done", "starting b", "b is done" }));
    QVERIFY(m_project->queue().empty());
}

void RunQueueTest::anEmptyQueueEndsAtOnce()
{
    QVERIFY(workThroughQueue(*m_project, options({})) == QueueEnd::Empty);
}

void RunQueueTest::onlyOneProcessWorksThroughAQueue()
{
    const auto lock = FileLock::tryLock(m_project->queueLockFile());
    QVERIFY(lock);
    QVERIFY(workThroughQueue(*m_project, options({})) == QueueEnd::HeldElsewhere);
}

void RunQueueTest::aRunThatCannotStartMakesRoom()
{
    m_project->enqueue("gone");
    addRun("b");
    const auto start
        = [](const RunFolder&) -> std::int64_t { throw Error(ErrorKind::Environment, "no engine."); };
    QVERIFY(workThroughQueue(*m_project, options(start)) == QueueEnd::Empty);
    QCOMPARE(m_said.size(), 3);
    QVERIFY(m_said[0].startsWith("gone was taken off the queue: "));
    QCOMPARE(m_said[2], "b was taken off the queue: no engine.");
}

void RunQueueTest::aRunLeftByAnotherQueueIsWaitedFor()
{
    addRun("a");
    m_project->markStarted("a", 0);
    std::optional<FileLock> running = claimRun(m_project->run("a"));
    std::jthread trainer([&] {
        std::this_thread::sleep_for(milliseconds(50));
        EventWriter(m_project->run("a").eventsFile()).write(EndEvent { EndState::Stopped, 1 });
        running.reset();
    });
    QVERIFY(workThroughQueue(*m_project, options({})) == QueueEnd::Empty);
    QCOMPARE(m_said, QStringList({ "a is stopped" }));
}

void RunQueueTest::aRunKilledWithItsQueueIsBegunAgain()
{
    addRun("a");
    m_project->markStarted("a", 0);
    EventWriter(m_project->run("a").eventsFile()).write(StepEvent { .step = 3 });
    int starts = 0;
    const auto start = [&](const RunFolder& run) {
        ++starts;
        EventWriter(run.eventsFile()).write(EndEvent { EndState::Done, 9 });
        return std::int64_t(0);
    };
    QVERIFY(workThroughQueue(*m_project, options(start)) == QueueEnd::Empty);
    QCOMPARE(starts, 1);
    QCOMPARE(m_said, QStringList({ "starting a", "a is done" }));
}

void RunQueueTest::aRunKilledAloneMakesRoom()
{
    addRun("a");
    int starts = 0;
    const auto start = [&](const RunFolder& run) {
        ++starts;
        EventWriter(run.eventsFile()).write(StepEvent { .step = 3 });
        return std::int64_t(0);
    };
    QVERIFY(workThroughQueue(*m_project, options(start)) == QueueEnd::Empty);
    QCOMPARE(starts, 1);
    QCOMPARE(m_said, QStringList({ "starting a", "a is interrupted" }));
}

void RunQueueTest::anEngineThatEndsSilentlyFailsItsRun()
{
    addRun("a");
    const auto start = [](const RunFolder& run) {
        std::ofstream(run.logFile()) << "a note\nrecipe.yaml:3: lora_rank: 0 is below 1.\n";
        return std::int64_t(0);
    };
    QVERIFY(workThroughQueue(*m_project, options(start)) == QueueEnd::Empty);
    const RunSummary summary = summariseRun(m_project->run("a"));
    QCOMPARE(summary.state, RunState::Failed);
    QCOMPARE(summary.problem, std::string("recipe.yaml:3: lora_rank: 0 is below 1."));
}

void RunQueueTest::aRunAddedWhileTheQueueEndsIsStarted()
{
    addRun("a");
    const auto end = [](const RunFolder& run) {
        EventWriter(run.eventsFile()).write(EndEvent { EndState::Done, 1 });
        return std::int64_t(0);
    };
    QueueOptions all = options(end);
    all.say = [this](const std::string& sentence) {
        m_said << QString::fromStdString(sentence);
        if (sentence == "a is done") // the last moment at which the lock is still held
            addRun("b");
    };
    QVERIFY(workThroughQueue(*m_project, all) == QueueEnd::Empty);
    QCOMPARE(m_said.back(), QString("b is done"));
}

void RunQueueTest::stopLeavesTheRunInTheQueue()
{
    addRun("a");
    std::optional<FileLock> running;
    std::stop_source stop;
    const auto start = [&](const RunFolder& run) {
        running = claimRun(run);
        stop.request_stop();
        return std::int64_t(0);
    };
    QVERIFY(workThroughQueue(*m_project, options(start), stop.get_token()) == QueueEnd::Stopped);
    QCOMPARE(m_project->queue().size(), std::size_t(1));
    QVERIFY(m_project->queue()[0].started);
}

void RunQueueTest::theEngineIsStartedWithTheRecipe()
{
    addRun("a");
    const fs::path engine = fs::path(m_folder->path().toStdString()) / "engine.sh";
    std::ofstream(engine) << "#!/bin/sh\necho \"$@\"\n";
    fs::permissions(engine, fs::perms::owner_all);
    QVERIFY(workThroughQueue(*m_project, options(engineRunStarter(engine))) == QueueEnd::Empty);
    const RunFolder run = m_project->run("a");
    const QString expected
        = QString("train %1 --run %2\n").arg(run.recipeFile().c_str(), run.folder().c_str());
    QCOMPARE(QString::fromStdString(readTextFile(run.logFile())), expected);
}

QTEST_GUILESS_MAIN(RunQueueTest)
#include "run_queue_test.moc"
