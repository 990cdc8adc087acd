// SPDX-License-Identifier: GPL-3.0-or-later
// One export: written by the engine, loaded again and compared with what it was made of, and put on record.
#pragma once

#include "core/common/base/error.h"
#include "core/common/project/export_log.h"
#include "ui/task/engine_reply.h"
#include "ui/task/latest_task.h"

#include <QObject>
#include <QPointer>

namespace temper {

class EngineSession;

struct ExportOrder {
    std::filesystem::path project;
    ExportForm form = ExportForm::Adapter;
    AnswerSource source; // with at least one adapter
    std::filesystem::path folder;
    std::string numberType; // of a merged model: float32, bfloat16, float16; empty: as the model has it
};

class ExportJob : public QObject {
    Q_OBJECT
public:
    explicit ExportJob(QObject* parent = nullptr);

    void setEngine(EngineSession& engine) { m_engine = &engine; }
    void start(const ExportOrder& order);
    void stop(); // what is not whole goes; an export that is only being checked stays
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const QString& phase, double fraction); // fraction below 0: not known
    void succeeded(const temper::ExportRecord& record);
    void failed(const temper::Error& error); // nothing was left in the folder
    void checkFailed(const temper::Error& error); // the export is whole, but it could not be compared

private:
    void follow(EngineReply* reply);
    void check(const Json& written);
    void keep(std::optional<ExportCheck> check);
    QString phaseWords(const QString& phase) const;

    EngineSession* m_engine = nullptr;
    ExportOrder m_order;
    ExportRecord m_record;
    QPointer<EngineReply> m_reply;
    bool m_running = false;
    bool m_checking = false;
    LatestTask<ExportRecord> m_keeping;
};

} // namespace temper
