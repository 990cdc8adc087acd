// SPDX-License-Identifier: Apache-2.0
#include "core/engine/evaluate/perplexity.h"

#include "core/common/base/error.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace temper;

namespace {

// Says for each token its own id as its likelihood, so that sums show which tokens were counted; keeps what
// it was asked.
struct EchoModel {
    std::vector<std::vector<std::int32_t>> asked;
    NllFunction function()
    {
        return [this](std::span<const std::int32_t> ids) {
            asked.emplace_back(ids.begin(), ids.end());
            return std::vector<float>(ids.begin() + 1, ids.end());
        };
    }
};

LikelihoodData dataOf(const QTemporaryDir& folder, const std::string& text)
{
    LikelihoodData data;
    data.file = std::filesystem::path(folder.path().toStdString()) / "rows.jsonl";
    std::ofstream(data.file, std::ios::binary) << text;
    return data;
}

} // namespace

class PerplexityTest : public QObject {
    Q_OBJECT

private slots:
    void firstTokenIsNotPredicted();
    void meanIsWeightedByTokens();
    void longRowsArePredictedOnceInWindows();
    void onlyMarkedTokensCount();
    void windowsWithoutMarkedTokensAreNotRead();
    void tokenisedRowsCountTheirLabels();
    void fileWithoutPredictedTokenIsRefused();
    void brokenRowIsNamed();
};

void PerplexityTest::firstTokenIsNotPredicted()
{
    EchoModel model;
    LikelihoodSum sum;
    addLikelihood(sum, std::vector<std::int32_t> { 100, 2, 3 }, {}, 0, model.function());
    addLikelihood(sum, std::vector<std::int32_t> { 100 }, {}, 0, model.function());
    QCOMPARE(sum.nll, 5.0);
    QCOMPARE(sum.tokens, std::uint64_t { 2 });
    QCOMPARE(sum.rows, std::uint64_t { 1 });
}

void PerplexityTest::meanIsWeightedByTokens()
{
    EchoModel model;
    LikelihoodSum sum;
    addLikelihood(sum, std::vector<std::int32_t> { 0, 1, 1, 1 }, {}, 0, model.function());
    addLikelihood(sum, std::vector<std::int32_t> { 0, 5 }, {}, 0, model.function());
    QCOMPARE(sum.mean(), 2.0);
    QCOMPARE(sum.perplexity(), std::exp(2.0));
}

void PerplexityTest::longRowsArePredictedOnceInWindows()
{
    EchoModel model;
    LikelihoodSum sum;
    addLikelihood(sum, std::vector<std::int32_t> { 1, 2, 3, 4, 5, 6, 7 }, {}, 3, model.function());
    QCOMPARE(sum.nll, 27.0);
    QCOMPARE(sum.tokens, std::uint64_t { 6 });
    QCOMPARE(model.asked, (std::vector<std::vector<std::int32_t>> { { 1, 2, 3 }, { 3, 4, 5 }, { 5, 6, 7 } }));
}

void PerplexityTest::onlyMarkedTokensCount()
{
    EchoModel model;
    LikelihoodSum sum;
    addLikelihood(sum, std::vector<std::int32_t> { 1, 2, 3, 4 }, std::vector<std::uint8_t> { 1, 0, 1, 1 }, 0,
        model.function());
    QCOMPARE(sum.nll, 7.0);
    QCOMPARE(sum.tokens, std::uint64_t { 2 });
}

void PerplexityTest::windowsWithoutMarkedTokensAreNotRead()
{
    EchoModel model;
    LikelihoodSum sum;
    addLikelihood(sum, std::vector<std::int32_t> { 1, 2, 3, 4, 5 },
        std::vector<std::uint8_t> { 0, 0, 0, 0, 1 }, 3, model.function());
    QCOMPARE(sum.nll, 5.0);
    QCOMPARE(model.asked.size(), std::size_t { 1 });
}

void PerplexityTest::tokenisedRowsCountTheirLabels()
{
    const QTemporaryDir folder;
    EchoModel model;
    const auto sum = likelihoodOf(dataOf(folder,
                                      "{\"input_ids\": [1, 2, 3], \"labels\": [-100, -100, "
                                      "3]}\n{\"input_ids\": [7, 8], \"labels\": [7, 8]}\n"),
        model.function());
    QCOMPARE(sum.nll, 11.0);
    QCOMPARE(sum.tokens, std::uint64_t { 2 });
}

void PerplexityTest::fileWithoutPredictedTokenIsRefused()
{
    const QTemporaryDir folder;
    EchoModel model;
    QVERIFY_THROWS_EXCEPTION(Error, likelihoodOf(dataOf(folder, "{\"input_ids\": [1]}\n"), model.function()));
}

void PerplexityTest::brokenRowIsNamed()
{
    const QTemporaryDir folder;
    EchoModel model;
    try {
        likelihoodOf(dataOf(folder, "{\"input_ids\": [1, 2]}\n{\"input_ids\": [1, 2\n"), model.function());
        QFAIL("accepted");
    } catch (const Error& error) {
        QVERIFY2(std::string(error.what()).find("rows.jsonl:2") != std::string::npos, error.what());
    }
}

QTEST_GUILESS_MAIN(PerplexityTest)
#include "perplexity_test.moc"
