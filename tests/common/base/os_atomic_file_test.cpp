// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/text_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

class OsAtomicFileTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void committedContentReplacesTheOld();
    void withoutCommitTheOldFileStays();
    void manySmallAndLargeWritesArriveInOrder();
    void aLinkIsWrittenWhereItPoints();
    void theModeOfTheOldFileIsKept();
    void anOwnersFileIsClosedToOthers();
    void aDeviceIsNotReplaced();
    void aFolderThatCannotBeWrittenIsAnError();
    void aMissingFolderIsNamed();
    void aFolderIsRenamed();

private:
    std::filesystem::path target() const { return m_folder / "file"; }
    std::size_t entries() const
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_folder), {}));
    }

    std::unique_ptr<QTemporaryDir> m_owner;
    std::filesystem::path m_folder;
};

void OsAtomicFileTest::init()
{
    m_owner = std::make_unique<QTemporaryDir>();
    m_folder = m_owner->path().toStdString();
    std::ofstream(target()) << "old";
}

void OsAtomicFileTest::committedContentReplacesTheOld()
{
    writeFileAtomically(target(), "new");
    QCOMPARE(readTextFile(target()), std::string("new"));
    QCOMPARE(entries(), std::size_t { 1 });
}

void OsAtomicFileTest::withoutCommitTheOldFileStays()
{
    {
        AtomicFile file(target());
        file.write("half of the ne");
        QCOMPARE(entries(), std::size_t { 2 });
    }
    QCOMPARE(readTextFile(target()), std::string("old"));
    QCOMPARE(entries(), std::size_t { 1 });
}

void OsAtomicFileTest::manySmallAndLargeWritesArriveInOrder()
{
    std::string expected;
    AtomicFile file(target());
    for (std::size_t i = 0; i < 3000; ++i) {
        const std::string part(i % 100 == 99 ? 300'000 : i % 700, static_cast<char>('a' + i % 26));
        file.write(part);
        expected += part;
    }
    QCOMPARE(file.bytesWritten(), std::uint64_t(expected.size()));
    file.commit();
    QVERIFY(readTextFile(target()) == expected);
}

void OsAtomicFileTest::aLinkIsWrittenWhereItPoints()
{
    std::filesystem::create_symlink("file", m_folder / "link");
    writeFileAtomically(m_folder / "link", "new");
    QVERIFY(std::filesystem::is_symlink(m_folder / "link"));
    QCOMPARE(readTextFile(target()), std::string("new"));
}

void OsAtomicFileTest::theModeOfTheOldFileIsKept()
{
    using std::filesystem::perms;
    std::filesystem::permissions(target(), perms::owner_read | perms::owner_write);
    writeFileAtomically(target(), "new");
    QCOMPARE(std::filesystem::status(target()).permissions(), perms::owner_read | perms::owner_write);
}

void OsAtomicFileTest::anOwnersFileIsClosedToOthers()
{
    using std::filesystem::perms;
    writeFileAtomically(target(), "key", Readers::OwnerOnly);
    QCOMPARE(std::filesystem::status(target()).permissions(), perms::owner_read | perms::owner_write);
}

void OsAtomicFileTest::aDeviceIsNotReplaced()
{
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically("/dev/null", "x"), Error);
    QVERIFY(std::filesystem::is_character_file("/dev/null"));
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(m_folder, "x"), Error);
}

void OsAtomicFileTest::aFolderThatCannotBeWrittenIsAnError()
{
    // Not even root makes files there.
    try {
        writeFileAtomically("/proc/self/fd/file", "x");
        QFAIL("a file was made where none can be");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Environment);
        QVERIFY(!error.remedy().empty());
    }
}

void OsAtomicFileTest::aMissingFolderIsNamed()
{
    try {
        writeFileAtomically(m_folder / "missing" / "file", "x");
        QFAIL("a file was made in a missing folder");
    } catch (const Error& error) {
        QCOMPARE(error.subject(), (m_folder / "missing" / "file").string());
        QCOMPARE(error.sentence(), std::string("creating failed: No such file or directory."));
    }
}

void OsAtomicFileTest::aFolderIsRenamed()
{
    std::filesystem::create_directory(m_folder / "step.tmp");
    renameDurably(m_folder / "step.tmp", m_folder / "step");
    QVERIFY(std::filesystem::is_directory(m_folder / "step"));
    QVERIFY_EXCEPTION_THROWN(renameDurably(m_folder / "step.tmp", m_folder / "other"), Error);
}

QTEST_GUILESS_MAIN(OsAtomicFileTest)
#include "os_atomic_file_test.moc"
