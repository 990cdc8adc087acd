// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/engine_run.h"

#include <QTest>

using namespace temper;
using namespace temper::flow;

class LimitsTest : public QObject {
    Q_OBJECT

private slots:
    void fullDiskEndsTheRunWhichIsThenResumed();
    void lackOfMemoryEndsTheRunInOneSentence();
    void rowOfFiftyMegabytesIsCutAtTheCutoff();
    void modelCutShortWhileInUseIsNamed();
};

void LimitsTest::fullDiskEndsTheRunWhichIsThenResumed()
{
    const Workplace place;
    const QString recipe = place.recipe("recipe.yaml", "max_steps: 8\nsave_steps: 4\n");
    QCOMPARE(place.train(recipe, "whole").code, 0);
    // The optimizer's file is the largest; a limit below it stands for a disk without room.
    QProcess process;
    process.start("sh",
        { "-c", "trap '' XFSZ; ulimit -f 160; exec \"$0\" \"$@\"", TEMPER_ENGINE, "train", recipe, "--run",
            place.path("run") });
    const Answer full = answerOf(process);
    QVERIFY2(full.code == 1, qPrintable(full.error));
    QVERIFY2(full.error.contains("optimizer.safetensors"), qPrintable(full.error));
    QCOMPARE(losses(place.run("run")).size(), 4u);
    QVERIFY(std::filesystem::is_empty(place.run("run").checkpointsFolder()));
    QCOMPARE(place.run("run").state(), RunState::Failed);
    QCOMPARE(eventsOf<EndEvent>(place.run("run")).back().step, 4);
    const Answer resumed = place.train(recipe, "run", { "--resume" });
    QVERIFY2(resumed.code == 0, qPrintable(resumed.error));
    QCOMPARE(losses(place.run("run")), losses(place.run("whole")));
}

void LimitsTest::lackOfMemoryEndsTheRunInOneSentence()
{
    const Workplace place;
    // 128 000 tokens at once need about a gigabyte, more than the address space that is left.
    QByteArray ids = "1";
    for (int i = 1; i < 2000; ++i)
        ids += "," + QByteArray::number(i % 250);
    writeFile(place.path("rows.jsonl"), QByteArray("{\"input_ids\": [" + ids + "]}\n").repeated(64));
    const QString recipe = place.recipe("recipe.yaml", "max_steps: 2\n");
    QProcess process;
    process.start("sh",
        { "-c", "ulimit -v 1200000; exec \"$0\" \"$@\"", TEMPER_ENGINE, "train", recipe, "--run",
            place.path("run"), "--set", "per_device_train_batch_size=64" });
    const Answer answer = answerOf(process);
    QVERIFY2(answer.code == 1, qPrintable(answer.error));
    QVERIFY2(answer.error.contains("memory"), qPrintable(answer.error));
    QCOMPARE(place.run("run").state(), RunState::Failed);
    QCOMPARE(eventsOf<ErrorEvent>(place.run("run")).size(), 1u);
}

void LimitsTest::rowOfFiftyMegabytesIsCutAtTheCutoff()
{
    const Workplace place;
    for (const char* file : { "tokenizer.json", "tokenizer_config.json" })
        std::filesystem::copy(kReference / "byte-tokenizer" / file, place.path("model").toStdString());
    writeFile(place.path("rows.jsonl"),
        R"({"text": "short"})"
        "\n"
        R"({"text": ")"
            + QByteArray("a word ").repeated(7 << 20) + "\"}\n");
    const QString recipe
        = place.recipe("recipe.yaml", "stage: pt\nmax_steps: 2\ncutoff_len: 32\nmax_samples: 2\n");
    const Answer answer = place.train(recipe, "run");
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QCOMPARE(losses(place.run("run")).size(), 2u);
}

void LimitsTest::modelCutShortWhileInUseIsNamed()
{
    const Workplace place;
    const QString recipe = place.recipe("recipe.yaml", "max_steps: 1000000\nsave_strategy: 'no'\n");
    const auto process = startEngine({ "train", recipe, "--run", place.path("run") });
    QVERIFY(waitForStep(place.run("run"), 2));
    std::filesystem::resize_file(place.path("model/model.safetensors").toStdString(), 4096);
    const Answer answer = answerOf(*process);
    QVERIFY2(answer.code == 1, qPrintable(answer.error));
    QVERIFY2(answer.error.contains("model.safetensors: was cut short"), qPrintable(answer.error));
    QCOMPARE(place.run("run").state(), RunState::Interrupted);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "limits_test.moc"
