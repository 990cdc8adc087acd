// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_fetch.h"

#include "core/common/base/os_paths.h"
#include "ui/model/web_reading.h"
#include "ui/shell/open_project.h"
#include "ui/widgets/number_text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QUrl>

namespace temper {

namespace {

constexpr qint64 kChunk = 1 << 20; // bytes hashed at a time

QUrl urlOf(const HubAddress& address, const QString& path)
{
    QString server = address.server.trimmed();
    while (server.endsWith(QLatin1Char('/')))
        server.chop(1);
    const QUrl url(server + path, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!isWeb || url.host().isEmpty())
        throw Error(ErrorKind::Usage, FetchWords::tr("is not the address of a server.").toStdString(),
            server.toStdString(),
            FetchWords::tr("An address begins with https:// or http://.").toStdString());
    if (!isHubName(address.model.toStdString()))
        throw Error(ErrorKind::Usage, FetchWords::tr("is not the name of a model.").toStdString(),
            address.model.toStdString(), FetchWords::tr("A name has the form owner/name.").toStdString());
    return url;
}

// Counts what was fetched over all files, and tells it.
class Count {
public:
    Count(std::uint64_t total, const ProgressFunction& progress)
        : m_total(total)
        , m_progress(progress)
    {
    }

    void set(std::uint64_t bytesOfThisFile) { tell(m_before + bytesOfThisFile); }
    void finishFile(std::uint64_t bytes)
    {
        m_before += bytes;
        tell(m_before);
    }

private:
    void tell(std::uint64_t done) const
    {
        if (m_progress)
            m_progress({ "fetching", done, m_total, "bytes" });
    }

    std::uint64_t m_before = 0;
    std::uint64_t m_total;
    const ProgressFunction& m_progress;
};

// The hash the server names: SHA-256 of large files, git's own of small ones, or none.
class FileHash {
public:
    explicit FileHash(const HubFile& file)
        : m_expected(QByteArray::fromStdString(file.sha256.empty() ? file.gitBlob : file.sha256).toLower())
        , m_hash(file.sha256.empty() ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256)
    {
        if (file.sha256.empty())
            m_head = "blob " + QByteArray::number(static_cast<quint64>(file.bytes)) + '\0';
        reset();
    }

    void reset()
    {
        m_hash.reset();
        m_hash.addData(m_head);
    }
    void add(const QByteArray& bytes) { m_hash.addData(bytes); }
    bool isRight() const { return m_expected.isEmpty() || m_hash.result().toHex() == m_expected; }

private:
    QByteArray m_expected;
    QByteArray m_head; // what git hashes before the content
    QCryptographicHash m_hash;
};

class FileFetch {
public:
    FileFetch(const FetchOrder& order, const HubFile& file, Count& count, const std::stop_token& stop)
        : m_order(order)
        , m_file(file)
        , m_count(count)
        , m_stop(stop)
        , m_target(toText(order.folder / file.name))
        , m_part(m_target + QStringLiteral(".part"))
        , m_hash(file)
    {
    }

    void run()
    {
        if (QFile::exists(m_target) && QFile(m_target).size() == static_cast<qint64>(m_file.bytes))
            return;
        if (!m_part.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            throw Error(ErrorKind::Environment, m_part.errorString().toStdString() + ".",
                m_part.fileName().toStdString(),
                FetchWords::tr("Choose a folder that you may write to.").toStdString());
        takeUp();
        if (m_part.pos() < static_cast<qint64>(m_file.bytes))
            fetchRest();
        finish();
    }

private:
    // Hashes what an earlier try left, and goes on behind it.
    void takeUp()
    {
        if (m_part.size() > static_cast<qint64>(m_file.bytes))
            m_part.resize(0);
        m_part.seek(0);
        while (m_part.pos() < m_part.size()) {
            throwIfStopped(m_stop);
            m_hash.add(m_part.read(kChunk));
            m_count.set(static_cast<std::uint64_t>(m_part.pos()));
        }
    }

    void fetchRest()
    {
        const QString path
            = QStringLiteral("/%1/resolve/%2/%3")
                  .arg(m_order.address.model, m_order.revision,
                      QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(m_file.name))));
        WebRequest request;
        request.url = urlOf(m_order.address, path);
        request.from = m_part.pos();
        request.stop = m_stop;
        request.restarted = [this] {
            m_part.resize(0);
            m_part.seek(0);
            m_hash.reset();
        };
        request.received = [this](const QByteArray& bytes) { write(bytes); };
        readWeb(request);
    }

