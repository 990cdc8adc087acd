// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/generator.h"

#include "core/common/base/error.h"
#include "core/common/text/tokenizer.h"
#include "core/engine/generate/stop_text.h"
#include "tests/engine/generate/markov_model.h"

#include <QtTest>
#include <cmath>

using namespace temper;
using temper::test::MarkovModel;

namespace {

using Ids = std::vector<std::int32_t>;
using Prompts = std::vector<Ids>;

// Token i is one of these texts; the last is special and the one before it half of a character.
const std::vector<std::string> kTokens { "a", "b", "c", " END", "EN", "D", "one ", "two ", "\n", "Us",
    "er:", "\xC3", "\xA9", "</s>" };
constexpr std::int32_t kEnd = 13;

class TableTokenizer final : public Tokenizer {
public:
    Encoding encode(std::string_view, SpecialTokens, Offsets) const override { return {}; }
    Encoding encodePair(std::string_view, std::string_view, SpecialTokens, Offsets) const override
    {
        return {};
    }
    std::string decode(std::span<const std::int32_t> ids, SpecialText special) const override
    {
        std::string bytes;
        for (const std::int32_t id : ids)
            if (id != kEnd || special == SpecialText::Keep)
                bytes += kTokens.at(static_cast<std::size_t>(id));
        std::string text;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const bool lead = bytes[i] == '\xC3', tail = bytes[i] == '\xA9';
            if (lead && i + 1 < bytes.size() && bytes[i + 1] == '\xA9')
                text += bytes.substr(i++, 2);
            else
                text += lead || tail ? std::string("\xEF\xBF\xBD") : std::string(1, bytes[i]);
        }
        return text;
    }
    std::size_t vocabularySize() const override { return kTokens.size(); }
    std::optional<std::int32_t> idOf(std::string_view) const override { return std::nullopt; }
    std::string tokenOf(std::int32_t id) const override { return kTokens.at(static_cast<std::size_t>(id)); }
    bool isSpecial(std::int32_t id) const override { return id == kEnd; }
};

// Says what its script says: the prompt's last token is the number of the script.
class ScriptModel final : public StepModel {
public:
    explicit ScriptModel(Prompts scripts)
        : m_scripts(std::move(scripts))
    {
    }
    std::size_t vocabularySize() const override { return kTokens.size(); }
    std::span<const float> start(std::span<const Ids> prompts) override
    {
        m_rows.clear();
        for (const Ids& prompt : prompts)
            m_rows.push_back({ static_cast<std::size_t>(prompt.back()), 0 });
        return logits();
    }
    std::span<const float> step(std::span<const std::int32_t> ids,
        std::span<const std::int64_t> from) override
    {
        std::vector<Row> next;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Row& row = m_rows.at(static_cast<std::size_t>(from[i]));
            next.push_back({ row.script, row.position + 1 });
        }
        m_rows = next;
        rowsOfSteps.push_back(ids.size());
        return logits();
    }
    std::vector<std::size_t> rowsOfSteps;

private:
    struct Row {
        std::size_t script;
        std::size_t position;
    };
    std::span<const float> logits()
    {
        m_logits.assign(m_rows.size() * kTokens.size(), 0.0F);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const Ids& script = m_scripts.at(m_rows[i].script);
            const std::size_t next = static_cast<std::size_t>(script.at(m_rows[i].position % script.size()));
            m_logits[i * kTokens.size() + next] = 9;
        }
        return m_logits;
    }
    Prompts m_scripts;
    std::vector<Row> m_rows;
    std::vector<float> m_logits;
};

GenerationContext withTokenizer()
{
    GenerationContext context;
    context.tokenizer = std::make_shared<TableTokenizer>();
    return context;
}

std::string spelled(const Ids& ids)
{
    std::string text;
    for (const std::int32_t id : ids)
        text += std::to_string(id) + " ";
    return text;
}

