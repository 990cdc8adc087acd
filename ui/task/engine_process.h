// SPDX-License-Identifier: GPL-3.0-or-later
// One engine program as a child of the window, and the calls that wait for it.
#pragma once

#include "core/common/link/json_rpc.h"
#include "ui/task/engine_reply.h"
#include "ui/task/latest_task.h"

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <deque>
#include <optional>

namespace temper {

class EngineProcess : public QObject {
    Q_OBJECT
public:
    // Starts the program at once; nothing here waits for it.
    EngineProcess(const QString& program, QObject* parent);
    ~EngineProcess() override; // closes its input, and ends it where it does not leave by itself

    // `reply` becomes one of this process and ends at the latest with it.
    void call(qint64 id, const QString& method, const Json& params, EngineReply* reply);
    bool hasEnded() const { return m_end.has_value(); } // it takes no calls any more
    qint64 processId() const { return m_process.processId(); } // 0: it does not run

Q_SIGNALS:
    void announced(const QString& method); // of no call
    void spoke(); // its first words: it has started
    void ended(const temper::Error& error); // once, after its replies have failed

private:
    void start(const QString& program);
    void read();
    void handleLines();
    void handle(const QByteArray& line);
    void parseAside(const QByteArray& line);
    void deliver(const RpcAnswer& answer);
    void tell(const RpcAnswer& notification);
    void noteEnd(const Error& error);
    void failAll();
    Error crashed() const;

    QProcess m_process;
    QByteArray m_tail; // of the output: a line that is not whole yet
    std::deque<QByteArray> m_lines; // whole lines that wait to be read
    QHash<qint64, EngineReply*> m_replies;
    LatestTask<RpcAnswer> m_parsing;
    bool m_isParsing = false;
    bool m_hasSpoken = false;
    std::optional<Error> m_end;
    QByteArray m_lastWords; // the last line of its standard error
};

} // namespace temper
