// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/project/checkpoint_folder.h"
#include "core/common/project/run_control.h"
#include "tests/flow/engine_run.h"

#include <QTest>

using namespace temper;
using namespace temper::flow;

class ResumeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAndResumedRunMatchesUninterruptedRun_data();
    void killedAndResumedRunMatchesUninterruptedRun();
    void runKilledBeforeItsFirstCheckpointBeginsAgain();
    void runKilledFiveTimesMatchesUninterruptedRun();
    void damagedNewestCheckpointIsPassedOver();
    void stoppedRunIsResumedWhereItStood();
    void finishedRunIsResumedWithoutAnotherStep();
    void runWithoutRecipeGivenIsResumedByItsFolder();
    void anotherRecipeIsRefused();
    void anotherModelIsRefused();
    void changedRowsAreRefused();
    void anotherNumberOfThreadsIsRefused();
    void checkpointWithoutItsMarkerIsPassedOver();
    void damagedStateIsPassedOver();
    void runEndedByItsTerminalIsStoppedWhereItStood();
    void runThatNeverTookAStepIsStarted();

private:
    QString killAt(const QString& run, std::int64_t step);

    Workplace m_place;
    QString m_recipe;
};

void ResumeTest::initTestCase()
{
    m_recipe = m_place.recipe("recipe.yaml", "max_steps: 160\nsave_steps: 17\nseed: 7\n");
    const Answer whole = m_place.train(m_recipe, "whole");
    QVERIFY2(whole.code == 0, qPrintable(whole.error));
    QCOMPARE(losses(m_place.run("whole")).size(), 160u);
}

// Kills a run (started or resumed) once it has come to `step`; answers what went wrong.
QString ResumeTest::killAt(const QString& run, std::int64_t step)
{
    const RunFolder folder = m_place.run(run);
    QStringList arguments { "train", m_recipe, "--run", m_place.path(run) };
    if (std::filesystem::exists(folder.eventsFile()))
        arguments << "--resume";
    const auto process = startEngine(arguments);
    const bool came = waitForStep(folder, step);
    const bool alive = process->state() == QProcess::Running;
    process->kill();
    process->waitForFinished();
    if (!came)
        return "it never came to the step";
    return alive ? QString() : "it had ended before";
}

void ResumeTest::killedAndResumedRunMatchesUninterruptedRun_data()
{
    QTest::addColumn<int>("step");
    for (const int step : { 20, 34, 110 })
        QTest::newRow(qPrintable(QString("after step %1").arg(step))) << step;
}

void ResumeTest::killedAndResumedRunMatchesUninterruptedRun()
{
    QFETCH(int, step);
    const QString name = QString("killed%1").arg(step);
    QCOMPARE(killAt(name, step), QString());
    QCOMPARE(m_place.run(name).state(), RunState::Interrupted);
    const Answer resumed = m_place.train(m_recipe, name, { "--resume" });
    QVERIFY2(resumed.code == 0, qPrintable(resumed.error));
    QCOMPARE(eventsOf<ResumedEvent>(m_place.run(name)).size(), 1u);
    QCOMPARE(losses(m_place.run(name)), losses(m_place.run("whole")));
    QCOMPARE(readFile(m_place.path(name + "/adapter/adapter_model.safetensors")),
        readFile(m_place.path("whole/adapter/adapter_model.safetensors")));
}

void ResumeTest::runKilledBeforeItsFirstCheckpointBeginsAgain()
{
    const QString recipe = m_place.recipe("unsaved.yaml", "max_steps: 160\nsave_strategy: 'no'\nseed: 7\n");
    const auto process = startEngine({ "train", recipe, "--run", m_place.path("unsaved") });
    QVERIFY(waitForStep(m_place.run("unsaved"), 3));
    process->kill();
    process->waitForFinished();
    QCOMPARE(m_place.train(recipe, "unsaved", { "--resume" }).code, 0);
    QCOMPARE(losses(m_place.run("unsaved")), losses(m_place.run("whole")));
}

