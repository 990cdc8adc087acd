// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/engine/adapter/lora.h"
#include "core/engine/inspect/forward.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;

namespace {

const std::filesystem::path kReference = TEMPER_SOURCE_DIR "/tests/reference/engine";

std::unique_ptr<LanguageModel> tinyModel()
{
    return loadLanguageModel(kReference / "tiny-llama");
}

at::Tensor named(const std::vector<NamedTensor>& tensors, const std::string& name)
{
    for (const NamedTensor& tensor : tensors)
        if (tensor.name == name)
            return tensor.tensor;
    qFatal("no tensor %s", name.c_str());
}

at::Tensor logitsOf(LanguageModel& model)
{
    const std::vector<NamedTensor> reference = readTensors(kReference / "lora-init/logits.safetensors");
    const std::vector<NamedTensor> inputs { { "input_ids", named(reference, "input_ids") },
        { "attention_mask", named(reference, "attention_mask") } };
    return named(forwardPass(model, inputs, {}, "test"), "logits").slice(0, 0, 2);
}

float largest(const at::Tensor& difference)
{
    return difference.abs().max().item<float>();
}

Json configOf(const char* folder)
{
    return readJsonFile(kReference / folder / "adapter_config.json");
}

// "layers.0.self_attn.q_proj 4": names and ranks of what an adapter sits on.
QStringList placesOf(const Adapter& adapter)
{
    QStringList places;
    for (const NamedParameter& parameter : adapter.parameters()) {
        const QString name = QString::fromStdString(parameter.name);
        if (name.contains("lora_A"))
            places << name.section('.', 3, -3) + " " + QString::number(parameter.tensor.size(0));
    }
    return places;
}

QStringList placesOf(const Json& config)
{
    const auto model = tinyModel();
    return placesOf(*buildAdapter(*model->decoder, config, "adapter_config.json", 1));
}

} // namespace

class LoraTest : public QObject {
    Q_OBJECT

private slots:
    void adapterOfPeftGivesItsLogits();
    void writtenAdapterIsReadBackAlike();
    void mergedWeightsAnswerAsTheAdapter();
    void newAdapterChangesNothing();
    void ranksFollowTheirPattern();
    void scaleFollowsAlphaPatternAndRank();
    void targetsAreNamesSuffixesOrAnExpression_data();
    void targetsAreNamesSuffixesOrAnExpression();
    void unknownVariantsAreRefused_data();
    void unknownVariantsAreRefused();
    void missingTensorIsRefused();
};

void LoraTest::adapterOfPeftGivesItsLogits()
{
    const auto model = tinyModel();
    const auto adapter = loadAdapter(*model->decoder, kReference / "lora-init");
    const at::Tensor mask = named(readTensors(kReference / "lora-init/logits.safetensors"), "attention_mask")
                                .slice(0, 0, 2)
                                .to(at::kBool);
    const at::Tensor expected
        = named(readTensors(kReference / "lora-init/logits.safetensors"), "initial_logits");
    QVERIFY(largest((logitsOf(*model) - expected).index({ mask })) < 1e-4f);
}

void LoraTest::writtenAdapterIsReadBackAlike()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const auto model = tinyModel(), other = tinyModel();
    const auto adapter = loadAdapter(*model->decoder, kReference / "lora-init");
    saveAdapter(*adapter, path);
    const auto again = loadAdapter(*other->decoder, path);
    const auto first = adapter->parameters(), second = again->parameters();
    QCOMPARE(second.size(), first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(second[i].name, first[i].name);
        QVERIFY(at::equal(second[i].tensor, first[i].tensor));
    }
    QVERIFY(at::equal(logitsOf(*other), logitsOf(*model)));
}

void LoraTest::mergedWeightsAnswerAsTheAdapter()
{
    const at::NoGradGuard noGrad;
    for (const char* folder : { "lora-init", "lora-pattern" }) {
        const auto model = tinyModel();
        const auto adapter = loadAdapter(*model->decoder, kReference / folder);
        const at::Tensor adapted = logitsOf(*model);
        adapter->merge(*model->decoder);
        for (const Linear* layer : model->decoder->linears())
            QVERIFY(layer->adapters().empty());
        QVERIFY(largest(logitsOf(*model) - adapted) < 1e-4f);
    }
}

