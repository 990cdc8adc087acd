// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/link/events.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/common/project/run_folder.h"
#include "core/common/project/run_name.h"
#include "tests/common/sentence_of.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

class RunFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void stateFollowsLockAndEvents();
    void twoRunsOnOneFolderAreRefused();
    void aFolderWithStepsIsNotFresh();
    void aFolderWithACheckpointIsNotFresh();
    void anotherModelIsRefused();
    void infoReadsBackEqual();
    void damagedInfoIsNamed();
    void paceIsThatOfTheLastStepsWithoutThePause();
    void runsAreListedYoungestFirst();
    void namesFitEverySystem_data();
    void namesFitEverySystem();
    void equalNamesAreNumbered();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_place;
};

void RunFolderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = m_folder->path().toStdString();
}

void RunFolderTest::stateFollowsLockAndEvents()
{
    const RunFolder run(m_place / "one");
    run.create();
    QVERIFY(run.state() == RunState::Queued);
    EventWriter events(run.eventsFile());
    {
        const FileLock lock = claimRun(run);
        QVERIFY(run.state() == RunState::Running);
        events.write(StepEvent { .step = 1 });
    }
    QVERIFY(run.state() == RunState::Interrupted);
    events.write(EndEvent { EndState::Stopped, 1 });
    QVERIFY(run.state() == RunState::Stopped);
    events.write(ResumedEvent { 1 });
    QVERIFY(run.state() == RunState::Interrupted);
    events.write(EndEvent { EndState::Failed, 1 });
    events.write(WarningEvent { "late" });
    QVERIFY(run.state() == RunState::Failed);
    events.write(EndEvent { EndState::Done, 2 });
    QVERIFY(run.state() == RunState::Done);
}

void RunFolderTest::twoRunsOnOneFolderAreRefused()
{
    const RunFolder run(m_place / "one");
    run.create();
    const FileLock lock = claimRun(run);
    QCOMPARE(sentenceOf([&] { claimRun(run); }), "another program is training in this folder.");
}

void RunFolderTest::aFolderWithStepsIsNotFresh()
{
    const RunFolder run(m_place / "one");
    run.create();
    requireFreshRun(run);
    EventWriter events(run.eventsFile());
    events.write(PhaseEvent { RunPhase::Loading });
    events.write(ErrorEvent { "no such model", "" });
    requireFreshRun(run);
    events.write(StepEvent { .step = 1 });
    QCOMPARE(sentenceOf([&] { requireFreshRun(run); }), "this folder already holds a run.");
}

void RunFolderTest::aFolderWithACheckpointIsNotFresh()
{
    const RunFolder run(m_place / "one");
    run.create();
    CheckpointWriter(run.checkpointsFolder(), 5).commit();
    QCOMPARE(sentenceOf([&] { requireFreshRun(run); }), "this folder already holds a run.");
}

void RunFolderTest::anotherModelIsRefused()
{
    RunInfo info;
    requireSameModel(info, "abc");
    info.modelHash = "abc";
    requireSameModel(info, "abc");
    QCOMPARE(
        sentenceOf([&] { requireSameModel(info, "abd"); }), "this run began with a model of other content.");
}

void RunFolderTest::infoReadsBackEqual()
{
    const RunFolder run(m_place / "one");
    run.create();
    RunInfo info;
    info.name = "人物 \"one\"";
    info.created = 1700000000.125;
    info.modelHash = "abc";
    info.threads = 2;
    run.writeInfo(info);
    const RunInfo back = run.readInfo();
    QCOMPARE(back.name, info.name);
    QCOMPARE(back.created, info.created);
    QCOMPARE(back.modelHash, info.modelHash);
    QCOMPARE(back.threads, info.threads);
}

void RunFolderTest::damagedInfoIsNamed()
{
    const RunFolder run(m_place / "one");
    run.create();
    std::ofstream(run.infoFile()) << "{\"name\": 3}";
    QCOMPARE(sentenceOf([&] { run.readInfo(); }), "this file does not describe a run.");
    QVERIFY(!summariseRun(run).problem.empty());
}

void RunFolderTest::paceIsThatOfTheLastStepsWithoutThePause()
{
    const RunFolder run(m_place / "one");
    run.create();
    EventWriter events(run.eventsFile());
    const auto step = [&](double time, std::int64_t number) {
        events.write(TimedEvent { time, StepEvent { .step = number, .totalSteps = 9 } });
    };
    step(10, 1);
    QCOMPARE(summariseRun(run).secondsPerStep, 0.0);
    step(12, 2);
    QCOMPARE(summariseRun(run).secondsPerStep, 2.0);
    events.write(TimedEvent { 13, PhaseEvent { RunPhase::Paused } });
    QVERIFY(summariseRun(run).phase == RunPhase::Paused);
    events.write(TimedEvent { 1000, PhaseEvent { RunPhase::Training } });
    step(1001, 3);
    step(1005, 4);
    QCOMPARE(summariseRun(run).secondsPerStep, 4.0);
}

void RunFolderTest::runsAreListedYoungestFirst()
{
    for (const auto& [name, created] : { std::pair("old", 1.0), std::pair("young", 2.0) }) {
        const RunFolder run(m_place / name);
        run.create();
        std::ofstream(run.recipeFile()) << "seed: 1\n";
        RunInfo info;
        info.created = created;
        run.writeInfo(info);
    }
    EventWriter(RunFolder(m_place / "old").eventsFile())
        .write(StepEvent { .step = 3, .totalSteps = 9, .loss = 1.5 });
    fs::create_directory(m_place / "no run");
    const auto runs = listRuns(m_place);
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].run.id(), std::string("young"));
    QCOMPARE(runs[1].info.name, std::string("old"));
    QCOMPARE(runs[1].step, 3);
    QCOMPARE(runs[1].loss.value_or(0), 1.5);
    QVERIFY(runs[1].state == RunState::Interrupted);
}

void RunFolderTest::namesFitEverySystem_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "identity-lora"
                           << "identity-lora";
    QTest::newRow("blanks and marks") << "a b/c:*? d"
                                      << "a-b-c-d";
    QTest::newRow("dots") << "..secret..."
                          << "secret";
    QTest::newRow("nothing left") << "///"
                                  << "run";
    QTest::newRow("chinese") << QString::fromUtf8("人物 一") << QString::fromUtf8("人物-一");
    QTest::newRow("long") << QString(QChar(0x4EBA)).repeated(40) << QString(QChar(0x4EBA)).repeated(20);
}

void RunFolderTest::namesFitEverySystem()
{
    QFETCH(QString, title);
    QTEST(QString::fromStdString(folderName(title.toStdString())), "name");
}

void RunFolderTest::equalNamesAreNumbered()
{
    Recipe recipe;
    recipe.dataset = { "/data/identity.json", "other" };
    QCOMPARE(makeRunFolder(m_place / "runs", recipe).id(), std::string("identity-lora"));
    QCOMPARE(makeRunFolder(m_place / "runs", recipe).id(), std::string("identity-lora-2"));
    recipe.runName = "My run";
    QCOMPARE(makeRunFolder(m_place / "runs", recipe).id(), std::string("My-run"));
}

QTEST_GUILESS_MAIN(RunFolderTest)
#include "run_folder_test.moc"