std::string reason(const Generation& generation)
{
    return std::string(finishReasonName(generation.finish));
}

} // namespace

class GeneratorTest : public QObject {
    Q_OBJECT

private slots:
    void stopIdEndsTheAnswerAndIsNotShown();
    void lengthEndsTheAnswer();
    void stopTextAcrossTokenBordersIsCutOff();
    void beginningOfAStopTextIsShownWhenItDoesNotComeTrue();
    void earliestOfSeveralStopTextsWins();
    void streamedPiecesJoinToTheText();
    void halfACharacterIsNeverStreamed();
    void finishedRowsMakeRoom();
    void promptsTogetherAnswerAsEachAlone();
    void sampledAnswerDependsOnlyOnSeedAndRow();
    void logProbabilitiesAreThoseOfTheModel();
    void cancelledAnswerKeepsWhatItHas();
    void beamSearchGivesTextAndScore();
    void beamSearchHonoursStopTexts();
    void stopTextWithoutTokenizerIsRefused();
    void emptyPromptIsRefused();
    void temperatureWithBeamsIsRefused();
};

void GeneratorTest::stopIdEndsTheAnswerAndIsNotShown()
{
    ScriptModel model(Prompts { { 0, 1, kEnd, 2 } });
    GenerationSettings settings;
    settings.stop.ids = { 5, kEnd };
    const Prompts prompts { { 0 } };
    const auto answers = generate(model, prompts, settings, withTokenizer());
    QCOMPARE(spelled(answers[0].ids), std::string("0 1 13 "));
    QCOMPARE(answers[0].text, std::string("ab"));
    QCOMPARE(reason(answers[0]), std::string("stop"));
}

void GeneratorTest::lengthEndsTheAnswer()
{
    ScriptModel model(Prompts { { 6, 7 } });
    GenerationSettings settings;
    settings.maxNewTokens = 3;
    const Prompts prompts { { 0 } };
    const auto answers = generate(model, prompts, settings, withTokenizer());
    QCOMPARE(answers[0].text, std::string("one two one "));
    QCOMPARE(reason(answers[0]), std::string("length"));
    settings.maxNewTokens = 0;
    QVERIFY(generate(model, prompts, settings, withTokenizer())[0].ids.empty());
}

void GeneratorTest::stopTextAcrossTokenBordersIsCutOff()
{
    ScriptModel model(Prompts { { 0, 8, 9, 10, 1 } });
    GenerationSettings settings;
    settings.stop.texts = { "\nUser:" };
    std::string streamed;
    GenerationContext context = withTokenizer();
    context.onText = [&streamed](std::size_t, std::string_view piece) { streamed += piece; };
    const Prompts prompts { { 0 } };
    const auto answers = generate(model, prompts, settings, context);
    QCOMPARE(answers[0].text, std::string("a"));
    QCOMPARE(streamed, std::string("a"));
    QCOMPARE(spelled(answers[0].ids), std::string("0 8 9 10 "));
    QCOMPARE(reason(answers[0]), std::string("stop"));
}

void GeneratorTest::beginningOfAStopTextIsShownWhenItDoesNotComeTrue()
{
    ScriptModel model(Prompts { { 4, 4, 5, 0, 4 } });
    GenerationSettings settings;
    settings.maxNewTokens = 5;
    settings.stop.texts = { "ENDING", "ENE" };
    const Prompts prompts { { 0 } };
    QCOMPARE(generate(model, prompts, settings, withTokenizer())[0].text, std::string(""));
    settings.stop.texts = { "ENDING" };
    QCOMPARE(generate(model, prompts, settings, withTokenizer())[0].text, std::string("ENENDaEN"));
}

void GeneratorTest::earliestOfSeveralStopTextsWins()
{
    StopText stop({ "cd", "bc", "" });
    std::string text = stop.push("aab");
    text += stop.push("cde");
    QCOMPARE(text, std::string("aa"));
    QVERIFY(stop.found());
    QCOMPARE(stop.push("more") + stop.finish(), std::string());
}

