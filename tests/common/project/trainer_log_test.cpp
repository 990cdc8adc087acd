// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/text_file.h"
#include "core/common/project/trainer_log.h"

#include <QTemporaryDir>
#include <QTest>

using namespace temper;
using std::chrono::seconds;

class TrainerLogTest : public QObject {
    Q_OBJECT

private slots:
    void linesHaveLlamaFactorysForm();
    void timeLeftCountsOnlyThisProcess();
    void durationsReadAsInPython();

private:
    QTemporaryDir m_folder;
};

void TrainerLogTest::linesHaveLlamaFactorysForm()
{
    const std::filesystem::path path = m_folder.filePath("plain.jsonl").toStdString();
    TrainerLog log(path, 0, 30);
    log.write(StepEvent { .step = 10, .epoch = 0.333333, .loss = 1.25, .learningRate = 5e-5 }, seconds(65));
    log.write(EvalEvent { .step = 10, .epoch = 0.333333, .loss = 1.5 }, seconds(70));
    QCOMPARE(QString::fromStdString(readTextFile(path)),
        "{\"current_steps\":10,\"total_steps\":30,\"loss\":1.25,\"lr\":5e-05,\"epoch\":0.3333,\"percentage\":"
        "33.33,"
        "\"elapsed_time\":\"0:01:05\",\"remaining_time\":\"0:02:10\"}\n"
        "{\"current_steps\":10,\"total_steps\":30,\"eval_loss\":1.5,\"epoch\":0.3333,\"percentage\":33.33,"
        "\"elapsed_time\":\"0:01:10\",\"remaining_time\":\"0:02:20\"}\n");
}

void TrainerLogTest::timeLeftCountsOnlyThisProcess()
{
    const std::filesystem::path path = m_folder.filePath("resumed.jsonl").toStdString();
    TrainerLog(path, 90, 100).write(StepEvent { .step = 95 }, seconds(50));
    QVERIFY(QString::fromStdString(readTextFile(path)).contains("\"remaining_time\":\"0:00:50\""));
}

void TrainerLogTest::durationsReadAsInPython()
{
    QCOMPARE(durationText(seconds(0)), std::string("0:00:00"));
    QCOMPARE(durationText(seconds(3723)), std::string("1:02:03"));
    QCOMPARE(durationText(seconds(86400 + 3723)), std::string("1 day, 1:02:03"));
    QCOMPARE(durationText(seconds(2 * 86400)), std::string("2 days, 0:00:00"));
}

QTEST_GUILESS_MAIN(TrainerLogTest)
#include "trainer_log_test.moc"