void LoraTest::newAdapterChangesNothing()
{
    const auto model = tinyModel();
    const at::Tensor before = logitsOf(*model);
    const auto adapter = buildAdapter(*model->decoder, Json::parse(loraConfig({}).dump()), "config", 1);
    QCOMPARE(adapter->parameters().size(), 28u);
    QVERIFY(at::equal(logitsOf(*model), before));
}

void LoraTest::ranksFollowTheirPattern()
{
    Json config = configOf("lora-init");
    config["target_modules"] = { "q_proj", "v_proj" };
    config["rank_pattern"] = { { "layers.1.self_attn.v_proj", 3 }, { "q_proj", 2 } };
    QCOMPARE(placesOf(config),
        (QStringList { "layers.0.self_attn.q_proj 2", "layers.0.self_attn.v_proj 8",
            "layers.1.self_attn.q_proj 2", "layers.1.self_attn.v_proj 3" }));
}

void LoraTest::scaleFollowsAlphaPatternAndRank()
{
    const auto scales = [](const Json& config) {
        const auto model = tinyModel();
        const auto adapter = buildAdapter(*model->decoder, config, "config", 1);
        QString text;
        for (const Linear* layer : model->decoder->linears())
            for (const auto& on : layer->adapters())
                text += QString::number(on->lowRank()->scale) + " ";
        return text;
    };
    Json config = configOf("lora-init");
    config["target_modules"] = { "q_proj" };
    config["alpha_pattern"] = { { "layers.1.self_attn.q_proj", 4 } };
    QCOMPARE(scales(config), QString("2 0.5 "));
    config["use_rslora"] = true;
    config["r"] = 16;
    QCOMPARE(scales(config), QString("4 1 "));
}

void LoraTest::targetsAreNamesSuffixesOrAnExpression_data()
{
    QTest::addColumn<QByteArray>("targets");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << QByteArray("\"all-linear\"") << 14;
    QTest::newRow("names") << QByteArray(R"(["q_proj", "up_proj"])") << 4;
    QTest::newRow("whole names only") << QByteArray(R"(["q_proj", "proj"])") << 2;
    QTest::newRow("suffix") << QByteArray(R"(["0.self_attn.q_proj"])") << 1;
    QTest::newRow("full name") << QByteArray(R"(["model.layers.1.mlp.down_proj"])") << 1;
    QTest::newRow("expression") << QByteArray(R"(".*layers\\.1\\..*(q|k)_proj")") << 2;
}

void LoraTest::targetsAreNamesSuffixesOrAnExpression()
{
    QFETCH(QByteArray, targets);
    QFETCH(int, count);
    Json config = configOf("lora-init");
    config["target_modules"] = Json::parse(targets.toStdString());
    QCOMPARE(placesOf(config).size(), count);
}

void LoraTest::unknownVariantsAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("DoRA") << QByteArray("use_dora") << QByteArray("true");
    QTest::newRow("bias") << QByteArray("bias") << QByteArray("\"all\"");
    QTest::newRow("trained tokens") << QByteArray("trainable_token_indices") << QByteArray("[3]");
    QTest::newRow("replicated layers") << QByteArray("layer_replication") << QByteArray("[[0, 1]]");
    QTest::newRow("no targets") << QByteArray("target_modules") << QByteArray("[\"nosuch\"]");
    QTest::newRow("targets of another type") << QByteArray("target_modules") << QByteArray("7");
    QTest::newRow("broken expression") << QByteArray("target_modules") << QByteArray("\"(q_proj\"");
    QTest::newRow("rank 0") << QByteArray("r") << QByteArray("0");
    QTest::newRow("rank that is a text") << QByteArray("r") << QByteArray("\"eight\"");
    QTest::newRow("other method") << QByteArray("peft_type") << QByteArray("\"NOSUCH\"");
}

void LoraTest::unknownVariantsAreRefused()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    Json config = configOf("lora-init");
    config[key.toStdString()] = Json::parse(value.toStdString());
    QVERIFY_THROWS_EXCEPTION(Error, placesOf(config));
}

void LoraTest::missingTensorIsRefused()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    std::filesystem::copy(kReference / "lora-init/adapter_config.json", path);
    std::vector<NamedTensor> tensors = readTensors(kReference / "lora-init/adapter_model.safetensors");
    tensors.pop_back();
    saveTensors(path / "adapter_model.safetensors", tensors);
    const auto model = tinyModel();
    QVERIFY_THROWS_EXCEPTION(Error, loadAdapter(*model->decoder, path));
}

QTEST_GUILESS_MAIN(LoraTest)
#include "lora_test.moc"
