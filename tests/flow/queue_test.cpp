// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_reader.h"
#include "tests/flow/engine_run.h"

#include <QTest>
#include <csignal>

using namespace temper;
using namespace temper::flow;

namespace {

// A field of /proc/<process>/stat, counted from 1 as in its manual.
long statField(std::int64_t process, int field)
{
    const QByteArray stat = readFile(QString("/proc/%1/stat").arg(process));
    const QList<QByteArray> rest = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return rest.value(field - 3).toLong();
}

constexpr int kSession = 6;
constexpr int kNice = 19;

} // namespace

class QueueTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void queuedRunIsAProcessOfItsOwn();
    void secondQueueProcessIsRefused();
    void runOutlivesItsKilledQueue();
    void queueBegunAgainBringsEveryRunToItsEnd();
    void killedRunWentOnWithTheSameLosses();
    void brokenRunTellsWhy();

private:
    std::string addRun(const QByteArray& lines);
    std::unique_ptr<QProcess> startQueue() const { return startEngine({ "queue", m_place.path("project") }); }

    Workplace m_place;
    std::optional<Project> m_project;
    std::unique_ptr<QProcess> m_queue;
    std::string m_first, m_broken, m_last;
};

std::string QueueTest::addRun(const QByteArray& lines)
{
    const QString file = m_place.recipe("recipe.yaml", lines);
    const std::string id = m_project->createRun(readRecipeFile(file.toStdString()).recipe).id();
    m_project->enqueue(id);
    return id;
}

void QueueTest::initTestCase()
{
    m_project.emplace(Project::create(m_place.path("project").toStdString()));
    m_first = addRun("max_steps: 400\nsave_steps: 10\nrun_name: first\n");
    m_broken = addRun("max_steps: 4\nrun_name: broken\n");
    m_last = addRun("max_steps: 4\nrun_name: last\n");
    const QString broken = QString::fromStdString(m_project->run(m_broken).recipeFile().string());
    writeFile(broken, readFile(broken) + "lora_rnk: 3\n");
    QCOMPARE(
        m_place.train(m_place.recipe("whole.yaml", "max_steps: 400\nsave_steps: 10\n"), "whole").code, 0);
    m_queue = startQueue();
    QVERIFY(waitForStep(m_project->run(m_first), 11));
}

void QueueTest::cleanupTestCase()
{
    if (m_queue && m_queue->state() == QProcess::Running) {
        m_queue->kill();
        m_queue->waitForFinished();
    }
}

void QueueTest::queuedRunIsAProcessOfItsOwn()
{
    const RunFolder run = m_project->run(m_first);
    QCOMPARE(run.state(), RunState::Running);
    const std::int64_t process = run.readInfo().processId;
    QVERIFY(statField(process, kSession) != statField(m_queue->processId(), kSession));
    QVERIFY(statField(process, kNice) >= 10);
}

void QueueTest::secondQueueProcessIsRefused()
{
    const Answer refused = runEngine({ "queue", m_place.path("project") });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("another process works through this queue"), qPrintable(refused.error));
    QCOMPARE(refused.error.trimmed().count('\n'), 0);
}

void QueueTest::runOutlivesItsKilledQueue()
{
    const RunFolder run = m_project->run(m_first);
    m_queue->kill();
    m_queue->waitForFinished();
    const std::int64_t step = lastStep(run);
    QVERIFY(waitForStep(run, step + 3));
    QCOMPARE(run.state(), RunState::Running);
    ::kill(static_cast<pid_t>(run.readInfo().processId), SIGKILL);
    QVERIFY(waitUntil([&] { return run.state() == RunState::Interrupted; }));
}

void QueueTest::queueBegunAgainBringsEveryRunToItsEnd()
{
    m_queue = startQueue();
    const Answer answer = answerOf(*m_queue);
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QVERIFY(m_project->queue().empty());
    QCOMPARE(m_project->run(m_first).state(), RunState::Done);
    QCOMPARE(m_project->run(m_broken).state(), RunState::Failed);
    QCOMPARE(m_project->run(m_last).state(), RunState::Done);
    QCOMPARE(losses(m_project->run(m_last)).size(), 4u);
}

void QueueTest::killedRunWentOnWithTheSameLosses()
{
    const RunFolder run = m_project->run(m_first);
    QVERIFY(eventsOf<ResumedEvent>(run).back().fromStep >= 10);
    QCOMPARE(losses(run), losses(m_place.run("whole")));
}

void QueueTest::brokenRunTellsWhy()
{
    const QString problem = QString::fromStdString(summariseRun(m_project->run(m_broken)).problem);
    QVERIFY2(problem.contains("lora_rnk"), qPrintable(problem));
}

QTEST_GUILESS_MAIN(QueueTest)
#include "queue_test.moc"