void GeneratorTest::streamedPiecesJoinToTheText()
{
    ScriptModel model(Prompts { { 6, 4, 5, 0 }, { 7, 3 } });
    GenerationSettings settings;
    settings.maxNewTokens = 11;
    settings.stop.texts = { "ENDb" };
    std::vector<std::string> streamed(2);
    GenerationContext context = withTokenizer();
    context.onText = [&streamed](std::size_t prompt, std::string_view piece) { streamed[prompt] += piece; };
    const Prompts prompts { { 0 }, { 1 } };
    const auto answers = generate(model, prompts, settings, context);
    QCOMPARE(answers[0].text, streamed[0]);
    QCOMPARE(answers[1].text, streamed[1]);
    QCOMPARE(streamed[0], std::string("one ENDaone ENDaone END"));
}

void GeneratorTest::halfACharacterIsNeverStreamed()
{
    ScriptModel model(Prompts { { 0, 11, 12, 1, 11 } });
    GenerationSettings settings;
    settings.maxNewTokens = 5;
    std::vector<std::string> pieces;
    GenerationContext context = withTokenizer();
    context.onText = [&pieces](std::size_t, std::string_view piece) { pieces.emplace_back(piece); };
    const Prompts prompts { { 0 } };
    QCOMPARE(generate(model, prompts, settings, context)[0].text,
        std::string("a\xC3\xA9"
                    "b\xEF\xBF\xBD"));
    for (const std::string& piece : pieces)
        QVERIFY(piece != "\xC3" && piece != "\xA9");
}

void GeneratorTest::finishedRowsMakeRoom()
{
    ScriptModel model(Prompts { { kEnd }, { 0 }, { 1, kEnd } });
    GenerationSettings settings;
    settings.maxNewTokens = 4;
    settings.stop.ids = { kEnd };
    const Prompts prompts { { 0 }, { 1 }, { 2 } };
    const auto answers = generate(model, prompts, settings, {});
    QCOMPARE(spelled(answers[1].ids), std::string("0 0 0 0 "));
    QCOMPARE(spelled(answers[2].ids), std::string("1 13 "));
    QCOMPARE(model.rowsOfSteps, (std::vector<std::size_t> { 2, 1, 1 }));
}

void GeneratorTest::promptsTogetherAnswerAsEachAlone()
{
    const Prompts prompts { { 1, 2 }, { 3, 4, 5 }, { 9, 9 } };
    GenerationSettings settings;
    settings.maxNewTokens = 20;
    settings.stop.ids = { 7, 11 };
    settings.sampling.repetitionPenalty = 1.2;
    settings.sampling.noRepeatNgramSize = 3;
    MarkovModel model(4);
    const auto together = generate(model, prompts, settings, {});
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        const auto alone = generate(model, std::span(&prompts[i], 1), settings, {});
        QCOMPARE(spelled(together[i].ids), spelled(alone[0].ids));
    }
}

void GeneratorTest::sampledAnswerDependsOnlyOnSeedAndRow()
{
    const Prompts prompts { { 1, 2 }, { 1, 2 } };
    GenerationSettings settings;
    settings.maxNewTokens = 30;
    settings.sampling.temperature = 1;
    settings.sampling.topK = 12;
    settings.sampling.seed = 21;
    MarkovModel model(4);
    const auto together = generate(model, prompts, settings, {});
    QVERIFY(together[0].ids != together[1].ids);
    GenerationContext second;
    second.firstStream = 1;
    const auto alone = generate(model, std::span(&prompts[1], 1), settings, second);
    QCOMPARE(spelled(alone[0].ids), spelled(together[1].ids));
}

