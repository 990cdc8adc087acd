// SPDX-License-Identifier: Apache-2.0
#include "core/engine/evaluate/compare.h"

#include "core/common/base/error.h"
#include "tests/engine/generate/markov_model.h"

#include <QtTest>
#include <cmath>

using namespace temper;
using temper::test::MarkovModel;

namespace {

float logProbability(std::uint64_t seed, std::span<const std::int32_t> before, std::int32_t token)
{
    double sum = 0;
    const std::int32_t last = before[before.size() - 1], secondLast = before[before.size() - 2];
    for (std::size_t other = 0; other < MarkovModel::kVocabulary; ++other)
        sum += std::exp(double(MarkovModel::logit(seed, secondLast, last, other)));
    return static_cast<float>(
        double(MarkovModel::logit(seed, secondLast, last, static_cast<std::size_t>(token))) - std::log(sum));
}

AnsweringModel opened(std::uint64_t seed, int& open)
{
    ++open;
    AnsweringModel model;
    model.owner = std::shared_ptr<void>(nullptr, [&open](void*) { --open; });
    model.steps = std::make_unique<MarkovModel>(seed);
    model.nll = [seed](std::span<const std::int32_t> ids) {
        std::vector<float> nll(1, 0.0F); // the model needs two tokens of context: the second has none
        for (std::size_t i = 2; i < ids.size(); ++i)
            nll.push_back(-logProbability(seed, ids.first(i), ids[i]));
        return nll;
    };
    model.endIds = { 4 };
    return model;
}

Comparison comparisonOf(int& open, int& mostOpen)
{
    const auto opener = [&open, &mostOpen](std::uint64_t seed) {
        return [&open, &mostOpen, seed] {
            AnsweringModel model = opened(seed, open);
            mostOpen = std::max(mostOpen, open);
            return model;
        };
    };
    Comparison comparison;
    comparison.openBase = opener(1);
    comparison.openTuned = opener(2);
    comparison.prompts = { { 1, 2 }, { 3, 4, 5 }, { 6, 7 } };
    comparison.settings.maxNewTokens = 7;
    comparison.settings.sampling.temperature = 0.8;
    comparison.settings.sampling.seed = 5;
    comparison.rowsAtOnce = 2;
    return comparison;
}

} // namespace

class CompareTest : public QObject {
    Q_OBJECT

private slots:
    void everyTokenIsJudgedByBothModels();
    void sameModelTwiceAnswersTheSame();
    void onlyOneModelIsOpenAtATime();
    void stopIsObeyed();
};

void CompareTest::everyTokenIsJudgedByBothModels()
{
    int open = 0, mostOpen = 0;
    const Comparison comparison = comparisonOf(open, mostOpen);
    const auto pairs = compareAnswers(comparison);
    QCOMPARE(pairs.size(), std::size_t { 3 });
    for (std::size_t i = 0; i < pairs.size(); ++i)
        for (const ComparedAnswer* answer : { &pairs[i].base, &pairs[i].tuned }) {
            std::vector<std::int32_t> sequence = comparison.prompts[i];
            QVERIFY(!answer->generation.ids.empty());
            for (std::size_t token = 0; token < answer->generation.ids.size(); ++token) {
                const std::int32_t id = answer->generation.ids[token];
                QVERIFY(std::abs(answer->underBase.at(token) - logProbability(1, sequence, id)) < 1e-5F);
                QVERIFY(std::abs(answer->underTuned.at(token) - logProbability(2, sequence, id)) < 1e-5F);
                sequence.push_back(id);
            }
        }
}

void CompareTest::sameModelTwiceAnswersTheSame()
{
    int open = 0, mostOpen = 0;
    Comparison comparison = comparisonOf(open, mostOpen);
    comparison.openTuned = comparison.openBase;
    for (const AnswerPair& pair : compareAnswers(comparison)) {
        QCOMPARE(pair.base.generation.ids, pair.tuned.generation.ids);
        QCOMPARE(pair.base.underBase, pair.tuned.underBase);
    }
}

void CompareTest::onlyOneModelIsOpenAtATime()
{
    int open = 0, mostOpen = 0;
    compareAnswers(comparisonOf(open, mostOpen));
    QCOMPARE(mostOpen, 1);
    QCOMPARE(open, 0);
}

void CompareTest::stopIsObeyed()
{
    int open = 0, mostOpen = 0;
    Comparison comparison = comparisonOf(open, mostOpen);
    std::stop_source source;
    source.request_stop();
    comparison.stop = source.get_token();
    QVERIFY_THROWS_EXCEPTION(Error, compareAnswers(comparison));
    QCOMPARE(open, 0);
}

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
