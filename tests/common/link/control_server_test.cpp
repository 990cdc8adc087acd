// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/link/control_server.h"
#include "core/common/link/events.h"
#include "core/common/project/run_control.h"

#include <QTemporaryDir>
#include <QTest>

using namespace temper;
using std::chrono::milliseconds;

class ControlServerTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void eachLineHasItsAnswer_data();
    void eachLineHasItsAnswer();
    void commandsReachTheTrainerInOrder();
    void statusIsTheTrainersLast();
    void stopEndsLoadingEarly();
    void severalClientsAreServedAtOnce();
    void aRunThatIsNotRunningIsSaid();
    void waitingEndsWithACommand();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunFolder> m_run;
};

void ControlServerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_run = std::make_unique<RunFolder>(m_folder->path().toStdString());
}

void ControlServerTest::eachLineHasItsAnswer_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("answer");
    const QString status = R"({"epoch":0.0,"paused":false,"phase":"loading","step":0,"total_steps":0})";
    QTest::newRow("pause") << R"({"command":"pause"})"
                           << QString(R"({"command":"pause","ok":true,"status":%1})").arg(status);
    QTest::newRow("status") << R"({"command":"status"})"
                            << QString(R"({"command":"status","ok":true,"status":%1})").arg(status);
    QTest::newRow("unknown")
        << R"({"command":"jump"})"
        << R"({"error":"\"jump\" is none of pause, resume, save, probe, stop, status.","ok":false})";
    const QString noCommand = R"({"error":"this is not {\"command\": \"…\"}.","ok":false})";
    for (const char* line : { "", "pause", "[]", "{}", R"({"command":3})" })
        QTest::newRow(line) << line << noCommand;
}

void ControlServerTest::eachLineHasItsAnswer()
{
    QFETCH(QString, line);
    ControlMailbox mailbox;
    QTEST(QString::fromStdString(answerControlLine(line.toStdString(), mailbox)), "answer");
}

void ControlServerTest::commandsReachTheTrainerInOrder()
{
    const FileLock lock = claimRun(*m_run);
    ControlMailbox mailbox;
    const ControlServer server(m_run->folder(), mailbox);
    controlRun(*m_run, ControlCommand::Pause);
    controlRun(*m_run, ControlCommand::Status);
    controlRun(*m_run, ControlCommand::Save);
    QVERIFY(mailbox.take() == std::vector({ ControlCommand::Pause, ControlCommand::Save }));
    QVERIFY(mailbox.take().empty());
}

void ControlServerTest::statusIsTheTrainersLast()
{
    const FileLock lock = claimRun(*m_run);
    ControlMailbox mailbox;
    const ControlServer server(m_run->folder(), mailbox);
    mailbox.setStatus(
        { .phase = "training", .paused = true, .step = 12, .totalSteps = 100, .epoch = 0.5, .loss = 1.25 });
    const LiveStatus status = controlRun(*m_run, ControlCommand::Status);
    QCOMPARE(QString::fromStdString(toLine(statusToJson(status))),
        R"({"epoch":0.5,"loss":1.25,"paused":true,"phase":"training","step":12,"total_steps":100})");
}

void ControlServerTest::stopEndsLoadingEarly()
{
    const FileLock lock = claimRun(*m_run);
    ControlMailbox mailbox;
    const ControlServer server(m_run->folder(), mailbox);
    QVERIFY(!mailbox.stopToken().stop_requested());
    controlRun(*m_run, ControlCommand::Stop);
    QVERIFY(mailbox.stopToken().stop_requested());
    QVERIFY(mailbox.take() == std::vector({ ControlCommand::Stop }));
}

void ControlServerTest::severalClientsAreServedAtOnce()
{
    ControlMailbox mailbox;
    const ControlServer server(m_run->folder(), mailbox);
    std::vector<LineSocket> clients;
    for (int i = 0; i < 4; ++i)
        clients.push_back(LineSocket::connect(server.socket(), milliseconds(5000)));
    for (int round = 0; round < 3; ++round) {
        for (LineSocket& client : clients)
            client.sendLine(R"({"command":"probe"})");
        for (LineSocket& client : clients) {
            std::string answer;
            QVERIFY(client.receiveLine(answer, milliseconds(5000)) == Received::Line);
        }
    }
    QCOMPARE(mailbox.take().size(), std::size_t(12));
}

void ControlServerTest::aRunThatIsNotRunningIsSaid()
{
    EventWriter(m_run->eventsFile()).write(EndEvent { EndState::Done, 3 });
    try {
        controlRun(*m_run, ControlCommand::Pause);
        QFAIL("no complaint");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.sentence()), "this run is not running (it is done).");
    }
}

void ControlServerTest::waitingEndsWithACommand()
{
    ControlMailbox mailbox;
    QVERIFY(mailbox.wait(milliseconds(1)).empty());
    std::jthread poster([&] { mailbox.post(ControlCommand::Resume); });
    QVERIFY(mailbox.wait(milliseconds(60000)) == std::vector({ ControlCommand::Resume }));
}

QTEST_GUILESS_MAIN(ControlServerTest)
#include "control_server_test.moc"
