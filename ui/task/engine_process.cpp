// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/engine_process.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace temper {

namespace {

constexpr int kSliceMilliseconds = 10; // of the GUI thread's time, then others come first
constexpr qsizetype kLargeLine = 64 * 1024; // longer lines are parsed in another thread
constexpr int kLeaveMilliseconds = 300;

QString textOf(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

EngineProcess::EngineProcess(const QString& program, QObject* parent)
    : QObject(parent)
    , m_parsing(this)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineProcess::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray words = m_process.readAllStandardError();
        std::fwrite(words.constData(), 1, static_cast<std::size_t>(words.size()), stderr);
        const QList<QByteArray> lines = words.trimmed().split('\n');
        m_lastWords = lines.last().trimmed();
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        read();
        noteEnd(crashed());
    });
    start(program);
}

EngineProcess::~EngineProcess()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kLeaveMilliseconds)) {
        m_process.kill();
        m_process.waitForFinished(kLeaveMilliseconds);
    }
}

void EngineProcess::start(const QString& program)
{
    const auto refuse = [this, program](const QString& why) {
        noteEnd({ ErrorKind::Environment, tr("the engine cannot be started: %1.").arg(why).toStdString(),
            program.toStdString(),
            tr("Install Temper again, or name the engine's program in TEMPER_ENGINE.").toStdString() });
    };
    if (!QFileInfo(program).isExecutable()) {
        QTimer::singleShot(0, this, [refuse] { refuse(tr("there is no such program")); });
        return;
    }
    const auto onError = [this, refuse](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            refuse(m_process.errorString());
    };
    connect(&m_process, &QProcess::errorOccurred, this, onError, Qt::QueuedConnection);
    m_process.start(program, { QStringLiteral("session") });
}

void EngineProcess::call(qint64 id, const QString& method, const Json& params, EngineReply* reply)
{
    m_replies.insert(id, reply);
    reply->setParent(this);
    connect(reply, &EngineReply::cancelAsked, this, [this, id] {
        const RpcRequest cancel { std::nullopt, "$/cancelRequest", { { "id", id } } };
        m_process.write(QByteArray::fromStdString(rpcRequestLine(cancel)) + '\n');
    });
    if (m_process.state() != QProcess::NotRunning)
        m_process.write(
            QByteArray::fromStdString(rpcRequestLine({ Json(id), method.toStdString(), params })) + '\n');
}

void EngineProcess::read()
{
    m_tail += m_process.readAllStandardOutput();
    const qsizetype end = m_tail.lastIndexOf('\n');
    if (end < 0)
        return;
    for (const QByteArray& line : m_tail.left(end).split('\n'))
        m_lines.push_back(line);
    m_tail.remove(0, end + 1);
    if (!std::exchange(m_hasSpoken, true))
        Q_EMIT spoke();
    handleLines();
}

void EngineProcess::handleLines()
{
    QElapsedTimer clock;
    clock.start();
    const QPointer<EngineProcess> alive(this);
    while (!m_lines.empty() && !m_isParsing) {
        const QByteArray line = std::move(m_lines.front());
        m_lines.pop_front();
        if (line.size() > kLargeLine)
            parseAside(line);
        else
            handle(line);
        if (!alive)
            return;
        if (clock.hasExpired(kSliceMilliseconds) && !m_lines.empty()) {
            QTimer::singleShot(0, this, &EngineProcess::handleLines);
            return;
        }
    }
    if (m_end && m_lines.empty() && !m_isParsing)
        failAll();
}

void EngineProcess::handle(const QByteArray& line)
{
    try {
        deliver(parseRpcAnswer({ line.constData(), static_cast<std::size_t>(line.size()) }));
    } catch (const Error& error) {
        qWarning("%s", error.what());
    }
}

void EngineProcess::parseAside(const QByteArray& line)
{
    m_isParsing = true;
    const auto goOn = [this] {
        m_isParsing = false;
        handleLines();
    };
    m_parsing.start(
        [line](const std::stop_token&) {
            return parseRpcAnswer({ line.constData(), static_cast<std::size_t>(line.size()) });
        },
        [this, goOn](const RpcAnswer& answer) {
            const QPointer<EngineProcess> alive(this);
            deliver(answer);
            if (alive)
                goOn();
        },
        [goOn](const Error& error) {
            qWarning("%s", error.what());
            goOn();
        });
}

void EngineProcess::deliver(const RpcAnswer& answer)
{
    if (!answer.method.empty()) {
        tell(answer);
        return;
    }
    EngineReply* reply = answer.id ? m_replies.take(answer.id->get<qint64>()) : nullptr;
    if (!reply)
        return;
    reply->deleteLater();
    if (answer.result)
        Q_EMIT reply->succeeded(*answer.result);
    else
        Q_EMIT reply->failed(errorOfRpc(*answer.error));
}

void EngineProcess::tell(const RpcAnswer& notification)
{
    const Json& params = notification.params;
    const bool isOfReply = params.is_object() && params.contains("id") && params["id"].is_number_integer();
    EngineReply* reply = isOfReply ? m_replies.value(params["id"].get<qint64>()) : nullptr;
    if (!isOfReply)
        Q_EMIT announced(textOf(notification.method));
    if (!reply)
        return;
    if (notification.method == "$/progress")
        Q_EMIT reply->progressed(textOf(params.value("phase", "")), params.value("done", qint64(0)),
            params.value("total", qint64(0)), textOf(params.value("unit", "")));
    else
        Q_EMIT reply->announced(textOf(notification.method), params);
}

void EngineProcess::noteEnd(const Error& error)
{
    if (m_end)
        return;
    m_end = error;
    handleLines();
}

void EngineProcess::failAll()
{
    const Error error = *m_end;
    const QPointer<EngineProcess> alive(this);
    while (alive && !m_replies.isEmpty()) {
        EngineReply* reply = m_replies.take(m_replies.keyBegin().operator*());
        reply->deleteLater();
        Q_EMIT reply->failed(error);
    }
    if (alive)
        Q_EMIT ended(error);
}

Error EngineProcess::crashed() const
{
    const bool isKilled = m_process.exitStatus() == QProcess::CrashExit;
    QString why = isKilled ? tr("The engine ended unexpectedly (signal %1).").arg(m_process.exitCode())
                           : tr("The engine ended unexpectedly (code %1).").arg(m_process.exitCode());
    if (!isKilled && m_process.exitCode() != 0 && !m_lastWords.isEmpty())
        why = tr("The engine ended unexpectedly: %1").arg(QString::fromUtf8(m_lastWords));
    return { ErrorKind::Environment, why.toStdString(), {},
        tr("Nothing of the project is lost. Try again: the engine starts anew.").toStdString() };
}

} // namespace temper
