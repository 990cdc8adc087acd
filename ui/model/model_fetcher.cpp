// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_fetcher.h"

#include "ui/shell/open_project.h"

#include <QElapsedTimer>
#include <QThread>

namespace temper {

namespace {
constexpr int kTellMilliseconds = 100;
}

ModelFetcher::ModelFetcher(QObject* parent)
    : QObject(parent)
{
}

ModelFetcher::~ModelFetcher()
{
    m_stop.request_stop();
    if (m_thread) {
        m_thread->wait();
        delete m_thread;
    }
}

void ModelFetcher::start(const FetchOrder& order)
{
    Q_ASSERT(!m_thread);
    m_stop = std::stop_source();
    m_thread = QThread::create([this, order, stop = m_stop.get_token()] { run(order, stop); });
    m_thread->start();
}

void ModelFetcher::stop()
{
    m_stop.request_stop();
}

void ModelFetcher::finish()
{
    m_thread->wait();
    delete m_thread;
    m_thread = nullptr;
}

void ModelFetcher::run(const FetchOrder& order, const std::stop_token& stop)
{
    const auto deliver = [this](auto call) { QMetaObject::invokeMethod(this, call, Qt::QueuedConnection); };
    QElapsedTimer told;
    const auto tell = [&](const Progress& progress) {
        if (told.isValid() && told.elapsed() < kTellMilliseconds && progress.done != progress.total)
            return;
        told.start();
        deliver([this, progress] { Q_EMIT progressed(progress); });
    };
    const auto fail = [&](const Error& error) {
        deliver([this, error] {
            finish();
            Q_EMIT failed(error);
        });
    };
    try {
        const QString path = toText(fetchModel(order, tell, stop));
        deliver([this, path] {
            finish();
            Q_EMIT succeeded(path);
        });
    } catch (const Error& error) {
        fail(error);
    } catch (const std::exception& error) {
        fail(Error(ErrorKind::Internal, error.what()));
    }
}

} // namespace temper
