// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/room.h"

#include "core/common/base/os_paths.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <fstream>

using namespace temper;

class RoomTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_place->path().toUtf8());
    }

    void keeperIsAskedBeforeTheAnswerComesBack()
    {
        std::atomic<int> asked = 0;
        const RoomKeeper keeper([&asked] { ++asked; });
        askForRoom(0);
        QCOMPARE(asked.load(), 1);
        askForRoom(0);
        QCOMPARE(asked.load(), 2);
    }

    void nobodyListeningGivesNothingAtOnce() { QCOMPARE(askForRoom(1 << 20), std::int64_t(0)); }

    void socketOfADeadProgramIsPassedOverAndRemoved()
    {
        const std::filesystem::path orphan = runtimeFolder() / "room-999999999.sock";
        std::ofstream(orphan) << "";
        std::atomic<int> asked = 0;
        const RoomKeeper keeper([&asked] { ++asked; });
        askForRoom(0);
        QCOMPARE(asked.load(), 1);
        QVERIFY(!std::filesystem::exists(orphan));
    }

private:
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(RoomTest)
#include "room_test.moc"
