// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/checkpoint_folder.h"
#include "core/common/project/run_control.h"
#include "tests/flow/engine_run.h"

#include <QTest>

using namespace temper;
using namespace temper::flow;

class ControlTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void statusTellsWhereTheRunStands();
    void pausedRunTakesNoStep();
    void savedCheckpointIsOfThePausedStep();
    void secondProgramOnTheRunIsRefused();
    void resumedRunGoesOn();
    void stoppedRunHasItsAdapter();
    void finishedRunCannotBeControlled();

private:
    Workplace m_place;
    RunFolder m_run = m_place.run("run");
    std::unique_ptr<QProcess> m_process;
};

void ControlTest::initTestCase()
{
    const QString recipe = m_place.recipe("recipe.yaml", "max_steps: 1000000\nsave_strategy: 'no'\n");
    m_process = startEngine({ "train", recipe, "--run", m_place.path("run") });
    m_process->closeReadChannel(QProcess::StandardError);
    QVERIFY(waitForStep(m_run, 2));
}

void ControlTest::cleanupTestCase()
{
    if (m_process->state() == QProcess::Running) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void ControlTest::statusTellsWhereTheRunStands()
{
    const Answer answer = runEngine({ "control", m_place.path("run"), "status", "--json" });
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const LiveStatus status = statusFromJson(Json::parse(answer.out.toStdString()));
    QCOMPARE(status.phase, std::string("training"));
    QVERIFY(status.step >= 2);
    QCOMPARE(status.totalSteps, std::int64_t { 1000000 });
    QVERIFY(status.loss.has_value());
}

void ControlTest::pausedRunTakesNoStep()
{
    QCOMPARE(runEngine({ "control", m_place.path("run"), "pause" }).code, 0);
    QVERIFY(waitUntil([this] { return controlRun(m_run, ControlCommand::Status).paused; }));
    const std::int64_t step = controlRun(m_run, ControlCommand::Status).step;
    QThread::msleep(300);
    QCOMPARE(controlRun(m_run, ControlCommand::Status).step, step);
    QCOMPARE(lastStep(m_run), step);
}

void ControlTest::savedCheckpointIsOfThePausedStep()
{
    QCOMPARE(runEngine({ "control", m_place.path("run"), "save" }).code, 0);
    QVERIFY(waitUntil([this] { return newestCheckpoint(m_run.checkpointsFolder()).has_value(); }));
    QCOMPARE(newestCheckpoint(m_run.checkpointsFolder())->step, lastStep(m_run));
}

void ControlTest::secondProgramOnTheRunIsRefused()
{
    for (const QStringList& more : { QStringList(), QStringList("--resume") }) {
        const Answer refused = m_place.train(m_place.path("recipe.yaml"), "run", more);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains("another program"), qPrintable(refused.error));
    }
    QCOMPARE(m_run.state(), RunState::Running);
}

void ControlTest::resumedRunGoesOn()
{
    const std::int64_t step = lastStep(m_run);
    QCOMPARE(runEngine({ "control", m_place.path("run"), "resume" }).code, 0);
    QVERIFY(waitForStep(m_run, step + 2));
}

void ControlTest::stoppedRunHasItsAdapter()
{
    QCOMPARE(runEngine({ "control", m_place.path("run"), "stop" }).code, 0);
    QVERIFY(m_process->waitForFinished(60000));
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(m_run.state(), RunState::Stopped);
    QVERIFY(std::filesystem::exists(m_run.adapterFolder() / "adapter_model.safetensors"));
    QCOMPARE(newestCheckpoint(m_run.checkpointsFolder())->step, lastStep(m_run));
}

void ControlTest::finishedRunCannotBeControlled()
{
    const Answer refused = runEngine({ "control", m_place.path("run"), "pause" });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("not running"), qPrintable(refused.error));
}

QTEST_GUILESS_MAIN(ControlTest)
#include "control_test.moc"
