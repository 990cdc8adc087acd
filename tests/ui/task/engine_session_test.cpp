// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/engine_session.h"

#include "core/common/link/room.h"

#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

using namespace temper;

namespace {

constexpr int kPatience = 60000; // milliseconds

// The one end of a reply, and what came before.
struct Heard {
    explicit Heard(EngineReply* open)
        : reply(open)
    {
        QObject::connect(reply, &EngineReply::succeeded, &context, [this](const Json& json) {
            result = json;
            ++ends;
        });
        QObject::connect(reply, &EngineReply::failed, &context, [this](const Error& refused) {
            error = refused;
            ++ends;
        });
    }

    QObject context;
    QPointer<EngineReply> reply;
    std::optional<Json> result;
    std::optional<Error> error;
    int ends = 0;
};

} // namespace

class EngineSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_session = std::make_unique<EngineSession>(nullptr, QStringLiteral(TEMPER_ENGINE)); }
    void cleanup() { m_session.reset(); }

    void engineIsStartedByTheFirstCall()
    {
        QCOMPARE(m_session->processId(), 0);
        Heard version(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(version.result, kPatience);
        QCOMPARE(version.result->at("protocol").get<int>(), 1);
        QVERIFY(m_session->processId() != 0);
    }

    void stateTellsHowTheEngineStands()
    {
        QVERIFY(m_session->state() == EngineState::Resting);
        Heard version(m_session->call(QStringLiteral("engine.version")));
        QVERIFY(m_session->state() == EngineState::Starting);
        QTRY_VERIFY_WITH_TIMEOUT(version.result, kPatience);
        QVERIFY(m_session->state() == EngineState::Ready);
        ::kill(static_cast<pid_t>(m_session->processId()), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == EngineState::Stopped, kPatience);
        Heard again(m_session->call(QStringLiteral("engine.version")));
        QVERIFY(m_session->state() == EngineState::Starting);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state() == EngineState::Ready, kPatience);
    }

    void replyDeletesItselfAfterItsEnd()
    {
        Heard version(m_session->call(QStringLiteral("engine.version")));
        QTRY_COMPARE_WITH_TIMEOUT(version.ends, 1, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!version.reply, kPatience);
    }

    void oneEngineAnswersManyCallsEachItsOwn()
    {
        Heard version(m_session->call(QStringLiteral("engine.version")));
        Heard keys(m_session->call(QStringLiteral("recipe.keys")));
        Heard check(m_session->call(QStringLiteral("recipe.check"), { { "text", "stage: sft\n" } }));
        const qint64 process = m_session->processId();
        QTRY_VERIFY_WITH_TIMEOUT(version.result && keys.result && check.result, kPatience);
        QVERIFY(version.result->contains("version"));
        QVERIFY(keys.result->is_array());
        QVERIFY(check.result->contains("problems"));
        QCOMPARE(m_session->processId(), process);
    }

    void answerOfManyMegabytesArrivesWhole()
    {
        const Json row { { "text", std::string(3'000'000, 'x') } };
        Heard rows(m_session->call(QStringLiteral("data.preview"), { { "file", rowsFile(row) } }));
        Heard version(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(rows.result || rows.error, kPatience);
        QVERIFY2(rows.result, rows.error ? rows.error->what() : "");
        QCOMPARE(
            rows.result->at("rows")[0].dump().find(row.at("text").get<std::string>()) != std::string::npos,
            true);
        QTRY_VERIFY_WITH_TIMEOUT(version.result, kPatience);
    }

    void modelThatARunTookTheMemoryOfIsTold()
    {
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8()); // no other session is asked
        QSignalSpy gaveUp(m_session.get(), &EngineSession::gaveUpModel);
        Heard answer(m_session->call(QStringLiteral("generate"),
            { { "model", TEMPER_SOURCE_DIR "/tests/reference/engine/tiny-llama" }, { "ids", { 1, 2, 3 } },
                { "max_new_tokens", 2 } }));
        QTRY_VERIFY_WITH_TIMEOUT(answer.result || answer.error, kPatience);
        QVERIFY2(answer.result, answer.error ? answer.error->what() : "");
        askForRoom(0);
        QTRY_COMPARE_WITH_TIMEOUT(gaveUp.size(), 1, kPatience);
        askForRoom(0); // there is nothing left to give up
        Heard version(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(version.result, kPatience);
        QCOMPARE(gaveUp.size(), 1);
    }

    void unknownMethodIsRefused()
    {
        Heard answer(m_session->call(QStringLiteral("fly")));
        QTRY_VERIFY_WITH_TIMEOUT(answer.error, kPatience);
        QCOMPARE(
            QString::fromStdString(answer.error->sentence()), QStringLiteral("there is no method \"fly\"."));
    }

    void errorKeepsKindSentenceSubjectAndRemedy()
    {
        Heard answer(m_session->call(
            QStringLiteral("tokenize"), { { "model", "/nowhere/model" }, { "text", "hello" } }));
        QTRY_VERIFY_WITH_TIMEOUT(answer.error, kPatience);
        QCOMPARE(answer.error->kind(), ErrorKind::Input);
        QVERIFY(!answer.error->sentence().empty());
        QVERIFY(!answer.error->remedy().empty());
        QVERIFY(answer.error->subject().find("nowhere") != std::string::npos);
    }

    void cancelledCallEndsAsCancelled()
    {
        // Stopped: neither request is read before the cancellation is there.
        Heard first(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(first.result, kPatience);
        ::kill(engine(), SIGSTOP);
        Heard keys(m_session->call(QStringLiteral("recipe.keys")));
        QList<Heard*> all;
        for (int i = 0; i < 200; ++i)
            all.append(new Heard(m_session->call(QStringLiteral("recipe.keys"))));
        all.last()->reply->cancel();
        ::kill(engine(), SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(all.last()->ends, 1, kPatience);
        QVERIFY(all.last()->error);
        QCOMPARE(all.last()->error->kind(), ErrorKind::Cancelled);
        QTRY_VERIFY_WITH_TIMEOUT(keys.result, kPatience);
        qDeleteAll(all);
    }

    void killedEngineFailsEveryOpenReplyWithOneSentence()
    {
        Heard first(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(first.result, kPatience);
        QSignalSpy died(m_session.get(), &EngineSession::died);
        ::kill(engine(), SIGSTOP);
        Heard one(m_session->call(QStringLiteral("engine.version")));
        Heard two(m_session->call(QStringLiteral("recipe.keys")));
        ::kill(engine(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, kPatience);
        QVERIFY(one.error && two.error);
        QCOMPARE(one.ends, 1);
        QCOMPARE(one.error->kind(), ErrorKind::Environment);
        QVERIFY(one.error->sentence().find("signal 9") != std::string::npos);
        QVERIFY(!one.error->remedy().empty());
        QVERIFY(died.first().first().toString().contains(QStringLiteral("signal 9")));
    }

    void engineKilledIdleIsToldToo()
    {
        Heard first(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(first.result, kPatience);
        QSignalSpy died(m_session.get(), &EngineSession::died);
        ::kill(engine(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, kPatience);
        QCOMPARE(m_session->processId(), 0);
    }

    void callAfterADeathStartsANewEngine()
    {
        Heard first(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(first.result, kPatience);
        const pid_t before = engine();
        QSignalSpy died(m_session.get(), &EngineSession::died);
        ::kill(before, SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, kPatience);
        Heard second(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(second.result, kPatience);
        QVERIFY(engine() != before);
    }

    void callFromWithinAFailureIsAnsweredByANewEngine()
    {
        Heard first(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(first.result, kPatience);
        ::kill(engine(), SIGSTOP);
        EngineReply* failing = m_session->call(QStringLiteral("engine.version"));
        std::unique_ptr<Heard> again;
        connect(failing, &EngineReply::failed, this,
            [&] { again = std::make_unique<Heard>(m_session->call(QStringLiteral("engine.version"))); });
        ::kill(engine(), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(again && again->ends == 1, kPatience);
        QVERIFY2(again->result, again->error ? again->error->what() : "");
    }

    void missingProgramFailsTheCallWithItsPlace()
    {
        EngineSession session(nullptr, QStringLiteral("/nowhere/temper-engine"));
        QSignalSpy died(&session, &EngineSession::died);
        Heard answer(session.call(QStringLiteral("engine.version")));
        QCOMPARE(answer.ends, 0);
        QTRY_VERIFY_WITH_TIMEOUT(answer.error, kPatience);
        QCOMPARE(answer.error->subject(), std::string("/nowhere/temper-engine"));
        QVERIFY(!answer.error->remedy().empty());
        QCOMPARE(died.count(), 1);
    }

    void programThatLeavesAtOnceIsToldByItsLastWords()
    {
        const QString script = m_folder.filePath(QStringLiteral("broken-engine"));
        QFile file(script);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho 'libtorch_cpu.so: cannot open shared object file' >&2\nexit 127\n");
        file.close();
        file.setPermissions(file.permissions() | QFile::ExeOwner);
        EngineSession session(nullptr, script);
        Heard answer(session.call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(answer.error, kPatience);
        QVERIFY2(answer.error->sentence().find("libtorch_cpu.so") != std::string::npos, answer.error->what());
    }

    void closingTheSessionEndsTheEngine()
    {
        Heard first(m_session->call(QStringLiteral("engine.version")));
        QTRY_VERIFY_WITH_TIMEOUT(first.result, kPatience);
        const pid_t process = engine();
        m_session.reset();
        QCOMPARE(::kill(process, 0), -1);
    }

private:
    pid_t engine() const { return static_cast<pid_t>(m_session->processId()); }

    std::string rowsFile(const Json& row)
    {
        const QString path = m_folder.filePath(QStringLiteral("rows.jsonl"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(path));
        file.write(QByteArray::fromStdString(row.dump()) + '\n');
        return path.toStdString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<EngineSession> m_session;
};

QTEST_GUILESS_MAIN(EngineSessionTest)
#include "engine_session_test.moc"
