// SPDX-License-Identifier: Apache-2.0
#include "core/engine/objective/token_loss.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/engine/objective/next_token.h"
#include "core/engine/objective/objective_family.h"

#include <ATen/ATen.h>
#include <QtTest>
#include <cmath>
#include <torch/csrc/autograd/autograd.h>

using namespace temper;

namespace {

constexpr const char* kReference = TEMPER_SOURCE_DIR "/tests/reference/engine/objective/sft.json";
constexpr double kTolerance = 1e-9;

double difference(const OrderedJson& got, const OrderedJson& wanted)
{
    if (wanted.is_number())
        return std::abs(got.get<double>() - wanted.get<double>());
    if (got.at("shape") != wanted.at("shape"))
        return INFINITY;
    double largest = 0.0;
    for (std::size_t i = 0; i < wanted.at("data").size(); ++i)
        largest = std::max(largest, difference(got.at("data")[i], wanted.at("data")[i]));
    return largest;
}

// The names of what is missing or differs, so that a failure says what.
QString disagreements(const OrderedJson& got, const OrderedJson& wanted)
{
    QStringList names;
    for (const char* part : { "outputs", "grads" })
        for (const auto& [name, value] : wanted.at(part).items()) {
            if (!got.at(part).contains(name) || difference(got.at(part).at(name), value) > kTolerance)
                names << QString::fromStdString(wanted.at("id").get<std::string>() + " " + name);
        }
    return names.join(", ");
}

OrderedJson oneCase(const OrderedJson& inputs, const OrderedJson& parameters = OrderedJson::object())
{
    const OrderedJson source { { "id", "one" }, { "params", parameters }, { "inputs", inputs } };
    return { { "cases", OrderedJson::array({ source }) } };
}

OrderedJson array(const std::vector<std::int64_t>& shape, const OrderedJson& data)
{
    return { { "shape", shape }, { "data", data } };
}

// Hidden states and a head, with some positions supervised.
struct NextTokenExample {
    NextTokenExample()
    {
        at::manual_seed(7);
        hidden = at::randn({ 23, 12 }).requires_grad_();
        head = at::randn({ 41, 12 }).requires_grad_();
        positions = at::arange(0, 23, 2);
        ids = at::randint(0, 41, { positions.numel() }, at::kLong);
    }

    at::Tensor hidden, head, positions, ids;
};

} // namespace

class TokenLossTest : public QObject {
    Q_OBJECT

private slots:
    void everyCaseEqualsTheReference();
    void microBatchesAddUpToTheWholeBatch();
    void whatIsNotSupervisedMayBeAnything();
    void chunkedLossEqualsCrossEntropy();
    void chunkedLossWithoutGradientIsTheSame();
    void smoothingByZeroIsCrossEntropy();
    void unknownFamilyNamesTheKnownOnes();
    void wrongCasesAreRefusedByName();
};

void TokenLossTest::everyCaseEqualsTheReference()
{
    const OrderedJson reference = readOrderedJsonFile(kReference);
    const OrderedJson answers = evaluateObjective("sft", reference, kReference);
    QCOMPARE(answers.at("cases").size(), std::size_t { 16 });
    for (std::size_t i = 0; i < 16; ++i) {
        QCOMPARE(answers.at("cases")[i].at("id"), reference.at("cases")[i].at("id"));
        QCOMPARE(disagreements(answers.at("cases")[i], reference.at("cases")[i]), QString());
    }
}

void TokenLossTest::microBatchesAddUpToTheWholeBatch()
{
    const at::Tensor logits = at::randn({ 6, 9, 13 }, at::kDouble);
    const at::Tensor labels = at::randint(0, 13, { 6, 9 }, at::kLong);
    labels.slice(0, 0, 2).slice(1, 0, 7).fill_(kIgnoredLabel);
    const TokenTargets whole = shiftedByOne({ logits, labels });
    const double count = static_cast<double>(supervisedTokens(whole));
    double sum = 0.0;
    for (std::int64_t row = 0; row < 6; row += 2) {
        const TokenTargets part = shiftedByOne({ logits.narrow(0, row, 2), labels.narrow(0, row, 2) });
        sum += crossEntropyLoss(part, count).item<double>();
    }
    QVERIFY(std::abs(sum - crossEntropyLoss(whole, count).item<double>()) < 1e-12);
}

