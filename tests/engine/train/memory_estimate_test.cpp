// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/memory_estimate.h"

#include "core/common/base/error.h"
#include "core/common/file/model_files.h"
#include "core/common/file/safetensors.h"
#include "core/engine/model/language_model.h"

#include <QTest>

using namespace temper;

namespace {

MemoryEstimate estimateOf(const Recipe& recipe, std::int64_t tokens)
{
    const ModelFiles files(TEMPER_SOURCE_DIR "/tests/reference/engine/tiny-llama");
    return estimateMemory(recipe, describeModel(files), files, tokens);
}

QString refusal(const MemoryEstimate& estimate, std::int64_t available)
{
    try {
        requireMemory(estimate, available);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Environment ? error.what() : "another kind";
    }
    return {};
}

} // namespace

class MemoryEstimateTest : public QObject {
    Q_OBJECT

private slots:
    void weightsOfAMappedFileCountOnce();
    void trainedNumbersNeedGradientsAndMoments();
    void adapterThatIsTrainedOnCountsAsItIs();
    void recomputationNeedsLess();
    void frozenLayersKeepNothing();
    void runThatDoesNotFitIsRefused();
};

void MemoryEstimateTest::weightsOfAMappedFileCountOnce()
{
    QCOMPARE(estimateOf({}, 100).weights, std::int64_t { 106816 * 4 });
    Recipe lowPrecision;
    lowPrecision.bf16 = AutoSwitch::On;
    QVERIFY(estimateOf(lowPrecision, 100).weights > 106816 * 4);
}

void MemoryEstimateTest::trainedNumbersNeedGradientsAndMoments()
{
    const MemoryEstimate lora = estimateOf({}, 100);
    QCOMPARE(lora.adapters, std::int64_t { 16384 * 4 });
    QCOMPARE(lora.gradients, lora.adapters);
    QCOMPARE(lora.optimizer, 2 * lora.adapters);
    Recipe sgd;
    sgd.finetuningType = FinetuningType::Full;
    sgd.optim = OptimizerType::Sgd;
    QCOMPARE(estimateOf(sgd, 100).gradients, std::int64_t { 106816 * 4 });
    QCOMPARE(estimateOf(sgd, 100).optimizer, std::int64_t { 0 });
}

void MemoryEstimateTest::adapterThatIsTrainedOnCountsAsItIs()
{
    const std::filesystem::path folder = TEMPER_SOURCE_DIR "/tests/reference/engine/lora-pattern";
    std::int64_t numbers = 0;
    const SafetensorsFile file(folder / "adapter_model.safetensors");
    for (const TensorView& tensor : file.tensors())
        numbers += *countElements(tensor.shape);
    Recipe further;
    further.adapterNameOrPath = { folder.string() };
    further.loraRank = 64;
    QCOMPARE(estimateOf(further, 100).adapters, numbers * 4);
    further.loraRank = 1;
    QCOMPARE(estimateOf(further, 100).adapters, numbers * 4);
}

void MemoryEstimateTest::recomputationNeedsLess()
{
    Recipe recipe;
    const std::int64_t kept = estimateOf(recipe, 4096).activations;
    recipe.gradientCheckpointing = true;
    QVERIFY(estimateOf(recipe, 4096).activations < kept);
}

void MemoryEstimateTest::frozenLayersKeepNothing()
{
    Recipe recipe;
    recipe.finetuningType = FinetuningType::Freeze;
    recipe.freezeTrainableLayers = -1;
    const std::int64_t first = estimateOf(recipe, 4096).activations;
    recipe.freezeTrainableLayers = 1;
    const std::int64_t last = estimateOf(recipe, 4096).activations;
    QVERIFY(last < first);
    recipe.freezeExtraModules = { "embed_tokens" };
    QCOMPARE(estimateOf(recipe, 4096).activations, first);
}

void MemoryEstimateTest::runThatDoesNotFitIsRefused()
{
    const MemoryEstimate estimate = estimateOf({}, 1 << 20);
    QCOMPARE(refusal(estimate, estimate.total()), QString());
    QVERIFY(refusal(estimate, estimate.total() - 1).contains("per_device_train_batch_size"));
    QVERIFY(refusal(estimate, 1000).contains("the weights alone"));
    QVERIFY(refusal(estimate, estimate.weights + 1000).contains("gradients and optimizer"));
}

QTEST_GUILESS_MAIN(MemoryEstimateTest)
#include "memory_estimate_test.moc"
