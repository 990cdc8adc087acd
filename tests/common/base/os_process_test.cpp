// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/os_paths.h"
#include "core/common/base/os_process.h"
#include "core/common/base/text_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace temper;

class OsProcessTest : public QObject {
    Q_OBJECT

private slots:
    void memoryFiguresAreInOrder();
    void thePeakFollowsWhatWasTouched();
    void thisProcessIsAliveAndKnowsItsFile();
    void aDetachedProgramWritesToItsLog();
    void aDetachedProgramIgnoresHangups();
    void aMissingProgramIsAnError();
    void foldersFollowTheEnvironment();
    void freeSpaceIsThatOfTheNearestFolder();

private:
    std::string logAfter(const std::string& script, const std::string& end);

    QTemporaryDir m_folder;
    std::filesystem::path m_log = m_folder.filePath("log.txt").toStdString();
};

// Runs a shell script detached and waits until its log ends as expected.
std::string OsProcessTest::logAfter(const std::string& script, const std::string& end)
{
    std::filesystem::remove(m_log);
    startDetached({ "/bin/sh", { "-c", script }, m_log, m_folder.path().toStdString() });
    const bool arrived = QTest::qWaitFor([&] { return readTextFile(m_log).ends_with(end); }, 20000);
    return arrived ? readTextFile(m_log) : "nothing: " + readTextFile(m_log);
}

void OsProcessTest::memoryFiguresAreInOrder()
{
    QVERIFY(currentResidentBytes() > 1'000'000);
    QVERIFY(peakResidentBytes() >= currentResidentBytes() / 2);
    QVERIFY(totalMemoryBytes() > availableMemoryBytes());
    QVERIFY(availableMemoryBytes() > 0);
    QVERIFY(usableCores() >= 1);
}

void OsProcessTest::thePeakFollowsWhatWasTouched()
{
    const std::uint64_t before = peakResidentBytes();
    constexpr std::size_t kBytes = 200'000'000;
    const std::vector<char> block(kBytes, 'x');
    QCOMPARE(block[kBytes - 1], 'x');
    QVERIFY(peakResidentBytes() > before + kBytes / 2);
}

void OsProcessTest::thisProcessIsAliveAndKnowsItsFile()
{
    QVERIFY(isProcessAlive(processId()));
    QVERIFY(!isProcessAlive(0));
    QVERIFY(!isProcessAlive(-1));
    QVERIFY(
        std::filesystem::equivalent(executablePath(), QCoreApplication::applicationFilePath().toStdString()));
}

void OsProcessTest::aDetachedProgramWritesToItsLog()
{
    const std::string log = logAfter("cat; echo out; echo error >&2; pwd; echo end", "end\n");
    const auto folder = std::filesystem::canonical(m_folder.path().toStdString()).string();
    QCOMPARE(log, "out\nerror\n" + folder + "\nend\n");
}

void OsProcessTest::aDetachedProgramIgnoresHangups()
{
    QCOMPARE(logAfter("kill -HUP $$; echo alive", "alive\n"), std::string("alive\n"));
}

void OsProcessTest::aMissingProgramIsAnError()
{
    try {
        startDetached({ "/nowhere/program", {}, m_log, {} });
        QFAIL("a missing program was started");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Environment);
        QCOMPARE(error.subject(), std::string("/nowhere/program"));
    }
}

void OsProcessTest::foldersFollowTheEnvironment()
{
    qputenv("HOME", "/home/somebody");
    qunsetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CACHE_HOME", "/large/cache");
    QCOMPARE(userConfigFolder().string(), std::string("/home/somebody/.config/temper"));
    QCOMPARE(userCacheFolder().string(), std::string("/large/cache/temper"));
    qputenv("XDG_CACHE_HOME", "not/absolute");
    QCOMPARE(userCacheFolder().string(), std::string("/home/somebody/.cache/temper"));
}

void OsProcessTest::freeSpaceIsThatOfTheNearestFolder()
{
    const std::filesystem::path folder = m_folder.path().toStdString();
    QVERIFY(freeDiskBytes(folder / "not" / "there" / "yet") > 0);
    QVERIFY(freeDiskBytes({}) > 0); // of the current folder
}

QTEST_GUILESS_MAIN(OsProcessTest)
#include "os_process_test.moc"
