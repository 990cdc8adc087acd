// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/token_stream.h"

#include "core/engine/generate/generator.h"
#include "core/engine/session/step_clock.h"

#include <QTest>
#include <cmath>

using namespace temper;

namespace {

// Logits that depend on the step alone: log of fixed probabilities of four tokens.
class ScriptedModel final : public StepModel {
public:
    explicit ScriptedModel(std::vector<std::vector<float>> probabilities)
        : m_probabilities(std::move(probabilities))
    {
    }
    std::size_t vocabularySize() const override { return m_probabilities.front().size(); }
    std::span<const float> start(std::span<const std::vector<std::int32_t>>) override { return at(0); }
    std::span<const float> step(std::span<const std::int32_t>, std::span<const std::int64_t>) override
    {
        return at(++m_step);
    }

private:
    std::span<const float> at(std::size_t step)
    {
        m_row = m_probabilities.at(step);
        for (float& value : m_row)
            value = std::log(value) + 3.0f; // logits need not be normalised
        return m_row;
    }

    std::vector<std::vector<float>> m_probabilities;
    std::vector<float> m_row;
    std::size_t m_step = 0;
};

std::string
toldBy(std::vector<std::vector<float>> probabilities, const GenerationSettings& settings, std::size_t top)
{
    ScriptedModel model(std::move(probabilities));
    std::string told;
    TokenStream stream(model, nullptr, top, [&told](const StreamedToken& streamed) {
        told += std::to_string(streamed.token.id) + " p"
            + std::to_string(std::lround(100 * std::exp(streamed.token.logProbability))) + " of";
        for (const TokenChance& chance : streamed.top)
            told += " " + std::to_string(chance.id) + ":"
                + std::to_string(std::lround(100 * std::exp(chance.logProbability)));
        told += "\n";
    });
    const std::vector<std::vector<std::int32_t>> prompts { { 0 } };
    const auto generations = generate(stream, prompts, settings, {});
    stream.finish(generations.front().ids);
    return told;
}

const std::vector<std::vector<float>> kScript {
    { 0.1f, 0.2f, 0.3f, 0.4f },
    { 0.7f, 0.1f, 0.1f, 0.1f },
    { 0.05f, 0.05f, 0.8f, 0.1f },
};

} // namespace

class TokenStreamTest : public QObject {
    Q_OBJECT

private slots:
    void everyTokenIsToldOnceInOrderWithTheLast()
    {
        GenerationSettings settings;
        settings.maxNewTokens = 3;
        QCOMPARE(toldBy(kScript, settings, 2),
            std::string("3 p40 of 3:40 2:30\n0 p70 of 0:70 1:10\n2 p80 of 2:80 3:10\n"));
    }

    void tokenThatEndsTheAnswerIsToldToo()
    {
        GenerationSettings settings;
        settings.maxNewTokens = 3;
        settings.stop.ids = { 0 };
        QCOMPARE(toldBy(kScript, settings, 1), std::string("3 p40 of 3:40\n0 p70 of 0:70\n"));
    }

    void probabilitiesAreTheModelsOwnBeforePenalties()
    {
        GenerationSettings settings;
        settings.maxNewTokens = 2;
        settings.sampling.repetitionPenalty = 50; // token 0 stands in the prompt
        QCOMPARE(toldBy(kScript, settings, 0), std::string("3 p40 of\n1 p10 of\n"));
    }

    void clockRunsOnlyBetweenStartAndLastStep()
    {
        ScriptedModel model(kScript);
        StepClock clock(model);
        const std::vector<std::vector<std::int32_t>> prompts { { 0 } };
        clock.start(prompts);
        QCOMPARE(clock.decodingSeconds(), 0.0);
        const std::int32_t id = 1;
        const std::int64_t from = 0;
        clock.step({ &id, 1 }, { &from, 1 });
        QVERIFY(clock.decodingSeconds() > 0);
    }
};

QTEST_GUILESS_MAIN(TokenStreamTest)
#include "token_stream_test.moc"
