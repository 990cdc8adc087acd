// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/common/project/checkpoint_folder.h"
#include "tests/flow/engine_run.h"

#include <QDir>
#include <QTest>
#include <algorithm>
#include <set>

using namespace temper;
using namespace temper::flow;

class TrainTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void folderThatHoldsARunIsRefused();
    void eventsAreOfTheAgreedKinds();
    void trainerLogHasALineForEachStep();
    void tensorBoardFileIsWritten();
    void adapterFolderIsPeftsOwn();
    void sameRecipeGivesTheSameLosses();
    void evaluationLossesAreTold();
    void earlyStoppingEndsTheRun();
    void bestCheckpointIsKeptAndTaken();
    void onlyTheLastCheckpointsAreKept();
    void fullTrainingLeavesAModel();
    void freezeTrainingLeavesAModel();
    void accumulatedPassesEqualOneLargerPass();
    void recomputationLeavesTheLossesAsTheyAre();
    void probesAreAnswered();
    void dryRunTellsWithoutTraining();

private:
    Workplace m_place;
};

void TrainTest::initTestCase()
{
    const QString recipe = m_place.recipe("recipe.yaml", "max_steps: 12\nsave_steps: 5\n");
    const Answer trained = m_place.train(recipe, "run");
    QVERIFY2(trained.code == 0, qPrintable(trained.error));
    QCOMPARE(trained.out.trimmed(), m_place.path("run"));
}

void TrainTest::folderThatHoldsARunIsRefused()
{
    const QByteArray events = readFile(m_place.path("run/events.jsonl"));
    const Answer refused = m_place.train(m_place.path("recipe.yaml"), "run");
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("--resume"), qPrintable(refused.error));
    QCOMPARE(readFile(m_place.path("run/events.jsonl")), events);
}

void TrainTest::eventsAreOfTheAgreedKinds()
{
    std::set<std::string> kinds;
    std::string last;
    for (const QByteArray& line : readFile(m_place.path("run/events.jsonl")).trimmed().split('\n'))
        kinds.insert(last = Json::parse(line.toStdString()).at("event").get<std::string>());
    QCOMPARE(kinds, (std::set<std::string> { "phase", "step", "checkpoint", "end" }));
    QCOMPARE(last, std::string("end"));
    const auto steps = eventsOf<StepEvent>(m_place.run("run"));
    QCOMPARE(steps.size(), 12u);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].step, static_cast<std::int64_t>(i + 1));
        QCOMPARE(steps[i].totalSteps, std::int64_t { 12 });
        QVERIFY(steps[i].gradNorm > 0 && steps[i].tokens > steps[i].supervisedTokens);
    }
    std::vector<std::string> checkpoints;
    for (const CheckpointEvent& event : eventsOf<CheckpointEvent>(m_place.run("run")))
        checkpoints.push_back(event.folder);
    QCOMPARE(checkpoints,
        (std::vector<std::string> {
            "checkpoints/step-000005", "checkpoints/step-000010", "checkpoints/step-000012" }));
}

void TrainTest::trainerLogHasALineForEachStep()
{
    const auto lines = readFile(m_place.path("run/trainer_log.jsonl")).trimmed().split('\n');
    QCOMPARE(lines.size(), 12);
    const Json last = Json::parse(lines.back().toStdString());
    QCOMPARE(last.at("current_steps").get<int>(), 12);
    QCOMPARE(last.at("percentage").get<double>(), 100.0);
    QCOMPARE(last.at("loss").get<double>(), losses(m_place.run("run")).back());
}