void ResumeTest::runKilledFiveTimesMatchesUninterruptedRun()
{
    for (const std::int64_t step : { 1, 35, 60, 90, 130 })
        QCOMPARE(killAt("often", step), QString());
    QCOMPARE(m_place.train(m_recipe, "often", { "--resume" }).code, 0);
    QCOMPARE(losses(m_place.run("often")), losses(m_place.run("whole")));
}

void ResumeTest::damagedNewestCheckpointIsPassedOver()
{
    QCOMPARE(killAt("torn", 60), QString());
    const auto newest = newestCheckpoint(m_place.run("torn").checkpointsFolder());
    QVERIFY(newest.has_value());
    std::filesystem::resize_file(newest->folder / "optimizer.safetensors", 100);
    const Answer resumed = m_place.train(m_recipe, "torn", { "--resume" });
    QVERIFY2(resumed.code == 0, qPrintable(resumed.error));
    QVERIFY(eventsOf<ResumedEvent>(m_place.run("torn")).front().fromStep < newest->step);
    const QString warning
        = QString::fromStdString(eventsOf<WarningEvent>(m_place.run("torn")).front().message);
    QVERIFY2(warning.contains(QString::fromStdString(checkpointName(newest->step))), qPrintable(warning));
    QCOMPARE(losses(m_place.run("torn")), losses(m_place.run("whole")));
}

void ResumeTest::stoppedRunIsResumedWhereItStood()
{
    const auto process = startEngine({ "train", m_recipe, "--run", m_place.path("stopped") });
    const RunFolder run = m_place.run("stopped");
    QVERIFY(waitForStep(run, 1));
    controlRun(run, ControlCommand::Stop);
    QCOMPARE(answerOf(*process).code, 0);
    QCOMPARE(run.state(), RunState::Stopped);
    const std::int64_t stood = eventsOf<EndEvent>(run).back().step;
    QVERIFY(stood < 160);
    QCOMPARE(newestCheckpoint(run.checkpointsFolder())->step, stood);
    QCOMPARE(m_place.train(m_recipe, "stopped", { "--resume" }).code, 0);
    QCOMPARE(eventsOf<ResumedEvent>(run).front().fromStep, stood);
    QCOMPARE(losses(run), losses(m_place.run("whole")));
    QCOMPARE(run.state(), RunState::Done);
}

void ResumeTest::finishedRunIsResumedWithoutAnotherStep()
{
    const QByteArray before = readFile(m_place.path("whole/adapter/adapter_model.safetensors"));
    const std::size_t steps = eventsOf<StepEvent>(m_place.run("whole")).size();
    QCOMPARE(m_place.train(m_recipe, "whole", { "--resume" }).code, 0);
    QCOMPARE(eventsOf<StepEvent>(m_place.run("whole")).size(), steps);
    QCOMPARE(m_place.run("whole").state(), RunState::Done);
    QCOMPARE(readFile(m_place.path("whole/adapter/adapter_model.safetensors")), before);
}

void ResumeTest::runWithoutRecipeGivenIsResumedByItsFolder()
{
    QCOMPARE(killAt("alone", 60), QString());
    const Answer resumed = runEngine({ "train", "--resume", "--run", m_place.path("alone") });
    QVERIFY2(resumed.code == 0, qPrintable(resumed.error));
    QCOMPARE(losses(m_place.run("alone")), losses(m_place.run("whole")));
}

void ResumeTest::anotherRecipeIsRefused()
{
    const QByteArray before = readFile(m_place.path("whole/adapter/adapter_model.safetensors"));
    const Answer refused = m_place.train(m_recipe, "whole", { "--resume", "--set", "seed=8" });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("seed was 7 and is 8"), qPrintable(refused.error));
    QCOMPARE(m_place.run("whole").state(), RunState::Done);
    QCOMPARE(readFile(m_place.path("whole/adapter/adapter_model.safetensors")), before);
}

void ResumeTest::anotherModelIsRefused()
{
    QCOMPARE(killAt("moved", 60), QString());
    QByteArray model = readFile(m_place.path("model/model.safetensors"));
    model[model.size() - 3] = static_cast<char>(model[model.size() - 3] ^ 1);
    std::filesystem::copy(kReference / "tiny-llama", m_place.path("other").toStdString());
    writeFile(m_place.path("other/model.safetensors"), model);
    const Answer refused = m_place.train(
        m_recipe, "moved", { "--resume", "--set", "model_name_or_path=" + m_place.path("other") });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("model"), qPrintable(refused.error));
}

