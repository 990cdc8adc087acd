// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_job.h"

#include "core/common/recipe/recipe_value.h"
#include "ui/task/engine_session.h"

#include <QDateTime>

namespace temper {

namespace {

Json adapterParam(const AnswerSource& source)
{
    Json adapters = Json::array();
    for (const std::filesystem::path& adapter : source.adapters)
        adapters.push_back(utf8FromPath(adapter));
    return adapters;
}

const char* formWord(ExportForm form)
{
    return form == ExportForm::Adapter ? "adapter" : "merged";
}

} // namespace

ExportJob::ExportJob(QObject* parent)
    : QObject(parent)
    , m_keeping(this)
{
}

void ExportJob::start(const ExportOrder& order)
{
    m_order = order;
    m_record = { order.form, order.source, order.folder, order.numberType, 0, 0, {} };
    m_running = true;
    m_checking = false;
    Json params { { "out", utf8FromPath(order.folder) } };
    if (order.form == ExportForm::Adapter) {
        params["adapter"] = utf8FromPath(order.source.adapters.back());
    } else {
        params["model"] = utf8FromPath(order.source.model);
        params["adapter"] = adapterParam(order.source);
        if (!order.numberType.empty())
            params["dtype"] = order.numberType;
    }
    const bool adapter = order.form == ExportForm::Adapter;
    Q_EMIT progressed(tr("Starting"), -1);
    follow(m_engine->call(adapter ? QStringLiteral("export.adapter") : QStringLiteral("merge"), params));
    connect(m_reply, &EngineReply::succeeded, this, &ExportJob::check);
    connect(m_reply, &EngineReply::failed, this, [this](const Error& error) {
        m_running = false;
        Q_EMIT failed(error);
    });
}

void ExportJob::follow(EngineReply* reply)
{
    m_reply = reply;
    connect(reply, &EngineReply::progressed, this,
        [this](const QString& phase, qint64 done, qint64 total, const QString&) {
            Q_EMIT progressed(
                phaseWords(phase), total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
        });
}

void ExportJob::check(const Json& written)
{
    m_record.numberType = written.value("dtype", m_record.numberType);
    m_checking = true;
    Q_EMIT progressed(tr("Checking that it answers as before"), -1);
    follow(m_engine->call(QStringLiteral("export.check"),
        { { "model", utf8FromPath(m_order.source.model) }, { "adapter", adapterParam(m_order.source) },
            { "folder", utf8FromPath(m_order.folder) }, { "form", formWord(m_order.form) } }));
    connect(m_reply, &EngineReply::succeeded, this, [this](const Json& result) {
        keep(ExportCheck { result.value("greatest_difference", 0.0),
            result.value("positions", std::int64_t { 0 }), result.value("same_choice", std::int64_t { 0 }) });
    });
    connect(m_reply, &EngineReply::failed, this, [this](const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            Q_EMIT checkFailed(error);
        keep(std::nullopt);
    });
}

void ExportJob::keep(std::optional<ExportCheck> check)
{
    m_record.check = check;
    m_record.created = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    m_keeping.start(
        [project = m_order.project, record = m_record](const std::stop_token&) {
            ExportRecord kept = record;
            kept.bytes = folderBytes(kept.folder);
            addExport(project, kept);
            return kept;
        },
        [this](const ExportRecord& kept) {
            m_running = false;
            Q_EMIT succeeded(kept);
        },
        [this](const Error& error) { // the folder is whole all the same
            m_running = false;
            Q_EMIT checkFailed(error);
            Q_EMIT succeeded(m_record);
        });
}

void ExportJob::stop()
{
    if (m_reply)
        m_reply->cancel();
}

QString ExportJob::phaseWords(const QString& phase) const
{
    if (m_checking)
        return tr("Checking that it answers as before");
    if (phase == QLatin1String("loading"))
        return tr("Loading the model");
    if (phase == QLatin1String("merging"))
        return tr("Merging the adapter");
    if (phase == QLatin1String("saving") || phase == QLatin1String("copying"))
        return tr("Writing the files");
    return phase;
}

} // namespace temper