void TokenLossTest::whatIsNotSupervisedMayBeAnything()
{
    const at::Tensor logits = at::randn({ 1, 3, 5 }, at::kDouble);
    const at::Tensor labels = at::tensor({ 1, 2, -100 }, at::kLong).unsqueeze(0);
    const double before = crossEntropyLoss({ logits, labels }, 2.0).item<double>();
    logits.select(1, 2).fill_(NAN);
    const TokenTargets targets { logits.requires_grad_(), labels };
    for (const at::Tensor& loss :
        { crossEntropyLoss(targets, 2.0), smoothedLoss(targets, 0.0, 2.0), smoothedLoss(targets, 0.1, 2.0) })
        QVERIFY(std::isfinite(loss.item<double>()));
    QCOMPARE(crossEntropyLoss(targets, 2.0).item<double>(), before);
}

void TokenLossTest::chunkedLossEqualsCrossEntropy()
{
    const NextTokenExample example;
    constexpr double kCount = 30.0; // more tokens in the step than in this batch
    const at::Tensor chunked
        = nextTokenLoss(example.hidden, example.head, { example.positions, example.ids }, kCount);
    const at::Tensor hidden = example.hidden.detach().to(at::kDouble).requires_grad_();
    const at::Tensor head = example.head.detach().to(at::kDouble).requires_grad_();
    const at::Tensor scores = at::mm(hidden.index_select(0, example.positions), head.t());
    const at::Tensor plain = crossEntropyLoss({ scores, example.ids }, kCount);
    QVERIFY(std::abs(chunked.item<double>() - plain.item<double>()) < 1e-6 * plain.item<double>());

    // A loss of which it is a part: the incoming gradient is not one.
    const auto got = torch::autograd::grad({ chunked * 3.0 }, { example.hidden, example.head });
    const auto wanted = torch::autograd::grad({ plain * 3.0 }, { hidden, head });
    for (std::size_t i = 0; i < 2; ++i) {
        const double largest = (got[i].to(at::kDouble) - wanted[i]).abs().max().item<double>();
        QVERIFY(largest < 2e-6 * wanted[i].abs().max().item<double>());
    }
}

void TokenLossTest::chunkedLossWithoutGradientIsTheSame()
{
    const NextTokenExample example;
    const NextTokenTargets targets { example.positions, example.ids };
    const at::Tensor trained = nextTokenLoss(example.hidden, example.head, targets, 12.0);
    const at::Tensor bare = nextTokenLoss(example.hidden.detach(), example.head.detach(), targets, 12.0);
    QVERIFY(!bare.requires_grad());
    QCOMPARE(bare.item<float>(), trained.item<float>());
}

void TokenLossTest::smoothingByZeroIsCrossEntropy()
{
    const at::Tensor labels = at::randint(0, 13, { 2, 9 }, at::kLong);
    const TokenTargets targets { at::randn({ 2, 9, 13 }, at::kDouble), labels };
    QVERIFY(at::allclose(smoothedLoss(targets, 0.0, 18.0), crossEntropyLoss(targets, 18.0)));
}

void TokenLossTest::unknownFamilyNamesTheKnownOnes()
{
    try {
        evaluateObjective("sfft", OrderedJson::object(), "f.json");
        QFAIL("accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Usage);
        QCOMPARE(error.subject(), std::string("sfft"));
        QVERIFY(error.remedy().find("sft") != std::string::npos);
    }
}

void TokenLossTest::wrongCasesAreRefusedByName()
{
    const OrderedJson logits = array({ 1, 2, 2 }, { 0.1, 0.2, 0.3, 0.4 });
    const OrderedJson labels = array({ 1, 2 }, { 0, 1 });
    const std::pair<OrderedJson, std::string> wrong[] = {
        { OrderedJson::object(), "f.json" },
        { oneCase({ { "logits", logits } }), "f.json: case one, labels" },
        { oneCase({ { "logits", "1, 2" }, { "labels", labels } }), "f.json: case one, logits" },
        { oneCase({ { "logits", array({ 1, 2, 3 }, logits["data"]) }, { "labels", labels } }),
            "f.json: case one, logits" },
        { oneCase({ { "logits", logits }, { "labels", array({ 2, 1 }, labels["data"]) } }),
            "f.json: case one, labels" },
        { oneCase({ { "logits", logits }, { "labels", array({ 1, 2 }, { 0, 2 }) } }),
            "f.json: case one, labels" },
        { oneCase({ { "logits", logits }, { "labels", labels } }, { { "epsilon", "a lot" } }),
            "f.json: case one, epsilon" },
    };
    for (const auto& [document, subject] : wrong) {
        try {
            evaluateObjective("sft", document, "f.json");
            QFAIL(subject.c_str());
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Input);
            QCOMPARE(error.subject(), subject);
        }
    }
}

QTEST_GUILESS_MAIN(TokenLossTest)
#include "token_loss_test.moc"
