// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/checkpoint_folder.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

class CheckpointFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aCommittedCheckpointIsFound();
    void withoutCommitNothingRemains();
    void aTornCheckpointIsPassedOver_data();
    void aTornCheckpointIsPassedOver();
    void leftoversOfAKillAreRemoved();
    void aDamagedCheckpointIsTold();
    void theSameStepIsKeptAsItWas();
    void theLastAndTheBestAreKept_data();
    void theLastAndTheBestAreKept();
    void stepsAreComparedAsNumbers();

private:
    void save(std::int64_t step)
    {
        CheckpointWriter writer(m_place, step);
        fs::create_directories(writer.folder() / "state");
        std::ofstream(writer.folder() / "weights") << "weights of " << step;
        std::ofstream(writer.folder() / "state" / "random") << "4";
        writer.commit();
    }

    QString names() const
    {
        QStringList all;
        for (const auto& entry : fs::directory_iterator(m_place))
            all << QString::fromStdString(entry.path().filename().string());
        all.sort();
        return all.join(' ');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_place;
};

void CheckpointFolderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = fs::path(m_folder->path().toStdString()) / "checkpoints";
}

void CheckpointFolderTest::aCommittedCheckpointIsFound()
{
    QVERIFY(!newestCheckpoint(m_place));
    save(7);
    save(14);
    const auto newest = newestCheckpoint(m_place);
    QVERIFY(newest);
    QCOMPARE(newest->step, 14);
    QCOMPARE(newest->folder, m_place / "step-000014");
    QVERIFY(fs::exists(newest->folder / "DONE"));
    QCOMPARE(names(), "step-000007 step-000014");
}

void CheckpointFolderTest::withoutCommitNothingRemains()
{
    {
        const CheckpointWriter writer(m_place, 7);
        std::ofstream(writer.folder() / "weights") << "half";
        QVERIFY(!newestCheckpoint(m_place));
    }
    QCOMPARE(names(), "");
}

void CheckpointFolderTest::aTornCheckpointIsPassedOver_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* damage : { "marker missing", "marker empty", "file missing", "file short" })
        QTest::newRow(damage) << damage;
}

void CheckpointFolderTest::aTornCheckpointIsPassedOver()
{
    QFETCH(QString, damage);
    save(7);
    save(14);
    const fs::path torn = m_place / "step-000014";
    if (damage == "marker missing")
        fs::remove(torn / "DONE");
    else if (damage == "marker empty")
        fs::resize_file(torn / "DONE", 0);
    else if (damage == "file missing")
        fs::remove(torn / "state" / "random");
    else
        fs::resize_file(torn / "weights", 3);
    QVERIFY(!isCompleteCheckpoint(torn));
    QCOMPARE(newestCheckpoint(m_place)->step, 7);
}

void CheckpointFolderTest::leftoversOfAKillAreRemoved()
{
    save(7);
    fs::create_directories(m_place / ".step-000014.writing" / "state");
    fs::create_directories(m_place / ".step-000003.removing");
    fs::create_directories(m_place / "step-000021");
    fs::create_directories(m_place / "notes of a person");
    removeCheckpointLeftovers(m_place);
    QCOMPARE(names(), "notes of a person step-000007 step-000021");
}

void CheckpointFolderTest::aDamagedCheckpointIsTold()
{
    save(7);
    save(14);
    save(21);
    fs::resize_file(m_place / "step-000014" / "weights", 2);
    fs::remove(m_place / "step-000021" / "DONE");
    const auto damaged = damagedCheckpoints(m_place);
    QCOMPARE(damaged.size(), 2u);
    QCOMPARE(damaged[0].step, 14);
    QCOMPARE(damaged[1].step, 21);
    QCOMPARE(newestCheckpoint(m_place)->step, 7);
}

void CheckpointFolderTest::theSameStepIsKeptAsItWas()
{
    save(7);
    const auto written = fs::last_write_time(m_place / "step-000007" / "DONE");
    save(7);
    QCOMPARE(names(), "step-000007");
    QVERIFY(fs::last_write_time(m_place / "step-000007" / "DONE") == written);
}

void CheckpointFolderTest::theLastAndTheBestAreKept_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("best");
    QTest::addColumn<QString>("kept");
    QTest::newRow("no limit") << 0 << -1 << "step-000001 step-000002 step-000003 step-000004";
    QTest::newRow("one") << 1 << -1 << "step-000004";
    QTest::newRow("one and the best") << 1 << 2 << "step-000002 step-000004";
    QTest::newRow("the best among the last") << 2 << 3 << "step-000003 step-000004";
    QTest::newRow("more than there are") << 9 << 1 << "step-000001 step-000002 step-000003 step-000004";
}

void CheckpointFolderTest::theLastAndTheBestAreKept()
{
    QFETCH(int, limit);
    QFETCH(int, best);
    for (const std::int64_t step : { 1, 2, 3, 4 })
        save(step);
    keepCheckpoints(m_place, limit, best < 0 ? std::nullopt : std::optional<std::int64_t>(best));
    QTEST(names(), "kept");
}

void CheckpointFolderTest::stepsAreComparedAsNumbers()
{
    save(999999);
    save(1000000);
    QCOMPARE(newestCheckpoint(m_place)->step, 1000000);
    QVERIFY(stepsToRemove({ 30, 4, 200 }, 1, std::nullopt) == std::vector<std::int64_t>({ 4, 30 }));
}

QTEST_GUILESS_MAIN(CheckpointFolderTest)
#include "checkpoint_folder_test.moc"
