// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/os_paths.h"
#include "core/common/base/os_socket.h"

#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace temper;
using namespace std::chrono_literals;

class OsSocketTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void linesGoThereAndBack();
    void aPartOfALineWaitsForItsEnd();
    void aLongLineArrivesWhole();
    void waitingEndsInTime();
    void aClosedConnectionIsSeen();
    void aStaleSocketIsReplaced();
    void aLivingListenerIsNotReplaced();
    void nobodyListeningIsAnError();
    void theFolderIsClosedToOthers();
    void aFoldersSocketIsTheSameHoweverItIsWritten();

private:
    std::unique_ptr<QTemporaryDir> m_owner;
    std::filesystem::path m_path;
};

void OsSocketTest::init()
{
    m_owner = std::make_unique<QTemporaryDir>();
    m_path = m_owner->filePath("s.sock").toStdString();
    qputenv("XDG_RUNTIME_DIR", m_owner->path().toUtf8());
}

void OsSocketTest::linesGoThereAndBack()
{
    SocketListener listener(m_path);
    LineSocket client = LineSocket::connect(m_path, 1s);
    auto server = listener.accept(1s);
    QVERIFY(server);
    client.sendLine("pause");
    client.sendLine("");
    std::string line;
    QCOMPARE(server->receiveLine(line, 1s), Received::Line);
    QCOMPARE(line, std::string("pause"));
    QCOMPARE(server->receiveLine(line, 1s), Received::Line);
    QCOMPARE(line, std::string());
    server->sendLine("{\"ok\":true}");
    QCOMPARE(client.receiveLine(line, 1s), Received::Line);
    QCOMPARE(line, std::string("{\"ok\":true}"));
}

void OsSocketTest::aPartOfALineWaitsForItsEnd()
{
    SocketListener listener(m_path);
    LineSocket client = LineSocket::connect(m_path, 1s);
    auto server = listener.accept(1s);
    QVERIFY(server);
    std::string line;
    QCOMPARE(server->receiveLine(line, 5ms), Received::TimedOut);
    client.sendLine("a\nb"); // two lines in one piece
    QCOMPARE(server->receiveLine(line, 1s), Received::Line);
    QCOMPARE(line, std::string("a"));
    QCOMPARE(server->receiveLine(line, 0ms), Received::Line);
    QCOMPARE(line, std::string("b"));
}

void OsSocketTest::aLongLineArrivesWhole()
{
    SocketListener listener(m_path);
    LineSocket client = LineSocket::connect(m_path, 1s);
    auto server = listener.accept(1s);
    QVERIFY(server);
    const std::string sent(3'000'000, 'x');
    std::jthread sender([&] { client.sendLine(sent); });
    std::string line;
    QCOMPARE(server->receiveLine(line, 10s), Received::Line);
    QVERIFY(line == sent);
}

void OsSocketTest::waitingEndsInTime()
{
    SocketListener listener(m_path);
    QVERIFY(!listener.accept(5ms));
}

void OsSocketTest::aClosedConnectionIsSeen()
{
    SocketListener listener(m_path);
    auto client = std::make_unique<LineSocket>(LineSocket::connect(m_path, 1s));
    auto server = listener.accept(1s);
    QVERIFY(server);
    client.reset();
    std::string line;
    QCOMPARE(server->receiveLine(line, 1s), Received::Closed);
    QVERIFY_EXCEPTION_THROWN(server->sendLine("x"), Error);
}

void OsSocketTest::aStaleSocketIsReplaced()
{
    const std::filesystem::path kept = m_owner->filePath("kept.sock").toStdString();
    {
        const SocketListener dead(m_path);
        std::filesystem::rename(m_path, kept); // so that the listener cannot remove it
    }
    std::filesystem::rename(kept, m_path);
    SocketListener listener(m_path);
    LineSocket::connect(m_path, 1s);
    QVERIFY(listener.accept(1s));
}

void OsSocketTest::aLivingListenerIsNotReplaced()
{
    SocketListener listener(m_path);
    QVERIFY_EXCEPTION_THROWN(SocketListener { m_path }, Error);
    QVERIFY(std::filesystem::exists(m_path));
}

void OsSocketTest::nobodyListeningIsAnError()
{
    QVERIFY_EXCEPTION_THROWN(LineSocket::connect(m_path, 100ms), Error);
}

void OsSocketTest::theFolderIsClosedToOthers()
{
    using std::filesystem::perms;
    const std::filesystem::path folder = runtimeFolder();
    QCOMPARE(folder, std::filesystem::path(m_owner->path().toStdString()) / "temper");
    QCOMPARE(std::filesystem::status(folder).permissions(), perms::owner_all);
    std::filesystem::permissions(folder, perms::all);
    QCOMPARE(std::filesystem::status(runtimeFolder()).permissions(), perms::owner_all);
}

void OsSocketTest::aFoldersSocketIsTheSameHoweverItIsWritten()
{
    const std::filesystem::path folder = m_owner->path().toStdString();
    QCOMPARE(socketPathFor(folder / "runs" / ".." / "runs"), socketPathFor(folder / "runs" / ""));
    QVERIFY(socketPathFor(folder / "a") != socketPathFor(folder / "b"));
    QVERIFY(socketPathFor(folder / std::string(150, 'x')).native().size() < 100);
}

QTEST_GUILESS_MAIN(OsSocketTest)
#include "os_socket_test.moc"
