// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/sampler.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/text_file.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

using namespace temper;

namespace {

constexpr float kBanned = -std::numeric_limits<float>::infinity();

SamplingSettings settingsOf(const Json& params)
{
    SamplingSettings settings;
    settings.temperature = params.value("temperature", 1.0);
    settings.topK = params.value("top_k", 0);
    settings.topP = params.value("top_p", 1.0);
    settings.minP = params.value("min_p", 0.0);
    settings.typicalP = params.value("typical_p", 1.0);
    settings.repetitionPenalty = params.value("repetition_penalty", 1.0);
    settings.noRepeatNgramSize = params.value("no_repeat_ngram_size", 0);
    settings.minTokensToKeep = params.value("min_tokens_to_keep", 1);
    return settings;
}

std::vector<float> spread(const std::vector<Candidate>& candidates,
    const std::vector<float>& values,
    std::size_t size,
    float rest)
{
    std::vector<float> row(size, rest);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        row[static_cast<std::size_t>(candidates[i].id)] = values[i];
    return row;
}

double worstDifference(const std::vector<float>& got, const Json& want, float null)
{
    double worst = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double wanted = want[i].is_null() ? static_cast<double>(null) : want[i].get<double>();
        if (std::isinf(wanted) || std::isinf(got[i]))
            worst = std::max(worst, static_cast<double>(got[i]) == wanted ? 0.0 : 1e9);
        else
            worst = std::max(worst, std::abs(wanted - static_cast<double>(got[i])));
    }
    return worst;
}

Json sorted(Json values)
{
    std::sort(values.begin(), values.end(),
        [](const Json& a, const Json& b) { return a.get<double>() < b.get<double>(); });
    return values;
}

} // namespace

class SamplerTest : public QObject {
    Q_OBJECT

private slots:
    void processedLogitsAndProbabilitiesEqualTheReference_data();
    void processedLogitsAndProbabilitiesEqualTheReference();
    void sameSeedDrawsTheSameTokens();
    void drawnFrequenciesFollowTheProbabilities();
    void greedyTakesTheFirstOfEqualLogits();
    void greedyHonoursRepetitionPenalty();
    void everythingBannedStillAnswers();
    void notANumberIsReportedAsTheModelsFault();
    void settingOutOfRangeIsNamed();
};

void SamplerTest::processedLogitsAndProbabilitiesEqualTheReference_data()
{
    QTest::addColumn<QByteArray>("line");
    std::istringstream lines(
        readTextFile(TEMPER_SOURCE_DIR "/tests/reference/engine/decoding/sampling.jsonl"));
    std::string line;
    while (std::getline(lines, line)) {
        const Json item = parseJson(line, "sampling.jsonl");
        const std::string name = item["params"].dump() + " of " + std::to_string(item["logits"].size());
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(line);
    }
}

void SamplerTest::processedLogitsAndProbabilitiesEqualTheReference()
{
    QFETCH(QByteArray, line);
    const Json item = parseJson(line.toStdString(), "sampling.jsonl");
    const auto logits = item["logits"].get<std::vector<float>>();
    const auto previous = item["previous_ids"].get<std::vector<std::int32_t>>();

    const std::vector<Candidate> candidates = processLogits(logits, previous, settingsOf(item["params"]));
    std::vector<float> scores;
    for (const Candidate& candidate : candidates)
        scores.push_back(candidate.score);
    std::vector<float> probabilities = spread(candidates, softmax(candidates), logits.size(), 0);

    if (item["has_ties"].get<bool>()) {
        std::sort(probabilities.begin(), probabilities.end());
        QVERIFY(worstDifference(probabilities, sorted(item["probs"]), 0) <= 1e-6);
    } else {
        QVERIFY(worstDifference(probabilities, item["probs"], 0) <= 1e-6);
        const std::vector<float> processed = spread(candidates, scores, logits.size(), kBanned);
        QVERIFY(worstDifference(processed, item["processed_logits"], kBanned) <= 1e-5);
    }
}

void SamplerTest::sameSeedDrawsTheSameTokens()
{
    std::vector<float> logits(1000);
    for (std::size_t i = 0; i < logits.size(); ++i)
        logits[i] = std::sin(static_cast<float>(i)) * 2;
    SamplingSettings settings;
    settings.temperature = 0.9;
    settings.topP = 0.95;
    settings.seed = 7;
    Sampler first(settings), again(settings), otherRow(settings, 1);
    settings.seed = 8;
    Sampler otherSeed(settings);
    std::vector<std::int32_t> a, b, c, d;
    for (int i = 0; i < 50; ++i) {
        a.push_back(first.choose(logits, {}));
        b.push_back(again.choose(logits, {}));
        c.push_back(otherRow.choose(logits, {}));
        d.push_back(otherSeed.choose(logits, {}));
    }
    QCOMPARE(a, b);
    QVERIFY(a != c);
    QVERIFY(a != d);
    QVERIFY(c != d);
}

void SamplerTest::drawnFrequenciesFollowTheProbabilities()
{
    const std::vector<float> logits { 0.0F, std::log(2.0F), std::log(5.0F), -30.0F };
    SamplingSettings settings;
    settings.temperature = 1;
    settings.seed = 3;
    Sampler sampler(settings);
    std::vector<int> counts(4);
    const int draws = 40000;
    for (int i = 0; i < draws; ++i)
        ++counts[static_cast<std::size_t>(sampler.choose(logits, {}))];
    const double wanted[] = { 0.125, 0.25, 0.625, 0 };
    for (std::size_t i = 0; i < 4; ++i) // five standard deviations at most
        QVERIFY(std::abs(counts[i] / double(draws) - wanted[i]) < 0.0125);
}

void SamplerTest::greedyTakesTheFirstOfEqualLogits()
{
    const std::vector<float> logits { 0, 3, 1, 3 };
    QCOMPARE(Sampler(SamplingSettings {}).choose(logits, {}), 1);
}

void SamplerTest::greedyHonoursRepetitionPenalty()
{
    const std::vector<float> logits { 0, 3, 2.9F, -1 };
    SamplingSettings settings;
    settings.repetitionPenalty = 1.5;
    const std::vector<std::int32_t> previous { 1, 1, 3 };
    QCOMPARE(Sampler(settings).choose(logits, previous), 2);
}

void SamplerTest::everythingBannedStillAnswers()
{
    const std::vector<float> logits { 0, 1 };
    SamplingSettings settings;
    settings.temperature = 1;
    settings.noRepeatNgramSize = 1;
    const std::vector<std::int32_t> previous { 0, 1 };
    QCOMPARE(Sampler(settings).choose(logits, previous), 0);
}

void SamplerTest::notANumberIsReportedAsTheModelsFault()
{
    const std::vector<float> logits(4, std::numeric_limits<float>::quiet_NaN());
    QVERIFY_THROWS_EXCEPTION(Error, Sampler(SamplingSettings {}).choose(logits, {}));
    SamplingSettings drawn;
    drawn.temperature = 1;
    QVERIFY_THROWS_EXCEPTION(Error, Sampler(drawn).choose(logits, {}));
}

void SamplerTest::settingOutOfRangeIsNamed()
{
    SamplingSettings settings;
    settings.topP = 1.5;
    try {
        checkSampling(settings);
        QFAIL("accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Usage);
        QCOMPARE(error.subject(), std::string("top-p"));
    }
}

QTEST_GUILESS_MAIN(SamplerTest)
#include "sampler_test.moc"