void GeneratorTest::logProbabilitiesAreThoseOfTheModel()
{
    const Prompts prompts { { 1, 2 } };
    GenerationSettings settings;
    settings.maxNewTokens = 6;
    settings.logProbabilities = LogProbabilities::Wanted;
    settings.sampling.temperature = 0.5;
    settings.sampling.topP = 0.8;
    MarkovModel model(4);
    const Generation answer = generate(model, prompts, settings, {})[0];
    QCOMPARE(answer.logProbabilities.size(), answer.ids.size());
    Ids sequence = prompts[0];
    for (std::size_t i = 0; i < answer.ids.size(); ++i) {
        double sum = 0;
        const std::size_t end = sequence.size();
        for (std::size_t token = 0; token < MarkovModel::kVocabulary; ++token)
            sum += std::exp(double(MarkovModel::logit(4, sequence[end - 2], sequence[end - 1], token)));
        const auto chosen = static_cast<std::size_t>(answer.ids[i]);
        const double wanted
            = double(MarkovModel::logit(4, sequence[end - 2], sequence[end - 1], chosen)) - std::log(sum);
        QVERIFY(std::abs(double(answer.logProbabilities[i]) - wanted) < 1e-5);
        sequence.push_back(answer.ids[i]);
    }
}

void GeneratorTest::cancelledAnswerKeepsWhatItHas()
{
    ScriptModel model(Prompts { { 0, 1 } });
    std::stop_source source;
    GenerationContext context = withTokenizer();
    context.stop = source.get_token();
    int pieces = 0;
    context.onText = [&](std::size_t, std::string_view) {
        if (++pieces == 3)
            source.request_stop();
    };
    const Prompts prompts { { 0 } };
    const Generation answer = generate(model, prompts, {}, context)[0];
    QCOMPARE(reason(answer), std::string("cancelled"));
    QCOMPARE(answer.text, std::string("aba"));
}

void GeneratorTest::beamSearchGivesTextAndScore()
{
    ScriptModel model(Prompts { { 6, 7, kEnd } });
    GenerationSettings settings;
    settings.beams.beams = 3;
    settings.maxNewTokens = 8;
    settings.stop.ids = { kEnd };
    const Prompts prompts { { 0 } };
    const Generation answer = generate(model, prompts, settings, withTokenizer())[0];
    QCOMPARE(answer.text, std::string("one two "));
    QCOMPARE(reason(answer), std::string("stop"));
    const double each = 9 - std::log(std::exp(9.0) + double(kTokens.size() - 1));
    QVERIFY(std::abs(answer.score - each) < 1e-4);
}

void GeneratorTest::beamSearchHonoursStopTexts()
{
    ScriptModel model(Prompts { { 0, 4, 5, 1 } });
    GenerationSettings settings;
    settings.beams.beams = 2;
    settings.maxNewTokens = 8;
    settings.stop.texts = { "END" };
    const Prompts prompts { { 0 } };
    const Generation answer = generate(model, prompts, settings, withTokenizer())[0];
    QCOMPARE(answer.text, std::string("a"));
    QCOMPARE(spelled(answer.ids), std::string("0 4 5 "));
    QCOMPARE(reason(answer), std::string("stop"));
}

void GeneratorTest::stopTextWithoutTokenizerIsRefused()
{
    ScriptModel model(Prompts { { 0 } });
    GenerationSettings settings;
    settings.stop.texts = { "x" };
    const Prompts prompts { { 0 } };
    QVERIFY_THROWS_EXCEPTION(Error, generate(model, prompts, settings, {}));
}

void GeneratorTest::emptyPromptIsRefused()
{
    ScriptModel model(Prompts { { 0 } });
    const Prompts prompts { {} };
    QVERIFY_THROWS_EXCEPTION(Error, generate(model, prompts, {}, {}));
}

void GeneratorTest::temperatureWithBeamsIsRefused()
{
    GenerationSettings settings;
    settings.beams.beams = 2;
    settings.sampling.temperature = 1;
    QVERIFY_THROWS_EXCEPTION(Error, checkGeneration(settings));
}

QTEST_GUILESS_MAIN(GeneratorTest)
#include "generator_test.moc"
