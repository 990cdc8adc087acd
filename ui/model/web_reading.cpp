// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/web_reading.h"

#include "core/common/base/progress.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <exception>

namespace temper {

namespace {

constexpr int kSilenceMilliseconds = 30000;
constexpr int kStopCheckMilliseconds = 100;
constexpr qint64 kAhead = 8 << 20; // bytes the network may be ahead of the disk

struct Refusal {
    QString sentence;
    QString remedy;
};

Refusal refusalOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return { FetchWords::tr(
                     "the server gives this only to people who have signed in or agreed to its terms."),
            FetchWords::tr("Get it with the server's own program, and add the folder here.") };
    case 404:
        return { FetchWords::tr("the server does not have this."),
            FetchWords::tr(
                "Check the spelling: a name has the form owner/name, as on the server's own page.") };
    case 429:
        return { FetchWords::tr("the server asks to wait: too many requests."),
            FetchWords::tr("Try again in some minutes.") };
    default:
        return { FetchWords::tr("the server answers with error %1.").arg(status),
            FetchWords::tr("Try again later: what was fetched is kept.") };
    }
}

class Reading {
public:
    explicit Reading(const WebRequest& request)
        : m_request(request)
    {
    }

    void run()
    {
        m_reply.reset(m_network.get(header()));
        m_reply->setReadBufferSize(kAhead);
        QTimer stopCheck;
        QObject::connect(&stopCheck, &QTimer::timeout, m_reply.get(), [this] {
            if (m_request.stop.stop_requested())
                m_reply->abort();
        });
        stopCheck.start(kStopCheckMilliseconds);
        QObject::connect(m_reply.get(), &QNetworkReply::readyRead, m_reply.get(), [this] { take(); });
        QObject::connect(m_reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
        if (!m_reply->isFinished())
            m_loop.exec();
        finish();
    }

private:
    QNetworkRequest header() const
    {
        QNetworkRequest header(m_request.url);
        header.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        header.setTransferTimeout(kSilenceMilliseconds);
        // Compressed on the way, the bytes could be neither counted nor gone on with.
        header.setRawHeader("Accept-Encoding", "identity");
        header.setRawHeader("User-Agent", "Temper");
        if (m_request.from > 0)
            header.setRawHeader("Range", "bytes=" + QByteArray::number(m_request.from) + "-");
        return header;
    }

    int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

    // What throws must not pass through Qt's event loop.
    void take()
    {
        if (m_failure || (status() != 200 && status() != 206))
            return;
        try {
            if (status() == 200 && m_request.from > 0 && !m_hasRestarted) {
                m_hasRestarted = true;
                m_request.restarted();
            }
            m_request.received(m_reply->readAll());
        } catch (...) {
            m_failure = std::current_exception();
            m_reply->abort();
        }
    }

    void finish()
    {
        take();
        if (m_failure)
            std::rethrow_exception(m_failure);
        throwIfStopped(m_request.stop);
        if (m_reply->error() == QNetworkReply::NoError)
            return;
        const std::string subject = m_request.url.toString().toStdString();
        if (status() >= 400) {
            const Refusal refusal = refusalOf(status());
            throw Error(ErrorKind::Environment, refusal.sentence.toStdString(), subject,
                refusal.remedy.toStdString());
        }
        throw Error(ErrorKind::Environment,
            FetchWords::tr("the server cannot be reached or fell silent (%1).")
                .arg(m_reply->errorString())
                .toStdString(),
            subject,
            FetchWords::tr("Check address and network, then try again: what was fetched is kept.")
                .toStdString());
    }

    const WebRequest& m_request;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    QEventLoop m_loop;
    std::exception_ptr m_failure;
    bool m_hasRestarted = false;
};

} // namespace

void readWeb(const WebRequest& request)
{
    throwIfStopped(request.stop);
    Reading(request).run();
}

} // namespace temper