    void write(const QByteArray& bytes)
    {
        if (m_part.write(bytes) != bytes.size())
            throw Error(ErrorKind::Environment,
                FetchWords::tr("the disk is full or cannot be written; the model needs %1.")
                    .arg(NumberText::bytes(static_cast<double>(m_order.variant.bytes)))
                    .toStdString(),
                m_part.fileName().toStdString(),
                FetchWords::tr("Make room and try again: what was fetched is kept.").toStdString());
        m_hash.add(bytes);
        m_count.set(static_cast<std::uint64_t>(m_part.pos()));
    }

    void finish()
    {
        if (m_part.pos() != static_cast<qint64>(m_file.bytes))
            throw Error(ErrorKind::Environment,
                FetchWords::tr("ended before all of it was there.").toStdString(), m_file.name,
                FetchWords::tr("Try again: it goes on where it stopped.").toStdString());
        if (!m_hash.isRight()) {
            m_part.remove();
            throw Error(ErrorKind::Input,
                FetchWords::tr("arrived damaged: its hash is not the one the server names.").toStdString(),
                m_file.name,
                FetchWords::tr("It was thrown away; try again, or use another server.").toStdString());
        }
        m_part.close();
        QFile::remove(m_target);
        if (!m_part.rename(m_target))
            throw Error(
                ErrorKind::Environment, m_part.errorString().toStdString() + ".", m_target.toStdString());
    }

    const FetchOrder& m_order;
    const HubFile& m_file;
    Count& m_count;
    const std::stop_token& m_stop;
    QString m_target;
    QFile m_part;
    FileHash m_hash;
};

void makeFolder(const std::filesystem::path& folder)
{
    if (!QDir().mkpath(toText(folder)))
        throw Error(ErrorKind::Environment, FetchWords::tr("this folder cannot be made.").toStdString(),
            toText(folder).toStdString(),
            FetchWords::tr("Choose a folder that you may write to.").toStdString());
}

void requireRoom(const FetchOrder& order)
{
    const std::uint64_t there = fetchedBytes(order);
    const std::uint64_t needed = order.variant.bytes > there ? order.variant.bytes - there : 0;
    const std::uint64_t room = freeDiskBytes(order.folder);
    if (needed > room)
        throw Error(ErrorKind::Environment,
            FetchWords::tr("%1 are still to be fetched, but only %2 are free here.")
                .arg(NumberText::bytes(static_cast<double>(needed)),
                    NumberText::bytes(static_cast<double>(room)))
                .toStdString(),
            toText(order.folder).toStdString(),
            FetchWords::tr("Make room, or choose another folder.").toStdString());
}

Json readJson(const QUrl& url, const std::stop_token& stop)
{
    QByteArray text;
    WebRequest request;
    request.url = url;
    request.stop = stop;
    request.received = [&text](const QByteArray& bytes) { text += bytes; };
    readWeb(request);
    return parseJson(text.toStdString(), url.toString().toStdString());
}

} // namespace

HubModel lookUpModel(const HubAddress& address, const std::stop_token& stop)
{
    const QString path = QStringLiteral("/api/models/") + address.model;
    const Json about = readJson(urlOf(address, path), stop);
    const auto sha = about.is_object() ? about.find("sha") : about.end();
    const bool pinned = about.is_object() && sha != about.end() && sha->is_string();
    const QString revision
        = pinned ? QString::fromStdString(sha->get<std::string>()) : QStringLiteral("main");
    const Json tree = readJson(urlOf(address, path + QStringLiteral("/tree/") + revision), stop);
    return readHubModel(about, tree, address.model.toStdString());
}

std::filesystem::path
fetchModel(const FetchOrder& order, const ProgressFunction& progress, const std::stop_token& stop)
{
    makeFolder(order.folder);
    requireRoom(order);
    Count count(order.variant.bytes, progress);
    for (const HubFile& file : order.variant.files) {
        throwIfStopped(stop);
        FileFetch(order, file, count, stop).run();
        count.finishFile(file.bytes);
    }
    return order.variant.isGguf ? order.folder / order.variant.files.front().name : order.folder;
}

std::uint64_t fetchedBytes(const FetchOrder& order)
{
    std::uint64_t bytes = 0;
    for (const HubFile& file : order.variant.files) {
        const QString target = toText(order.folder / file.name);
        const qint64 there
            = QFile::exists(target) ? QFile(target).size() : QFile(target + QStringLiteral(".part")).size();
        bytes += std::min(static_cast<std::uint64_t>(there), file.bytes);
    }
    return bytes;
}

} // namespace temper
