// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/random.h"
#include "core/common/project/checkpoint_folder.h"
#include "tests/flow/engine_run.h"

#include <QTest>

using namespace temper;
using namespace temper::flow;

namespace {

// Everything a step may depend on: dropout, accumulated passes, evaluations, the best checkpoint, patience, a
// loss over several steps.
constexpr const char* kRecipe
    = "max_steps: 120\nsave_steps: 3\nsave_total_limit: 2\ngradient_accumulation_steps: 2\n"
      "val_size: 0.2\neval_steps: 5\nload_best_model_at_end: true\n"
      "early_stopping_patience: 12\nlogging_steps: 2\nseed: 11\n";

std::vector<std::string> evaluations(const RunFolder& run)
{
    std::vector<std::string> lines;
    for (const TimedEvent& event : effectiveEvents(readEvents(run.eventsFile())))
        if (const auto* evaluation = std::get_if<EvalEvent>(&event.event))
            lines.push_back(std::to_string(evaluation->step) + (evaluation->best ? " best " : " ")
                + Json(evaluation->loss).dump());
    return lines;
}

bool isWritingCheckpoint(const RunFolder& run)
{
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(run.checkpointsFolder(), missing))
        if (entry.path().filename().string().starts_with(".step-"))
            return true;
    return false;
}

} // namespace

class RandomKillTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runKilledAtRandomMatchesUninterruptedRun_data();
    void runKilledAtRandomMatchesUninterruptedRun();

private:
    bool killOnce(const QString& run, Random& random);
    void tearEvents(const RunFolder& run, Random& random);

    Workplace m_place;
    QString m_recipe;
};

void RandomKillTest::initTestCase()
{
    m_recipe = m_place.recipe("recipe.yaml", kRecipe);
    const Answer whole = m_place.train(m_recipe, "whole");
    QVERIFY2(whole.code == 0, qPrintable(whole.error));
    QVERIFY(losses(m_place.run("whole")).size() >= 30);
    QVERIFY(evaluations(m_place.run("whole")).size() >= 12);
}

// Starts or resumes the run and kills it: at any moment, or while a checkpoint is under way. False when it
// ended before.
bool RandomKillTest::killOnce(const QString& run, Random& random)
{
    QStringList arguments { "train", m_recipe, "--run", m_place.path(run) };
    if (std::filesystem::exists(m_place.path(run).toStdString()))
        arguments << "--resume";
    const auto process = startEngine(arguments);
    process->closeReadChannel(QProcess::StandardError);
    const RunFolder folder = m_place.run(run);
    const std::int64_t step = lastStep(folder) + static_cast<std::int64_t>(random.below(40));
    const auto running
        = [&] { return !process->waitForFinished(0) && process->state() == QProcess::Running; };
    switch (random.below(3)) {
    case 0: // loading, or whatever comes so soon
        process->waitForFinished(static_cast<int>(random.below(400)));
        break;
    case 1:
        waitUntil([&] { return !running() || lastStep(folder) >= step; });
        break;
    case 2:
        waitUntil([&] { return !running() || (lastStep(folder) >= step && isWritingCheckpoint(folder)); });
        break;
    }
    const bool alive = process->state() == QProcess::Running;
    process->kill();
    process->waitForFinished();
    return alive;
}

// What a machine that lost its power may leave at the end of a log.
void RandomKillTest::tearEvents(const RunFolder& run, Random& random)
{
    const QString path = QString::fromStdString(run.eventsFile().string());
    const QByteArray torn = QByteArray(R"({"t": 1, "event": "step", "step": 5, "loss": 0.25)")
                                .left(static_cast<qsizetype>(random.below(40)));
    if (std::filesystem::exists(run.eventsFile()))
        writeFile(path, readFile(path) + torn);
}

void RandomKillTest::runKilledAtRandomMatchesUninterruptedRun_data()
{
    QTest::addColumn<int>("seed");
    const int first = qEnvironmentVariableIntValue("TEMPER_KILL_SEED");
    const int count = std::max(1, qEnvironmentVariableIntValue("TEMPER_KILL_COUNT"));
    for (int seed = first; seed < first + count; ++seed)
        QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
}

void RandomKillTest::runKilledAtRandomMatchesUninterruptedRun()
{
    QFETCH(int, seed);
    const QString name = QString("killed%1").arg(seed);
    Random random(static_cast<std::uint64_t>(seed), 0);
    int kills = 0;
    for (int attempt = 0; attempt < 12 && kills < 5; ++attempt) {
        kills += killOnce(name, random) ? 1 : 0;
        tearEvents(m_place.run(name), random);
    }
    QVERIFY(kills > 0);
    const Answer resumed = m_place.train(m_recipe, name, { "--resume" });
    QVERIFY2(resumed.code == 0, qPrintable(resumed.error));
    const RunFolder run = m_place.run(name), whole = m_place.run("whole");
    QCOMPARE(losses(run), losses(whole));
    QCOMPARE(evaluations(run), evaluations(whole));
    QCOMPARE(eventsOf<EndEvent>(run).back().step, eventsOf<EndEvent>(whole).back().step);
    for (const char* file : { "adapter_model.safetensors", "adapter_config.json" })
        QCOMPARE(readFile(m_place.path(name + "/adapter/" + file)),
            readFile(m_place.path(QString("whole/adapter/") + file)));
    const auto kept = completeCheckpoints(run.checkpointsFolder()),
               wanted = completeCheckpoints(whole.checkpointsFolder());
    QCOMPARE(kept.size(), wanted.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
        QCOMPARE(kept[i].step, wanted[i].step);
    std::filesystem::remove_all(run.folder());
}

QTEST_GUILESS_MAIN(RandomKillTest)
#include "random_kill_test.moc"
