// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/schedule.h"

#include "core/common/base/json.h"

#include <QTest>
#include <cmath>

using namespace temper;

namespace {

ScheduleType typeOf(const std::string& name)
{
    if (name == "linear")
        return ScheduleType::Linear;
    if (name == "cosine")
        return ScheduleType::Cosine;
    if (name == "constant_with_warmup")
        return ScheduleType::ConstantWithWarmup;
    return name == "cosine_with_min_lr" ? ScheduleType::CosineWithMinimum : ScheduleType::Constant;
}

} // namespace

class ScheduleTest : public QObject {
    Q_OBJECT

private slots:
    void ratesAreThoseOfTransformers_data();
    void ratesAreThoseOfTransformers();
    void warmupRatioIsRoundedUpToSteps();
    void warmupStepsWinOverTheRatio();
};

void ScheduleTest::ratesAreThoseOfTransformers_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const Json& reference : readJsonFile(TEMPER_SOURCE_DIR "/tests/reference/engine/schedules.json"))
        QTest::newRow(reference.at("id").get<std::string>().c_str())
            << QByteArray::fromStdString(reference.dump());
}

void ScheduleTest::ratesAreThoseOfTransformers()
{
    QFETCH(QByteArray, text);
    const Json reference = Json::parse(text.toStdString());
    const Schedule schedule { typeOf(reference.at("type").get<std::string>()),
        reference.at("lr").get<double>(), reference.at("min_lr_rate").get<double>(),
        reference.at("warmup_steps").get<std::int64_t>(), reference.at("total_steps").get<std::int64_t>() };
    const auto rates = reference.at("lr_at_step").get<std::vector<double>>();
    QCOMPARE(rates.size(), 100u);
    for (std::size_t step = 0; step < rates.size(); ++step)
        QVERIFY(std::abs(learningRate(schedule, static_cast<std::int64_t>(step)) - rates[step])
            <= 1e-12 * schedule.peak);
}

void ScheduleTest::warmupRatioIsRoundedUpToSteps()
{
    Recipe recipe;
    recipe.warmupRatio = 0.03;
    QCOMPARE(makeSchedule(recipe, 101).warmupSteps, std::int64_t { 4 });
}

void ScheduleTest::warmupStepsWinOverTheRatio()
{
    Recipe recipe;
    recipe.warmupRatio = 0.5;
    recipe.warmupSteps = 7;
    QCOMPARE(makeSchedule(recipe, 100).warmupSteps, std::int64_t { 7 });
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
