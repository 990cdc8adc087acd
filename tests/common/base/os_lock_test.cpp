// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/os_lock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace temper;

class OsLockTest : public QObject {
    Q_OBJECT

private slots:
    void onlyOneHoldsALock();
    void aLockEndsWithItsHolder();
    void lookingTakesNothing();
    void aRemovedLockFileIsMadeAgain();
    void aMissingFolderIsAnError();

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath("lock").toStdString();
};

void OsLockTest::onlyOneHoldsALock()
{
    const auto first = FileLock::tryLock(m_path);
    QVERIFY(first);
    QVERIFY(!FileLock::tryLock(m_path));
}

void OsLockTest::aLockEndsWithItsHolder()
{
    {
        auto first = FileLock::tryLock(m_path);
        const FileLock moved = std::move(*first);
        first.reset();
        QVERIFY(FileLock::isHeld(m_path));
    }
    QVERIFY(!FileLock::isHeld(m_path));
    QVERIFY(FileLock::tryLock(m_path));
}

void OsLockTest::lookingTakesNothing()
{
    QVERIFY(!FileLock::isHeld(m_folder.filePath("never").toStdString()));
    QVERIFY(!std::filesystem::exists(m_folder.filePath("never").toStdString()));
    QVERIFY(!FileLock::isHeld(m_path));
    QVERIFY(FileLock::tryLock(m_path));
}

void OsLockTest::aRemovedLockFileIsMadeAgain()
{
    const auto first = FileLock::tryLock(m_path);
    std::filesystem::remove(m_path);
    QVERIFY(FileLock::tryLock(m_path));
    QVERIFY(std::filesystem::exists(m_path));
}

void OsLockTest::aMissingFolderIsAnError()
{
    QVERIFY_EXCEPTION_THROWN(FileLock::tryLock(m_path / "x"), Error);
}

QTEST_GUILESS_MAIN(OsLockTest)
#include "os_lock_test.moc"
