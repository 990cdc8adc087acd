// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/beam_search.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/text_file.h"
#include "tests/engine/generate/markov_model.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

using namespace temper;
using temper::test::MarkovModel;

namespace {

using Prompts = std::vector<std::vector<std::int32_t>>;

EarlyStopping earlyStoppingOf(const Json& value)
{
    if (value.is_string())
        return EarlyStopping::Never;
    return value.get<bool>() ? EarlyStopping::WhenFull : EarlyStopping::Heuristic;
}

BeamSettings settingsOf(const Json& json)
{
    BeamSettings settings;
    settings.beams = json.at("num_beams").get<int>();
    settings.groups = json.value("num_beam_groups", 1);
    settings.lengthPenalty = json.at("length_penalty").get<double>();
    settings.diversityPenalty = json.value("diversity_penalty", 0.0);
    settings.earlyStopping = earlyStoppingOf(json.at("early_stopping"));
    return settings;
}

BeamRules rulesOf(const Json& json)
{
    BeamRules rules;
    rules.maxNewTokens = json.at("max_new_tokens").get<std::size_t>();
    rules.repetitionPenalty = json.value("repetition_penalty", 1.0);
    rules.noRepeatNgramSize = json.value("no_repeat_ngram_size", 0);
    rules.stopIds = json.value("eos_token_id", std::vector<std::int32_t> {});
    rules.padId = 0;
    return rules;
}

std::string spelled(const std::vector<std::int32_t>& ids)
{
    std::string text;
    for (const std::int32_t id : ids)
        text += std::to_string(id) + " ";
    return text;
}

std::vector<std::int32_t> withoutStop(std::vector<std::int32_t> ids, const std::vector<std::int32_t>& stops)
{
    if (!ids.empty() && std::find(stops.begin(), stops.end(), ids.back()) != stops.end())
        ids.pop_back();
    return ids;
}

void addRows(const char* file)
{
    QTest::addColumn<QByteArray>("line");
    std::istringstream lines(
        readTextFile(std::string(TEMPER_SOURCE_DIR "/tests/reference/engine/decoding/") + file));
    std::string line;
    for (int number = 0; std::getline(lines, line); ++number) {
        const std::string name = std::to_string(number) + " " + parseJson(line, file)["settings"].dump();
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(line);
    }
}

void compareWithReference(const Json& item)
{
    const auto prompts = item["prompts"].get<Prompts>();
    const BeamRules rules = rulesOf(item["settings"]);
    MarkovModel model(item["seed"].get<std::uint64_t>());
    const auto answers = beamSearch(model, prompts, settingsOf(item["settings"]), rules);
    QCOMPARE(answers.size(), prompts.size());
    for (std::size_t prompt = 0; prompt < prompts.size(); ++prompt) {
        const Json& wanted = item["answers"][prompt];
        QCOMPARE(answers[prompt].size(), wanted.size());
        for (std::size_t rank = 0; rank < wanted.size(); ++rank) {
            const Hypothesis& got = answers[prompt][rank];
            QCOMPARE(spelled(withoutStop(got.ids, rules.stopIds)),
                spelled(wanted[rank]["ids"].get<std::vector<std::int32_t>>()));
            QVERIFY(std::abs(static_cast<double>(got.score) - wanted[rank]["score"].get<double>()) <= 1e-4);
        }
    }
}

} // namespace

class BeamSearchTest : public QObject {
    Q_OBJECT

private slots:
    void beamsAndScoresEqualTheReference_data() { addRows("beam.jsonl"); }
    void beamsAndScoresEqualTheReference();
    void groupBeamsAndScoresEqualTheReference_data() { addRows("group_beam.jsonl"); }
    void groupBeamsAndScoresEqualTheReference();
    void promptsTogetherFindWhatEachFindsAlone();
    void stopRuleEndsASequenceInsideABeam();
    void cancelledSearchReturnsTheOpenBeams();
    void noTokensWantedGivesNothing();
    void wrongSettingIsNamed();
};

