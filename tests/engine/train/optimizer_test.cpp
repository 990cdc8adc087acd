// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/optimizer.h"

#include "core/common/base/error.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace temper;

namespace {

// As the reference was made; the first two names are those of parameters that decay.
struct Settings {
    const char* id;
    OptimizerType type;
    double rate, beta1, beta2, epsilon, decay;
};

constexpr Settings kSettings[] = {
    { "adamw", OptimizerType::AdamW, 0.01, 0.9, 0.999, 1e-8, 0.01 },
    { "adamw_b95", OptimizerType::AdamW, 0.003, 0.8, 0.95, 1e-6, 0.1 },
    { "sgd", OptimizerType::Sgd, 0.1, 0.9, 0.999, 1e-8, 0.0 },
};

Recipe recipeOf(const Settings& settings)
{
    Recipe recipe;
    recipe.optim = settings.type;
    recipe.adamBeta1 = settings.beta1;
    recipe.adamBeta2 = settings.beta2;
    recipe.adamEpsilon = settings.epsilon;
    recipe.weightDecay = settings.decay;
    return recipe;
}

} // namespace

class OptimizerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void stepsAreThoseOfTorch_data();
    void stepsAreThoseOfTorch();
    void restoredOptimizerGoesOnAlike();
    void stateOfAnotherShapeIsRefused();
    void gradientsAreClippedByTheirGlobalNorm_data();
    void gradientsAreClippedByTheirGlobalNorm();
    void clippingByNothingLeavesTheGradients();
    void biasesAndNormsDoNotDecay();

private:
    at::Tensor reference(const std::string& name) const;
    std::vector<NamedParameter> parameters() const;
    void step(Optimizer& optimizer, std::int64_t number, double rate) const;

    std::vector<NamedTensor> m_reference;
};

void OptimizerTest::initTestCase()
{
    m_reference = readTensors(TEMPER_SOURCE_DIR "/tests/reference/engine/optimizer.safetensors");
}

at::Tensor OptimizerTest::reference(const std::string& name) const
{
    for (const NamedTensor& tensor : m_reference)
        if (tensor.name == name)
            return tensor.tensor;
    qFatal("no reference tensor %s", name.c_str());
}

std::vector<NamedParameter> OptimizerTest::parameters() const
{
    std::vector<NamedParameter> list;
    for (const char* name : { "w", "b" })
        list.push_back({ name, reference(std::string("p0.") + name).clone().requires_grad_(true), {} });
    return list;
}

void OptimizerTest::step(Optimizer& optimizer, std::int64_t number, double rate) const
{
    for (const NamedParameter& parameter : optimizer.parameters())
        parameter.tensor.mutable_grad() = reference("grad." + parameter.name).select(0, number).clone();
    optimizer.step(rate);
}

void OptimizerTest::stepsAreThoseOfTorch_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(kSettings); ++i)
        QTest::newRow(kSettings[i].id) << static_cast<int>(i);
}

void OptimizerTest::stepsAreThoseOfTorch()
{
    QFETCH(int, index);
    const Settings& settings = kSettings[index];
    Optimizer optimizer(parameters(), recipeOf(settings));
    for (std::int64_t i = 0; i < 20; ++i) {
        step(optimizer, i, settings.rate);
        for (const NamedParameter& parameter : optimizer.parameters()) {
            const at::Tensor expected
                = reference(std::string(settings.id) + "." + parameter.name).select(0, i);
            QVERIFY((parameter.tensor - expected).abs().max().item<float>() <= 1e-6f);
        }
    }
}

void OptimizerTest::restoredOptimizerGoesOnAlike()
{
    Optimizer whole(parameters(), recipeOf(kSettings[0]));
    for (std::int64_t i = 0; i < 5; ++i)
        step(whole, i, 0.01);
    std::vector<NamedParameter> copies;
    for (const NamedParameter& parameter : whole.parameters())
        copies.push_back({ parameter.name, parameter.tensor.detach().clone().requires_grad_(true), {} });
    Optimizer restored(copies, recipeOf(kSettings[0]));
    restored.restore(whole.state(), "optimizer.safetensors");
    for (std::int64_t i = 5; i < 10; ++i) {
        step(whole, i, 0.01);
        step(restored, i, 0.01);
    }
    for (std::size_t i = 0; i < copies.size(); ++i)
        QVERIFY(at::equal(whole.parameters()[i].tensor, restored.parameters()[i].tensor));
}

void OptimizerTest::stateOfAnotherShapeIsRefused()
{
    Optimizer optimizer(parameters(), recipeOf(kSettings[0]));
    std::vector<NamedTensor> state = optimizer.state();
    for (NamedTensor& tensor : state)
        tensor.tensor = at::zeros({ 3 });
    QVERIFY_THROWS_EXCEPTION(Error, optimizer.restore(state, "optimizer.safetensors"));
    QVERIFY_THROWS_EXCEPTION(Error, optimizer.restore({}, "optimizer.safetensors"));
}

void OptimizerTest::gradientsAreClippedByTheirGlobalNorm_data()
{
    QTest::addColumn<double>("maximum");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("1") << 1.0 << QByteArray("clip_1.0");
    QTest::newRow("5") << 5.0 << QByteArray("clip_5.0");
}

void OptimizerTest::gradientsAreClippedByTheirGlobalNorm()
{
    QFETCH(double, maximum);
    QFETCH(QByteArray, id);
    std::vector<NamedParameter> list = parameters();
    list.push_back({ "big", at::zeros_like(reference("grad0.big")).requires_grad_(true), {} });
    Optimizer optimizer(list, recipeOf(kSettings[2]));
    for (const NamedParameter& parameter : list)
        parameter.tensor.mutable_grad() = parameter.name == "big"
            ? reference("grad0.big").clone()
            : reference("grad." + parameter.name).select(0, 0).clone();
    const double norm = optimizer.clipGradients(maximum);
    QVERIFY(std::abs(norm - 21.600481033325195) < 1e-4);
    for (const char* name : { "w", "b" }) {
        const at::Tensor& got = list[name[0] == 'w' ? 0 : 1].tensor.grad();
        QVERIFY((got - reference((id + "." + name).toStdString())).abs().max().item<float>() <= 1e-6f);
    }
}

void OptimizerTest::clippingByNothingLeavesTheGradients()
{
    Optimizer optimizer(parameters(), recipeOf(kSettings[2]));
    step(optimizer, 0, 0.0);
    QVERIFY(optimizer.clipGradients(0.0) > 0.0);
    QVERIFY(at::equal(optimizer.parameters()[0].tensor.grad(), reference("grad.w").select(0, 0)));
}

void OptimizerTest::biasesAndNormsDoNotDecay()
{
    std::vector<NamedParameter> list;
    for (const char* name : { "q_proj.weight", "q_proj.bias", "input_layernorm.weight" })
        list.push_back({ name, at::ones({ 2 }).requires_grad_(true), {} });
    for (const NamedParameter& parameter : list)
        parameter.tensor.mutable_grad() = at::zeros({ 2 });
    Optimizer(list, recipeOf(kSettings[1])).step(0.5);
    QVERIFY(list[0].tensor[0].item<float>() < 1.0f);
    QCOMPARE(list[1].tensor[0].item<float>(), 1.0f);
    QCOMPARE(list[2].tensor[0].item<float>(), 1.0f);
}

QTEST_GUILESS_MAIN(OptimizerTest)
#include "optimizer_test.moc"