void TrainTest::tensorBoardFileIsWritten()
{
    const QDir folder(m_place.path("run/tensorboard"));
    const QStringList files = folder.entryList({ "events.out.tfevents.*" }, QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(readFile(folder.filePath(files.front())).contains("train/loss"));
}

void TrainTest::adapterFolderIsPeftsOwn()
{
    const Json config = Json::parse(readFile(m_place.path("run/adapter/adapter_config.json")).toStdString());
    QCOMPARE(config.at("peft_type").get<std::string>(), std::string("LORA"));
    QCOMPARE(config.at("r").get<int>(), 8);
    QVERIFY(readFile(m_place.path("run/adapter/adapter_model.safetensors"))
                .contains("base_model.model.model.layers.1.mlp.down_proj.lora_B.weight"));
}

void TrainTest::sameRecipeGivesTheSameLosses()
{
    QCOMPARE(m_place.train(m_place.path("recipe.yaml"), "twin").code, 0);
    QCOMPARE(losses(m_place.run("twin")), losses(m_place.run("run")));
    QCOMPARE(m_place.train(m_place.path("recipe.yaml"), "other", { "--set", "seed=43" }).code, 0);
    QVERIFY(losses(m_place.run("other")) != losses(m_place.run("run")));
}

void TrainTest::evaluationLossesAreTold()
{
    const QString recipe = m_place.recipe("eval.yaml", "max_steps: 9\nval_size: 8\neval_steps: 4\n");
    QCOMPARE(m_place.train(recipe, "eval").code, 0);
    const auto evaluations = eventsOf<EvalEvent>(m_place.run("eval"));
    QCOMPARE(evaluations.size(), 3u);
    QCOMPARE(evaluations[1].step, std::int64_t { 8 });
    QCOMPARE(evaluations[2].step, std::int64_t { 9 });
    QVERIFY(evaluations[0].best && evaluations[0].loss > 0);
}

void TrainTest::earlyStoppingEndsTheRun()
{
    const QString recipe = m_place.recipe("early.yaml",
        "max_steps: 500\nval_size: 8\neval_steps: 5\nearly_stopping_patience: 2\nlr_scheduler_type: "
        "constant\n");
    QCOMPARE(m_place.train(recipe, "early", { "--set", "learning_rate=0.02" }).code, 0);
    const auto evaluations = eventsOf<EvalEvent>(m_place.run("early"));
    QVERIFY(evaluations.back().step < 500);
    QVERIFY(!evaluations.back().best && !evaluations[evaluations.size() - 2].best);
    QCOMPARE(m_place.run("early").state(), RunState::Done);
    QCOMPARE(newestCheckpoint(m_place.run("early").checkpointsFolder())->step, evaluations.back().step);
    const std::vector<double> before = losses(m_place.run("early"));
    QCOMPARE(m_place.train(recipe, "early", { "--set", "learning_rate=0.02", "--resume" }).code, 0);
    QCOMPARE(losses(m_place.run("early")), before);
}

void TrainTest::bestCheckpointIsKeptAndTaken()
{
    const QString recipe = m_place.recipe("best.yaml",
        "max_steps: 60\nval_size: 8\neval_steps: 5\nsave_steps: 5\nload_best_model_at_end: "
        "true\nsave_total_limit: 1\n"
        "lr_scheduler_type: constant\n");
    QCOMPARE(m_place.train(recipe, "best", { "--set", "learning_rate=0.02" }).code, 0);
    const auto evaluations = eventsOf<EvalEvent>(m_place.run("best"));
    const auto best = std::min_element(
        evaluations.begin(), evaluations.end(), [](const auto& a, const auto& b) { return a.loss < b.loss; });
    QVERIFY(best->step < 60);
    const QString folder = QString("best/checkpoints/step-%1").arg(best->step, 6, 10, QChar('0'));
    QVERIFY(!readFile(m_place.path(folder + "/adapter_model.safetensors")).isEmpty());
    QCOMPARE(readFile(m_place.path("best/adapter/adapter_model.safetensors")),
        readFile(m_place.path(folder + "/adapter_model.safetensors")));
}

void TrainTest::onlyTheLastCheckpointsAreKept()
{
    const QString recipe
        = m_place.recipe("limit.yaml", "max_steps: 10\nsave_steps: 2\nsave_total_limit: 2\n");
    QCOMPARE(m_place.train(recipe, "limit").code, 0);
    std::vector<std::int64_t> steps;
    for (const CheckpointPlace& place : completeCheckpoints(m_place.run("limit").checkpointsFolder()))
        steps.push_back(place.step);
    QCOMPARE(steps, (std::vector<std::int64_t> { 8, 10 }));
}

void TrainTest::fullTrainingLeavesAModel()
{
    const QString recipe = m_place.recipe("full.yaml", "finetuning_type: full\nmax_steps: 5\n");
    QCOMPARE(m_place.train(recipe, "full").code, 0);
    const Answer info = runEngine({ "info", m_place.path("full/model"), "--json" });
    QVERIFY2(info.code == 0, qPrintable(info.error));
    QVERIFY(readFile(m_place.path("full/model/model.safetensors"))
        != readFile(m_place.path("model/model.safetensors")));
    const Answer again = m_place.train(recipe, "full", { "--resume" });
    QVERIFY2(again.code == 0, qPrintable(again.error));
}

void TrainTest::freezeTrainingLeavesAModel()
{
    const QString recipe = m_place.recipe(
        "freeze.yaml", "finetuning_type: freeze\nfreeze_trainable_layers: 1\nmax_steps: 5\n");
    QCOMPARE(m_place.train(recipe, "freeze").code, 0);
    const Answer info = runEngine({ "info", m_place.path("freeze/model"), "--json" });
    QVERIFY2(info.code == 0, qPrintable(info.error));
}

void TrainTest::accumulatedPassesEqualOneLargerPass()
{
    const QStringList noDropout { "--set", "lora_dropout=0" };
    QCOMPARE(m_place.train(m_place.path("recipe.yaml"), "large", noDropout).code, 0);
    QCOMPARE(m_place
                 .train(m_place.path("recipe.yaml"), "small",
                     noDropout
                         + QStringList { "--set", "per_device_train_batch_size=1", "--set",
                             "gradient_accumulation_steps=4" })
                 .code,
        0);
    const auto large = losses(m_place.run("large")), small = losses(m_place.run("small"));
    QCOMPARE(large.size(), small.size());
    for (std::size_t i = 0; i < large.size(); ++i)
        QVERIFY(std::abs(large[i] - small[i]) < 1e-4 * large[i]);
}

void TrainTest::recomputationLeavesTheLossesAsTheyAre()
{
    QCOMPARE(
        m_place.train(m_place.path("recipe.yaml"), "again", { "--set", "gradient_checkpointing=true" }).code,
        0);
    QCOMPARE(losses(m_place.run("again")), losses(m_place.run("run")));
}

void TrainTest::probesAreAnswered()
{
    const Workplace place;
    for (const char* file : { "tokenizer.json", "tokenizer_config.json" })
        std::filesystem::copy(kReference / "byte-tokenizer" / file, place.path("model").toStdString());
    const QString recipe = place.recipe(
        "recipe.yaml", "max_steps: 4\nprobe_prompts: [\"Hello\"]\nprobe_steps: 2\nprobe_max_new_tokens: 5\n");
    const Answer trained = place.train(recipe, "run");
    QVERIFY2(trained.code == 0, qPrintable(trained.error));
    std::vector<std::int64_t> steps;
    for (const ProbeEvent& event : eventsOf<ProbeEvent>(place.run("run")))
        steps.push_back(event.step);
    QCOMPARE(steps, (std::vector<std::int64_t> { 0, 2, 4 }));
}

void TrainTest::dryRunTellsWithoutTraining()
{
    const QStringList arguments { "train", m_place.path("recipe.yaml"), "--dry-run" };
    const Answer text = runEngine(arguments);
    QVERIFY2(text.code == 0, qPrintable(text.error));
    QVERIFY(text.out.contains("12 steps") && text.out.contains("memory") && text.out.contains("⟦"));
    const Answer json = runEngine(arguments + QStringList("--json"));
    const Json report = Json::parse(json.out.toStdString());
    QCOMPARE(report.at("train").at("rows").get<int>(), 40);
    QCOMPARE(report.at("steps").get<int>(), 12);
    QCOMPARE(report.at("trainable").get<int>(), 16384);
    QVERIFY(report.at("memory").at("total").get<std::int64_t>() > 0);
    QCOMPARE(report.at("sample").at("ids").size(), report.at("sample").at("labels").size());
}

QTEST_GUILESS_MAIN(TrainTest)
#include "train_test.moc"
