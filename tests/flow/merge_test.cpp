// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/engine/model/tensor_files.h"
#include "tests/flow/engine_run.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace temper;
using namespace temper::flow;

namespace {

at::Tensor logitsOf(const Workplace& place, const QStringList& model)
{
    const QString in = place.path("ids.safetensors"), out = place.path("logits.safetensors");
    saveTensors(in.toStdString(), { { "input_ids", at::arange(3, 35, at::kLong).view({ 2, 16 }) } });
    const Answer answer = runEngine(QStringList { "forward", "--in", in, "--out", out } + model);
    if (answer.code != 0)
        qFatal("%s", qPrintable(answer.error));
    for (const NamedTensor& tensor : readTensors(out.toStdString()))
        if (tensor.name == "logits")
            return tensor.tensor;
    qFatal("forward wrote no logits");
}

} // namespace

class MergeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void mergedModelAnswersAsTheAdapterDoes();
    void mergedModelHasTheSameDescription();
    void trainingChangesTheAnswer();
    void adaptersAreMergedInTheirOrder();
    void occupiedFolderIsRefusedAndKept();
    void adapterOfAnotherShapeIsRefused();
    void mergedModelCanBeTrained();

private:
    Workplace m_place;
    QString m_adapter;
};

void MergeTest::initTestCase()
{
    const QString recipe = m_place.recipe("recipe.yaml", "max_steps: 30\n");
    const Answer trained = m_place.train(recipe, "run");
    QVERIFY2(trained.code == 0, qPrintable(trained.error));
    m_adapter = m_place.path("run/adapter");
    const Answer merged = runEngine({ "merge", "--model", m_place.path("model"), "--adapter", m_adapter,
        "--out", m_place.path("merged") });
    QVERIFY2(merged.code == 0, qPrintable(merged.error));
}

void MergeTest::mergedModelAnswersAsTheAdapterDoes()
{
    const at::Tensor adapted
        = logitsOf(m_place, { "--model", m_place.path("model"), "--adapter", m_adapter });
    const at::Tensor merged = logitsOf(m_place, { "--model", m_place.path("merged") });
    QVERIFY((adapted - merged).abs().max().item<float>() < 1e-4f);
}

void MergeTest::trainingChangesTheAnswer()
{
    const at::Tensor before = logitsOf(m_place, { "--model", m_place.path("model") });
    const at::Tensor after = logitsOf(m_place, { "--model", m_place.path("merged") });
    QVERIFY((before - after).abs().max().item<float>() > 1e-2f);
}

void MergeTest::mergedModelHasTheSameDescription()
{
    const Answer model = runEngine({ "info", m_place.path("model"), "--json" });
    const Answer merged = runEngine({ "info", m_place.path("merged"), "--json" });
    QCOMPARE(merged.code, 0);
    Json expected = Json::parse(model.out.toStdString());
    Json got = Json::parse(merged.out.toStdString());
    for (const char* key : { "files", "bytes" }) {
        expected.erase(key);
        got.erase(key);
    }
    QCOMPARE(QString::fromStdString(got.dump()), QString::fromStdString(expected.dump()));
}

void MergeTest::adaptersAreMergedInTheirOrder()
{
    const QString second = QString::fromStdString((kReference / "lora-init").string());
    const QStringList both { "--model", m_place.path("model"), "--adapter", m_adapter, "--adapter", second };
    const Answer answer
        = runEngine(QStringList { "merge" } + both + QStringList { "--out", m_place.path("both") });
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const at::Tensor merged = logitsOf(m_place, { "--model", m_place.path("both") });
    QVERIFY((logitsOf(m_place, both) - merged).abs().max().item<float>() < 1e-4f);
}

void MergeTest::occupiedFolderIsRefusedAndKept()
{
    const QByteArray before = readFile(m_place.path("merged/model.safetensors"));
    const Answer refused = runEngine({ "merge", "--model", m_place.path("model"), "--adapter", m_adapter,
        "--out", m_place.path("merged") });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("already holds"), qPrintable(refused.error));
    QCOMPARE(readFile(m_place.path("merged/model.safetensors")), before);
}

void MergeTest::adapterOfAnotherShapeIsRefused()
{
    std::filesystem::copy(m_adapter.toStdString(), m_place.path("wide").toStdString());
    Json config = Json::parse(readFile(m_place.path("wide/adapter_config.json")).toStdString());
    config["r"] = 6;
    writeFile(m_place.path("wide/adapter_config.json"), QByteArray::fromStdString(config.dump()));
    const Answer refused = runEngine({ "merge", "--model", m_place.path("model"), "--adapter",
        m_place.path("wide"), "--out", m_place.path("never") });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("lora_"), qPrintable(refused.error));
    QVERIFY(!std::filesystem::exists(m_place.path("never/model.safetensors").toStdString()));
}

void MergeTest::mergedModelCanBeTrained()
{
    const QString recipe = m_place.recipe("again.yaml", "max_steps: 3\n");
    const Answer trained
        = m_place.train(recipe, "again", { "--set", "model_name_or_path=" + m_place.path("merged") });
    QVERIFY2(trained.code == 0, qPrintable(trained.error));
    QVERIFY(losses(m_place.run("again")).front() < losses(m_place.run("run")).front());
}

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