void BeamSearchTest::beamsAndScoresEqualTheReference()
{
    QFETCH(QByteArray, line);
    compareWithReference(parseJson(line.toStdString(), "beam.jsonl"));
}

void BeamSearchTest::groupBeamsAndScoresEqualTheReference()
{
    QFETCH(QByteArray, line);
    compareWithReference(parseJson(line.toStdString(), "group_beam.jsonl"));
}

void BeamSearchTest::promptsTogetherFindWhatEachFindsAlone()
{
    const Prompts prompts { { 1, 2 }, { 3, 4, 5 }, { 6, 7 } };
    BeamSettings settings;
    settings.beams = 4;
    settings.groups = 2;
    settings.diversityPenalty = 0.7;
    BeamRules rules;
    rules.maxNewTokens = 9;
    rules.stopIds = { 3, 8, 9, 14, 20 };
    MarkovModel model(5);
    const auto together = beamSearch(model, prompts, settings, rules);
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        const auto alone = beamSearch(model, std::span(&prompts[i], 1), settings, rules);
        QCOMPARE(spelled(together[i][0].ids), spelled(alone[0][0].ids));
        QCOMPARE(together[i][0].score, alone[0][0].score);
    }
}

void BeamSearchTest::stopRuleEndsASequenceInsideABeam()
{
    BeamSettings settings;
    settings.beams = 3;
    BeamRules rules;
    rules.maxNewTokens = 12;
    rules.stopsAt = [](std::span<const std::int32_t> ids) { return ids.back() >= 12; };
    MarkovModel model(9);
    const Prompts prompts { { 1, 2 } };
    const auto answers = beamSearch(model, prompts, settings, rules);
    QVERIFY(std::any_of(answers[0].begin(), answers[0].end(), [](const Hypothesis& h) { return h.stopped; }));
    for (const Hypothesis& answer : answers[0]) {
        const auto firstStop
            = std::find_if(answer.ids.begin(), answer.ids.end(), [](std::int32_t id) { return id >= 12; });
        QCOMPARE(firstStop == answer.ids.end() ? answer.ids.end() : firstStop + 1, answer.ids.end());
        QCOMPARE(answer.stopped, firstStop != answer.ids.end());
    }
}

void BeamSearchTest::cancelledSearchReturnsTheOpenBeams()
{
    std::stop_source source;
    source.request_stop();
    BeamSettings settings;
    settings.beams = 2;
    BeamRules rules;
    rules.stop = source.get_token();
    MarkovModel model(1);
    const Prompts prompts { { 1, 2 } };
    const auto answers = beamSearch(model, prompts, settings, rules);
    QCOMPARE(answers[0].size(), std::size_t { 2 });
    QCOMPARE(answers[0][0].ids.size(), std::size_t { 1 });
    QCOMPARE(model.steps, 0);
}

void BeamSearchTest::noTokensWantedGivesNothing()
{
    BeamSettings settings;
    settings.beams = 2;
    BeamRules rules;
    rules.maxNewTokens = 0;
    MarkovModel model(1);
    const Prompts prompts { { 1, 2 } };
    QVERIFY(beamSearch(model, prompts, settings, rules)[0].empty());
}

void BeamSearchTest::wrongSettingIsNamed()
{
    const auto subjectOf = [](BeamSettings settings) -> std::string {
        try {
            checkBeams(settings);
            return "accepted";
        } catch (const Error& error) {
            return error.subject();
        }
    };
    BeamSettings settings;
    settings.beams = 0;
    QCOMPARE(subjectOf(settings), std::string("beams"));
    settings.beams = 4;
    settings.groups = 3;
    QCOMPARE(subjectOf(settings), std::string("num-beam-groups"));
    settings.groups = 2;
    QCOMPARE(subjectOf(settings), std::string("diversity-penalty"));
    settings.diversityPenalty = 1;
    QCOMPARE(subjectOf(settings), std::string("accepted"));
}

QTEST_GUILESS_MAIN(BeamSearchTest)
#include "beam_search_test.moc"
