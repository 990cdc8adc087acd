// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/engine/adapter/lora.h"
#include "core/engine/device/compute.h"
#include "core/engine/generate/step_model.h"
#include "core/engine/inspect/forward.h"
#include "core/engine/objective/next_token.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <torch/csrc/autograd/autograd.h>

using namespace temper;

namespace {

const std::filesystem::path kReference = TEMPER_SOURCE_DIR "/tests/reference/engine";

const std::vector<std::vector<std::int32_t>> kRows { { 3, 17, 120, 8, 8, 250 }, { 61, 2 }, { 9, 9, 31, 77 } };

at::Tensor named(const std::vector<NamedTensor>& tensors, const std::string& name)
{
    for (const NamedTensor& tensor : tensors)
        if (tensor.name == name)
            return tensor.tensor;
    qFatal("no tensor %s", name.c_str());
}

float largest(const at::Tensor& difference)
{
    return difference.abs().max().item<float>();
}

at::Tensor lastLogits(LanguageModel& model, const std::vector<std::int32_t>& ids)
{
    const at::NoGradGuard noGrad;
    const at::Tensor hidden = model.decoder->forward(makeTokenBatch({ ids }), {});
    return model.decoder->logits(hidden.slice(0, hidden.size(0) - 1)).view({ -1 });
}

at::Tensor tensorOf(std::span<const float> values)
{
    return at::tensor(at::ArrayRef<float>(values.data(), values.size()));
}

// Gradients of an adapter with dropout after one backward pass.
std::vector<at::Tensor> gradients(Recompute recompute, std::uint64_t step)
{
    const auto model = loadLanguageModel(kReference / "tiny-llama");
    LoraSettings settings;
    settings.dropout = 0.25;
    const auto adapter = buildAdapter(*model->decoder, Json::parse(loraConfig(settings).dump()), "test", 5);
    for (const NamedParameter& parameter : adapter->parameters()) {
        const at::NoGradGuard noGrad;
        if (parameter.name.find("lora_B") != std::string::npos)
            parameter.tensor.fill_(0.01);
        parameter.tensor.requires_grad_(true);
    }
    PassOptions pass;
    pass.recompute = recompute;
    pass.dropout = { 11, step, true };
    const at::Tensor hidden = model->decoder->forward(makeTokenBatch(kRows), pass);
    const NextTokenTargets targets { at::tensor({ 0, 1, 4, 8, 9 }, at::kLong),
        at::tensor({ 17, 120, 2, 31, 7 }, at::kLong) };
    torch::autograd::backward({ nextTokenLoss(hidden, model->decoder->headWeight(), targets, 5.0) }, {});
    std::vector<at::Tensor> list;
    for (const NamedParameter& parameter : adapter->parameters())
        list.push_back(parameter.tensor.grad());
    return list;
}

bool sameBits(const std::vector<at::Tensor>& a, const std::vector<at::Tensor>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const at::Tensor& x, const at::Tensor& y) { return at::equal(x, y); });
}

} // namespace

class DecoderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void numbersAreThoseOfTransformers_data();
    void numbersAreThoseOfTransformers();
    void olderConfigurationGivesTheSameNetwork();
    void cachedStepsEqualWholePasses();
    void cacheFollowsReorderedRows();
    void greedyTokensAreThoseOfTransformers();
    void rowsOfABatchDoNotSeeEachOther();
    void laterTokensDoNotChangeEarlierOnes();
    void recomputationGivesTheSameGradients();
    void dropoutIsAFunctionOfItsCounter();
    void tokenLossIsTheModelsOwn();

private:
    std::unique_ptr<LanguageModel> m_model;
};

void DecoderTest::initTestCase()
{
    useThreads(1);
    m_model = loadLanguageModel(kReference / "llama-gqa");
}

void DecoderTest::numbersAreThoseOfTransformers_data()
{
    QTest::addColumn<QByteArray>("padding");
    QTest::newRow("without padding") << QByteArray("plain");
    QTest::newRow("padded on the left") << QByteArray("left");
}

void DecoderTest::numbersAreThoseOfTransformers()
{
    QFETCH(QByteArray, padding);
    const std::string prefix = padding.toStdString() + ".";
    std::vector<NamedTensor> inputs, expected;
    for (const NamedTensor& tensor : readTensors(kReference / "llama-gqa/golden.safetensors")) {
        if (!tensor.name.starts_with(prefix))
            continue;
        const std::string name = tensor.name.substr(prefix.size());
        const bool isOutput = name == "logits" || name == "loss" || name.starts_with("hidden_states");
        (isOutput ? expected : inputs).push_back({ name, tensor.tensor });
    }
    const std::vector<NamedTensor> got = forwardPass(*m_model, inputs, { .hiddenStates = true }, "test");
    const at::Tensor mask = named(inputs, "attention_mask").to(at::kBool);
    QVERIFY(std::abs(named(got, "loss").item<float>() - named(expected, "loss").item<float>()) <= 1e-5f);
    for (const NamedTensor& tensor : expected)
        if (tensor.name != "loss")
            QVERIFY2(largest((named(got, tensor.name) - tensor.tensor).index({ mask })) <= 1e-4f,
                tensor.name.c_str());
}