void ResumeTest::changedRowsAreRefused()
{
    QCOMPARE(killAt("edited", 60), QString());
    QByteArray rows = readFile(m_place.path("edited/data/rows.jsonl"));
    const qsizetype digit = rows.indexOf('1');
    rows[digit] = '3';
    writeFile(m_place.path("edited/data/rows.jsonl"), rows);
    const Answer refused = m_place.train(m_recipe, "edited", { "--resume" });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("rows.jsonl"), qPrintable(refused.error));
    QCOMPARE(m_place.run("edited").state(), RunState::Failed);
    QVERIFY(eventsOf<EndEvent>(m_place.run("edited")).back().step >= 60);
}

void ResumeTest::anotherNumberOfThreadsIsRefused()
{
    QCOMPARE(killAt("threads", 60), QString());
    const Answer refused = m_place.train(m_recipe, "threads", { "--resume", "--set", "threads=2" });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("threads was 1 and is 2"), qPrintable(refused.error));
    QCOMPARE(m_place.run("threads").state(), RunState::Interrupted);
}

void ResumeTest::checkpointWithoutItsMarkerIsPassedOver()
{
    QCOMPARE(killAt("unmarked", 60), QString());
    const auto newest = newestCheckpoint(m_place.run("unmarked").checkpointsFolder());
    std::filesystem::remove(newest->folder / "DONE");
    QCOMPARE(m_place.train(m_recipe, "unmarked", { "--resume" }).code, 0);
    QVERIFY(eventsOf<ResumedEvent>(m_place.run("unmarked")).front().fromStep < newest->step);
    QCOMPARE(losses(m_place.run("unmarked")), losses(m_place.run("whole")));
}

void ResumeTest::damagedStateIsPassedOver()
{
    QCOMPARE(killAt("stateless", 60), QString());
    const auto newest = newestCheckpoint(m_place.run("stateless").checkpointsFolder());
    const QString file = QString::fromStdString((newest->folder / "state.json").string());
    writeFile(file, QByteArray(readFile(file).size(), '?'));
    QCOMPARE(m_place.train(m_recipe, "stateless", { "--resume" }).code, 0);
    QVERIFY(eventsOf<ResumedEvent>(m_place.run("stateless")).front().fromStep < newest->step);
    QCOMPARE(losses(m_place.run("stateless")), losses(m_place.run("whole")));
}

void ResumeTest::runEndedByItsTerminalIsStoppedWhereItStood()
{
    const auto process = startEngine({ "train", m_recipe, "--run", m_place.path("ended") });
    const RunFolder run = m_place.run("ended");
    QVERIFY(waitForStep(run, 1));
    process->terminate();
    QCOMPARE(answerOf(*process).code, 0);
    QCOMPARE(run.state(), RunState::Stopped);
    QCOMPARE(eventsOf<EndEvent>(run).back().step, newestCheckpoint(run.checkpointsFolder())->step);
    QCOMPARE(m_place.train(m_recipe, "ended", { "--resume" }).code, 0);
    QCOMPARE(losses(run), losses(m_place.run("whole")));
}

void ResumeTest::runThatNeverTookAStepIsStarted()
{
    const QByteArray rows = readFile(m_place.path("rows.jsonl"));
    writeFile(m_place.path("rows.jsonl"), "");
    QCOMPARE(m_place.train(m_recipe, "stepless").code, 1);
    QCOMPARE(m_place.run("stepless").state(), RunState::Failed);
    writeFile(m_place.path("rows.jsonl"), rows);
    QCOMPARE(m_place.train(m_recipe, "stepless", { "--resume" }).code, 0);
    QCOMPARE(losses(m_place.run("stepless")), losses(m_place.run("whole")));
    QVERIFY(summariseRun(m_place.run("stepless")).problem.empty());
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "resume_test.moc"
