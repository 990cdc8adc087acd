// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/common/recipe/schedule.h"
#include "core/engine/device/compute.h"
#include "core/engine/train/training_setup.h"
#include "core/engine/train/training_step.h"

#include <ATen/ATen.h>
#include <QTest>
#include <cmath>
#include <deque>

using namespace temper;

namespace {

const std::filesystem::path kReference = TEMPER_SOURCE_DIR "/tests/reference/engine";

Recipe baseRecipe()
{
    Recipe recipe;
    recipe.modelNameOrPath = kReference / "tiny-llama";
    recipe.dataset = { (kReference / "rows.jsonl").string() };
    recipe.disableShuffling = true;
    recipe.perDeviceTrainBatchSize = 4;
    recipe.learningRate = 1e-3;
    recipe.lrSchedulerType = ScheduleType::Constant;
    recipe.maxSteps = 10;
    recipe.seed = 3;
    return recipe;
}

Recipe recipeOf(const QByteArray& name)
{
    Recipe recipe = baseRecipe();
    if (name == "lora")
        recipe.adapterNameOrPath = { (kReference / "lora-init").string() };
    else if (name == "lora_qv_pattern")
        recipe.adapterNameOrPath = { (kReference / "lora-pattern").string() };
    else if (name == "full")
        recipe.finetuningType = FinetuningType::Full;
    else
        recipe.finetuningType = FinetuningType::Freeze;
    recipe.freezeTrainableLayers = 1;
    if (name.endsWith("embed_head"))
        recipe.freezeExtraModules = { "embed_tokens", "lm_head" };
    return recipe;
}

// A whole training run in this process, step by step.
struct Training {
    explicit Training(const Recipe& settings)
        : recipe(settings)
        , model(loadForTraining(recipe))
        , trainable(chooseTrainable(*model, recipe))
        , optimizer(trainable.parameters, recipe)
        , samples(makeTrainingSamples(chooseRows(recipe, {}, {}, {}), {}, recipe, {}, {}))
        , plan(lengthsOf(samples.train), recipe)
    {
    }

    StepResult step(std::int64_t number)
    {
        std::deque<Sample> taken;
        std::vector<std::vector<const Sample*>> passes;
        for (const MicroBatch& batch : plan.step(number)) {
            passes.emplace_back();
            for (const std::uint64_t index : batch)
                passes.back().push_back(&taken.emplace_back(samples.train.samples.at(index)));
        }
        StepSettings settings;
        settings.learningRate = learningRate(makeSchedule(recipe, plan.totalSteps()), number);
        settings.maxGradNorm = recipe.maxGradNorm;
        settings.recompute = recipe.gradientCheckpointing ? Recompute::Blocks : Recompute::Nothing;
        settings.dropout
            = { static_cast<std::uint64_t>(recipe.seed), static_cast<std::uint64_t>(number), true };
        return trainStep(*model, optimizer, passes, settings);
    }

    Recipe recipe;
    std::unique_ptr<LanguageModel> model;
    Trainable trainable;
    Optimizer optimizer;
    TrainingSamples samples;
    BatchPlan plan;
};

} // namespace

class TrajectoryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void lossesAndNormsAreThoseOfPeft_data();
    void lossesAndNormsAreThoseOfPeft();
    void recomputationGivesTheSameBits_data();
    void recomputationGivesTheSameBits();
    void accumulationGivesTheLossOfTheWholeBatch();
    void packingGivesTheLossOfSingleRows();
    void untrainedWeightsStayAsTheyWere();
    void lowPrecisionFollowsTheLosses();

private:
    Json m_reference;
};

void TrajectoryTest::initTestCase()
{
    useThreads(1);
    m_reference = readJsonFile(kReference / "trajectories.json");
}

void TrajectoryTest::lossesAndNormsAreThoseOfPeft_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : { "lora", "lora_qv_pattern", "full", "freeze_last1", "freeze_last1_embed_head" })
        QTest::newRow(name) << QByteArray(name);
}

void TrajectoryTest::lossesAndNormsAreThoseOfPeft()
{
    QFETCH(QByteArray, name);
    const Json& expected = m_reference.at(name.toStdString());
    Training training(recipeOf(name));
    for (std::int64_t i = 0; i < 10; ++i) {
        const StepResult result = training.step(i);
        const double loss = expected.at("loss_per_step")[static_cast<std::size_t>(i)].get<double>();
        const double norm = expected.at("grad_norm_before_clip")[static_cast<std::size_t>(i)].get<double>();
        QVERIFY2(
            std::abs(result.loss - loss) <= 1e-5 * loss, qPrintable(QString::number(result.loss, 'g', 10)));
        QVERIFY2(std::abs(result.gradNorm - norm) <= 1e-4 * norm,
            qPrintable(QString::number(result.gradNorm, 'g', 10)));
    }
}

void TrajectoryTest::recomputationGivesTheSameBits_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("lora with dropout") << QByteArray("lora");
    QTest::newRow("full") << QByteArray("full");
}

void TrajectoryTest::recomputationGivesTheSameBits()
{
    QFETCH(QByteArray, name);
    Recipe recipe = recipeOf(name);
    if (name == "lora") {
        recipe.adapterNameOrPath.clear();
        recipe.loraDropout = 0.3;
    }
    Training kept(recipe);
    recipe.gradientCheckpointing = true;
    Training again(recipe);
    for (std::int64_t i = 0; i < 3; ++i)
        QCOMPARE(again.step(i).gradNorm, kept.step(i).gradNorm);
    for (std::size_t i = 0; i < kept.trainable.parameters.size(); ++i)
        QVERIFY(at::equal(kept.trainable.parameters[i].tensor, again.trainable.parameters[i].tensor));
}

void TrajectoryTest::accumulationGivesTheLossOfTheWholeBatch()
{
    Recipe recipe = recipeOf("lora");
    Training whole(recipe);
    recipe.perDeviceTrainBatchSize = 1;
    recipe.gradientAccumulationSteps = 4;
    Training parts(recipe);
    for (std::int64_t i = 0; i < 5; ++i)
        QVERIFY(std::abs(whole.step(i).loss - parts.step(i).loss) < 1e-5);
}

void TrajectoryTest::packingGivesTheLossOfSingleRows()
{
    Recipe recipe = recipeOf("lora");
    recipe.perDeviceTrainBatchSize = 40;
    Training single(recipe);
    recipe.packing = true;
    recipe.cutoffLen = 64;
    Training packed(recipe);
    for (std::int64_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(single.step(i).loss - packed.step(i).loss) < 1e-5);
}

void TrajectoryTest::untrainedWeightsStayAsTheyWere()
{
    Training training(recipeOf("freeze_last1"));
    const auto before = loadForTraining(training.recipe);
    training.step(0);
    const auto old = before->decoder->parameters(), now = training.model->decoder->parameters();
    QCOMPARE(now.size(), old.size());
    for (std::size_t i = 0; i < now.size(); ++i)
        QCOMPARE(at::equal(now[i].tensor, old[i].tensor), layerOf(now[i].name) != 1);
}

void TrajectoryTest::lowPrecisionFollowsTheLosses()
{
    Recipe recipe = recipeOf("lora");
    recipe.bf16 = AutoSwitch::On;
    Training training(recipe);
    const auto expected = m_reference.at("lora").at("loss_per_step").get<std::vector<double>>();
    for (std::int64_t i = 0; i < 10; ++i)
        QVERIFY(std::abs(training.step(i).loss - expected[static_cast<std::size_t>(i)]) < 0.02);
}

QTEST_GUILESS_MAIN(TrajectoryTest)
#include "trajectory_test.moc"