void DecoderTest::olderConfigurationGivesTheSameNetwork()
{
    const auto logitsBy = [](const char* config) {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        std::filesystem::copy(kReference / "llama-gqa" / config, path / "config.json");
        std::filesystem::copy(kReference / "llama-gqa/model.safetensors", path);
        return lastLogits(*loadLanguageModel(path), kRows[0]);
    };
    QVERIFY(at::equal(logitsBy("config.json"), logitsBy("config_v4.json")));
}

void DecoderTest::cachedStepsEqualWholePasses()
{
    const auto steps = makeStepModel(*m_model);
    std::vector<std::vector<std::int32_t>> rows = kRows;
    steps->start(rows);
    for (std::int32_t i = 0; i < 8; ++i) {
        const std::vector<std::int32_t> next { 5 + i, 90 - i, 7 * i };
        const std::vector<std::int64_t> from { 0, 1, 2 };
        const at::Tensor scores = tensorOf(steps->step(next, from)).view({ 3, -1 });
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row].push_back(next[row]);
            QVERIFY(
                largest(scores[static_cast<std::int64_t>(row)] - lastLogits(*m_model, rows[row])) < 1e-4f);
        }
    }
}

void DecoderTest::cacheFollowsReorderedRows()
{
    const auto steps = makeStepModel(*m_model);
    steps->start(kRows);
    const std::vector<std::int32_t> next { 4, 5, 6, 7 };
    const std::vector<std::int64_t> from { 2, 0, 0, 1 };
    const at::Tensor scores = tensorOf(steps->step(next, from)).view({ 4, -1 });
    for (std::size_t row = 0; row < next.size(); ++row) {
        std::vector<std::int32_t> ids = kRows[static_cast<std::size_t>(from[row])];
        ids.push_back(next[row]);
        QVERIFY(largest(scores[static_cast<std::int64_t>(row)] - lastLogits(*m_model, ids)) < 1e-4f);
    }
}

void DecoderTest::greedyTokensAreThoseOfTransformers()
{
    const Json reference = readJsonFile(kReference / "llama-gqa/golden.json").at("generation")[0];
    auto ids = reference.at("prompt")[0].get<std::vector<std::int32_t>>();
    const auto expected = reference.at("output")[0].get<std::vector<std::int32_t>>();
    while (ids.size() < expected.size())
        ids.push_back(lastLogits(*m_model, ids).argmax().item<std::int32_t>());
    QCOMPARE(ids, expected);
}

void DecoderTest::rowsOfABatchDoNotSeeEachOther()
{
    const at::NoGradGuard noGrad;
    const TokenBatch batch = makeTokenBatch(kRows);
    const at::Tensor together = m_model->decoder->forward(batch, {});
    for (std::size_t row = 0; row < kRows.size(); ++row) {
        const at::Tensor alone = m_model->decoder->forward(makeTokenBatch({ kRows[row] }), {});
        QVERIFY(largest(together.slice(0, batch.rowStarts[row], batch.rowStarts[row + 1]) - alone) < 1e-5f);
    }
}

void DecoderTest::laterTokensDoNotChangeEarlierOnes()
{
    const at::NoGradGuard noGrad;
    std::vector<std::int32_t> ids = kRows[0];
    const at::Tensor before = m_model->decoder->forward(makeTokenBatch({ ids }), {});
    ids.back() = 1;
    const at::Tensor after = m_model->decoder->forward(makeTokenBatch({ ids }), {});
    QVERIFY(largest((before - after).slice(0, 0, 5)) < 1e-6f);
    QVERIFY(largest((before - after)[5]) > 1e-3f);
}

void DecoderTest::recomputationGivesTheSameGradients()
{
    QVERIFY(sameBits(gradients(Recompute::Nothing, 3), gradients(Recompute::Blocks, 3)));
}

void DecoderTest::dropoutIsAFunctionOfItsCounter()
{
    const std::vector<at::Tensor> first = gradients(Recompute::Nothing, 3);
    QVERIFY(sameBits(first, gradients(Recompute::Nothing, 3)));
    QVERIFY(!sameBits(first, gradients(Recompute::Nothing, 4)));
}

void DecoderTest::tokenLossIsTheModelsOwn()
{
    const std::vector<float> nll = tokenNll(*m_model, kRows[0]);
    QCOMPARE(nll.size(), kRows[0].size() - 1);
    for (std::size_t i = 0; i < nll.size(); ++i) {
        const std::vector<std::int32_t> before(
            kRows[0].begin(), kRows[0].begin() + static_cast<std::ptrdiff_t>(i) + 1);
        const float expected = -lastLogits(*m_model, before).log_softmax(0)[kRows[0][i + 1]].item<float>();
        QVERIFY(std::abs(nll[i] - expected) < 1e-4f);
    }
}

QTEST_GUILESS_MAIN(DecoderTest)
#include "decoder_test.moc"
