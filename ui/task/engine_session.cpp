// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/engine_session.h"

#include "ui/task/engine_process.h"
#include "ui/task/engine_program.h"

namespace temper {

EngineSession::EngineSession(QObject* parent, QString program)
    : QObject(parent)
    , m_program(std::move(program))
{
}

EngineReply* EngineSession::call(const QString& method, const Json& params)
{
    EngineProcess& engine = process();
    auto* reply = new EngineReply;
    engine.call(++m_lastId, method, params, reply);
    return reply;
}

qint64 EngineSession::processId() const
{
    return m_process ? m_process->processId() : 0;
}

EngineProcess& EngineSession::process()
{
    if (m_process && !m_process->hasEnded())
        return *m_process;
    m_process = new EngineProcess(
        m_program.isEmpty() ? QString::fromStdU16String(engineProgram().u16string()) : m_program, this);
    setState(EngineState::Starting);
    connect(m_process, &EngineProcess::spoke, this, [this] { setState(EngineState::Ready); });
    connect(m_process, &EngineProcess::announced, this, [this](const QString& method) {
        if (method == QLatin1String("model.gave_up"))
            Q_EMIT gaveUpModel();
    });
    connect(m_process, &EngineProcess::ended, this, [this, ended = m_process](const Error& error) {
        ended->deleteLater();
        if (m_process == ended)
            m_process = nullptr;
        if (!m_process)
            setState(EngineState::Stopped);
        Q_EMIT died(QString::fromUtf8(error.what()));
    });
    return *m_process;
}

void EngineSession::setState(EngineState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace temper
