// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/link/events.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>
#include <limits>

using namespace temper;
namespace fs = std::filesystem;

namespace {

QString lineOf(const RunEvent& event)
{
    return QString::fromStdString(toLine(eventToJson({ 12.5, event })));
}

// "step 1=0.5, resumed 3": what a series says, short.
QString picture(const std::vector<TimedEvent>& events)
{
    QStringList parts;
    for (const TimedEvent& event : events) {
        if (const auto* step = std::get_if<StepEvent>(&event.event))
            parts << QString("step %1=%2").arg(step->step).arg(step->loss);
        else if (const auto* eval = std::get_if<EvalEvent>(&event.event))
            parts << QString("eval %1").arg(eval->step);
        else if (const auto* resumed = std::get_if<ResumedEvent>(&event.event))
            parts << QString("resumed %1").arg(resumed->fromStep);
        else
            parts << "other";
    }
    return parts.join(", ");
}

TimedEvent step(std::int64_t number, double loss)
{
    return { 0, StepEvent { .step = number, .loss = loss } };
}

} // namespace

class EventsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void eachKindHasItsLine();
    void everyEventReadsBackEqual();
    void numbersAreExact();
    void lossThatIsNoNumberIsNull();
    void aTornTailIsCutBeforeAppending();
    void aReaderPassesOverDamage();
    void aReaderFollowsAGrowingFile();
    void theLastEventOfEachStepCounts();
    void aResumeTakesBackLaterSteps();
    void theLastEventsAreReadFromALongFile();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
};

void EventsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("events.jsonl").toStdString();
}

void EventsTest::eachKindHasItsLine()
{
    QCOMPARE(lineOf(PhaseEvent { RunPhase::Tokenising, 5, 10, "rows" }),
        R"({"t":12.5,"event":"phase","phase":"tokenising","done":5,"total":10,"unit":"rows"})");
    QCOMPARE(lineOf(StepEvent { 3, 9, 0.5, 1.25, 1e-4, 0.75, 100, 40, 200, 1024, { { "margin", 0.25 } } }),
        R"({"t":12.5,"event":"step","step":3,"total_steps":9,"epoch":0.5,"loss":1.25,"learning_rate":0.0001,"grad_norm":0.75,)"
        R"("tokens":100,"supervised_tokens":40,"tokens_per_second":200.0,"memory_bytes":1024,"margin":0.25})");
    QCOMPARE(lineOf(EvalEvent { 3, 0.5, 1.5, 20, 2.5, true }),
        R"({"t":12.5,"event":"eval","step":3,"epoch":0.5,"loss":1.5,"supervised_tokens":20,"seconds":2.5,"best":true})");
    QCOMPARE(lineOf(ProbeEvent { 3, 0, "你好", "a\nb", "" }),
        QString::fromUtf8(
            R"({"t":12.5,"event":"probe","step":3,"index":0,"prompt":"你好","answer":"a\nb"})"));
    QCOMPARE(lineOf(CheckpointEvent { 3, "checkpoints/step-000003", false, 0.5 }),
        R"({"t":12.5,"event":"checkpoint","step":3,"folder":"checkpoints/step-000003","best":false,"seconds":0.5})");
    QCOMPARE(lineOf(WarningEvent { "w" }), R"({"t":12.5,"event":"warning","message":"w"})");
    QCOMPARE(lineOf(ErrorEvent { "e", "r" }), R"({"t":12.5,"event":"error","message":"e","remedy":"r"})");
    QCOMPARE(
        lineOf(EndEvent { EndState::Stopped, 3 }), R"({"t":12.5,"event":"end","state":"stopped","step":3})");
    QCOMPARE(lineOf(ResumedEvent { 2 }), R"({"t":12.5,"event":"resumed","from_step":2})");
}

