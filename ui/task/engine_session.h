// SPDX-License-Identifier: GPL-3.0-or-later
// The window's line to the engine: one `temper-engine session` child, started on the first call and again
// after it died.
#pragma once

#include "ui/task/engine_reply.h"

#include <QObject>

namespace temper {

class EngineProcess;

enum class EngineState {
    Resting, // it was not needed yet
    Starting, // it has not said anything yet
    Ready,
    Stopped, // it ended unasked, and starts again on the next call
};

class EngineSession : public QObject {
    Q_OBJECT
public:
    // `program` empty: TEMPER_ENGINE where it is set, else the program beside the window's own.
    explicit EngineSession(QObject* parent = nullptr, QString program = {});

    // Methods, parameters and results: core/common/link/README.md. `params` is an object. Never waits; the
    // reply ends by itself, at the latest with the engine, and never before this call has returned.
    EngineReply* call(const QString& method, const Json& params = Json::object());

    qint64 processId() const; // 0: no engine runs
    EngineState state() const { return m_state; }

Q_SIGNALS:
    void gaveUpModel(); // to a run that needs the memory; the next call that wants a model loads it again
    void stateChanged();
    void died(const QString& sentence); // the engine ended unasked; every open reply has failed

private:
    EngineProcess& process();
    void setState(EngineState state);

    QString m_program;
    EngineProcess* m_process = nullptr;
    qint64 m_lastId = 0;
    EngineState m_state = EngineState::Resting;
};

} // namespace temper
