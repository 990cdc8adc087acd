// SPDX-License-Identifier: GPL-3.0-or-later
// A small server that speaks as a Hugging Face-compatible one does, and can be told to misbehave.
#pragma once

#include "core/common/base/json.h"

#include <QCryptographicHash>
#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace temper {

class ModelServer : public QTcpServer {
public:
    ModelServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    void addFile(const QString& name, const QByteArray& content) { m_files[name] = content; }

    // What it does wrong.
    qint64 dropAfter = -1; // bytes of a body, once
    bool ignoresRanges = false;
    bool damages = false; // the bytes it sends are not those it told the hash of
    bool stalls = false; // of weights only the first half ever comes
    int status = 200;

    QStringList asked; // "path" or "path bytes=5-", in order

private:
    void answer(QTcpSocket& socket)
    {
        const QByteArray head = socket.readAll();
        const QString path = QString::fromLatin1(head.split(' ').value(1));
        const qsizetype at = head.indexOf("Range: bytes=");
        const qint64 from = at < 0 ? 0 : head.mid(at + 13, head.indexOf('-', at) - at - 13).toLongLong();
        asked << (from > 0 ? path + QStringLiteral(" from %1").arg(from) : path);
        if (status != 200)
            send(socket, QByteArray::number(status) + " Refused", "no");
        else if (path == QLatin1String("/api/models/me/tiny"))
            send(socket, "200 OK", R"({"sha": "c0ffee", "cardData": {"license": "apache-2.0"}})");
        else if (path == QLatin1String("/api/models/me/tiny/tree/c0ffee"))
            send(socket, "200 OK", tree());
        else if (path.startsWith(QLatin1String("/me/tiny/resolve/c0ffee/")))
            sendFile(socket, path.section(QLatin1Char('/'), -1), from);
        else
            send(socket, "404 Not Found", "no");
    }

    QByteArray tree() const
    {
        Json entries = Json::array();
        for (auto file = m_files.begin(); file != m_files.end(); ++file) {
            Json entry { { "type", "file" }, { "path", file.key().toStdString() }, { "size", file->size() } };
            const QByteArray blob = "blob " + QByteArray::number(file->size()) + '\0' + *file;
            entry["oid"] = QCryptographicHash::hash(blob, QCryptographicHash::Sha1).toHex().toStdString();
            if (file->size() > 1000)
                entry["lfs"]["oid"]
                    = QCryptographicHash::hash(*file, QCryptographicHash::Sha256).toHex().toStdString();
            entries.push_back(entry);
        }
        return QByteArray::fromStdString(entries.dump());
    }

    void sendFile(QTcpSocket& socket, const QString& name, qint64 from)
    {
        if (!m_files.contains(name)) {
            send(socket, "404 Not Found", "no");
            return;
        }
        QByteArray content = m_files[name];
        if (damages)
            content.fill('?');
        const bool isPart = from > 0 && !ignoresRanges;
        send(socket, isPart ? "206 Partial Content" : "200 OK", isPart ? content.mid(from) : content);
    }

    void send(QTcpSocket& socket, const QByteArray& line, const QByteArray& body)
    {
        socket.write("HTTP/1.1 " + line
            + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
        const bool isLarge = body.size() > 1000;
        if (isLarge && stalls) {
            socket.write(body.left(body.size() / 2));
            return;
        }
        if (isLarge && dropAfter >= 0) {
            socket.write(body.left(dropAfter));
            dropAfter = -1;
        } else {
            socket.write(body);
        }
        socket.disconnectFromHost();
    }

    QHash<QString, QByteArray> m_files;
};

} // namespace temper