void EventsTest::everyEventReadsBackEqual()
{
    const std::vector<RunEvent> all { PhaseEvent { RunPhase::Paused, 5, 10, "rows" },
        StepEvent { 3, 9, 0.5, 1.25, 1e-4, 0.75, 100, 40, 200, 1024, { { "kl", 0.25 } } },
        EvalEvent { 3, 0.5, 1.5, 20, 2.5, true }, ProbeEvent { 3, 1, "p", "a", "x.safetensors" },
        CheckpointEvent { 3, "f", true, 0.5 }, WarningEvent { "w" }, ErrorEvent { "e", "r" },
        EndEvent { EndState::Failed, 3 }, ResumedEvent { 2 } };
    EventWriter writer(m_path);
    for (const RunEvent& event : all)
        writer.write(event);
    const auto back = readEvents(m_path);
    QCOMPARE(back.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(lineOf(back[i].event), lineOf(all[i]));
    QVERIFY(back[0].time > 1.6e9);
}

void EventsTest::numbersAreExact()
{
    for (const double loss : { 0.1 + 0.2, 1.0 / 3, 5e-324, static_cast<double>(0.1F) }) {
        const auto back = eventFromJson(Json::parse(toLine(eventToJson(step(1, loss)))));
        QVERIFY(std::get<StepEvent>(back->event).loss == loss);
    }
}

void EventsTest::lossThatIsNoNumberIsNull()
{
    const std::string line = toLine(eventToJson(step(1, std::numeric_limits<double>::quiet_NaN())));
    QVERIFY(line.find("\"loss\":null") != std::string::npos);
    QVERIFY(std::isnan(std::get<StepEvent>(eventFromJson(Json::parse(line))->event).loss));
}

void EventsTest::aTornTailIsCutBeforeAppending()
{
    EventWriter(m_path).write(step(1, 0.5));
    std::ofstream(m_path, std::ios::app) << "{\"t\":1,\"event\":\"st";
    EventWriter(m_path).write(step(2, 0.25));
    QCOMPARE(picture(readEvents(m_path)), "step 1=0.5, step 2=0.25");
    QCOMPARE(QString::fromStdString(readTextFile(m_path)).count('\n'), 2);
}

void EventsTest::aReaderPassesOverDamage()
{
    std::ofstream(m_path)
        << toLine(eventToJson(step(1, 0.5))) << "\nnot json\n[]\n{\"t\":1}\n"
        << "{\"t\":1,\"event\":\"of a later version\"}\n{\"t\":1,\"event\":\"step\",\"step\":\"x\"}\n"
        << toLine(eventToJson(step(2, 0.25))) << "\n{\"t\":1,\"event\":\"step\",\"step\":3";
    EventReader reader(m_path);
    QCOMPARE(picture(reader.readNew()), "step 1=0.5, step 2=0.25");
    QCOMPARE(reader.damagedLines(), 4);
}

void EventsTest::aReaderFollowsAGrowingFile()
{
    EventReader reader(m_path);
    QVERIFY(reader.readNew().empty());
    EventWriter(m_path).write(step(1, 0.5));
    QCOMPARE(picture(reader.readNew()), "step 1=0.5");
    std::ofstream(m_path, std::ios::app) << "{\"t\":1,\"event\":\"torn, and longer than what comes";
    QVERIFY(reader.readNew().empty());
    EventWriter(m_path).write(step(2, 0.25));
    QCOMPARE(picture(reader.readNew()), "step 2=0.25");
    QVERIFY(reader.readNew().empty());
}

void EventsTest::theLastEventOfEachStepCounts()
{
    const TimedEvent eval { 0, EvalEvent { .step = 2 } };
    QCOMPARE(picture(effectiveEvents({ step(1, 1), step(2, 2), eval, step(2, 3), step(3, 4) })),
        "step 1=1, eval 2, step 2=3, step 3=4");
}

void EventsTest::aResumeTakesBackLaterSteps()
{
    const TimedEvent eval { 0, EvalEvent { .step = 4 } };
    const TimedEvent resumed { 0, ResumedEvent { 2 } };
    QCOMPARE(picture(effectiveEvents(
                 { step(1, 1), step(2, 2), step(3, 3), step(4, 4), eval, resumed, step(3, 3) })),
        "step 1=1, step 2=2, resumed 2, step 3=3");
    QCOMPARE(picture(effectiveEvents({ step(1, 1), { 0, ResumedEvent { 0 } }, step(1, 9) })),
        "resumed 0, step 1=9");
}

void EventsTest::theLastEventsAreReadFromALongFile()
{
    EventWriter writer(m_path);
    for (int i = 1; i <= 500; ++i)
        writer.write(step(i, 0.5));
    const auto last = readLastEvents(m_path, 2000);
    QVERIFY(last.size() > 2 && last.size() < 20);
    QCOMPARE(std::get<StepEvent>(last.back().event).step, 500);
    QCOMPARE(readLastEvents(m_path, 1U << 30U).size(), std::size_t(500));
}

QTEST_GUILESS_MAIN(EventsTest)
#include "events_test.moc"
