// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/model/model_server.h"
#include "ui/model/model_fetcher.h"
#include "ui/shell/open_project.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <future>
#include <optional>

using namespace temper;

namespace {

constexpr int kPatience = 20000; // milliseconds

QByteArray weights()
{
    QByteArray bytes;
    for (unsigned i = 0; i < 300'000; ++i)
        bytes += static_cast<char>(i * 7919U >> 5U);
    return bytes;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ModelFetchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ModelServer>();
        m_server->addFile(QStringLiteral("config.json"), "{\"model_type\": \"llama\"}");
        m_server->addFile(QStringLiteral("model.safetensors"), weights());
        m_server->addFile(QStringLiteral("pytorch_model.bin"), weights());
    }

    void cleanup()
    {
        m_server.reset();
        m_offer = {};
    }

    void offerTellsSizeLicenceAndRevision()
    {
        const HubModel model = lookUp();
        QCOMPARE(model.licence, std::string("apache-2.0"));
        QCOMPARE(model.revision, std::string("c0ffee"));
        QCOMPARE(model.variants.size(), 1U);
        QCOMPARE(model.variants[0].bytes, 300'023U);
        QCOMPARE(model.variants[0].files.size(), 2U);
    }

    void everyFileArrivesWhole()
    {
        QCOMPARE(fetch(), QString());
        QCOMPARE(m_path, folder());
        QCOMPARE(contentOf(folder() + QStringLiteral("/model.safetensors")), weights());
        QVERIFY(!QFile::exists(folder() + QStringLiteral("/pytorch_model.bin")));
        QVERIFY(!QFile::exists(folder() + QStringLiteral("/model.safetensors.part")));
        QCOMPARE(m_last.done, 300'023U);
        QCOMPARE(m_last.total, 300'023U);
    }

    void cutConnectionIsGoneOnWith()
    {
        m_server->dropAfter = 200'000;
        QVERIFY(fetch().contains(QStringLiteral("what was fetched is kept")));
        const qint64 kept = QFile(folder() + QStringLiteral("/model.safetensors.part")).size();
        QVERIFY(kept > 0 && kept <= 200'000);
        QCOMPARE(fetchedBytes(order()), 23U + static_cast<std::uint64_t>(kept));
        QCOMPARE(fetch(), QString());
        QVERIFY(m_server->asked.last().endsWith(QStringLiteral(" from %1").arg(kept)));
        QCOMPARE(contentOf(folder() + QStringLiteral("/model.safetensors")), weights());
    }

    void serverWithoutRangesSendsItAllAgain()
    {
        m_server->dropAfter = 100'000;
        QVERIFY(!fetch().isEmpty());
        m_server->ignoresRanges = true;
        QCOMPARE(fetch(), QString());
        QCOMPARE(contentOf(folder() + QStringLiteral("/model.safetensors")), weights());
    }

    void damagedFilesAreThrownAway()
    {
        m_server->damages = true;
        QVERIFY(fetch().contains(QStringLiteral("its hash is not the one the server names")));
        QVERIFY(QDir(folder()).entryList(QDir::Files).isEmpty());
    }

    void damagedPartOfAnEarlierTryIsFound()
    {
        QDir().mkpath(folder());
        QFile part(folder() + QStringLiteral("/model.safetensors.part"));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(QByteArray(1000, '?'));
        part.close();
        QVERIFY(fetch().contains(QStringLiteral("its hash")));
        QCOMPARE(fetch(), QString());
    }

    void stoppedFetchKeepsItsPart()
    {
        m_server->stalls = true;
        ModelFetcher fetcher;
        connect(&fetcher, &ModelFetcher::progressed, this, [&](const Progress& progress) {
            if (progress.done > 100'000)
                fetcher.stop();
        });
        std::optional<ErrorKind> kind;
        connect(&fetcher, &ModelFetcher::failed, this, [&](const Error& error) { kind = error.kind(); });
        fetcher.start(order());
        QTRY_VERIFY_WITH_TIMEOUT(kind, kPatience);
        QCOMPARE(*kind, ErrorKind::Cancelled);
        QVERIFY(!fetcher.isRunning());
        QVERIFY(fetchedBytes(order()) > 100'000);
    }

    void destroyedFetcherEndsItsThread()
    {
        m_server->stalls = true;
        auto fetcher = std::make_unique<ModelFetcher>();
        bool begun = false;
        connect(fetcher.get(), &ModelFetcher::progressed, this, [&] { begun = true; });
        fetcher->start(order());
        QTRY_VERIFY_WITH_TIMEOUT(begun, kPatience);
        fetcher.reset();
    }

    void fullDiskIsToldAndKeepsNothingBroken()
    {
        QDir().mkpath(folder());
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("this system has no device that is always full");
        QVERIFY(
            QFile::link(QStringLiteral("/dev/full"), folder() + QStringLiteral("/model.safetensors.part")));
        QVERIFY(fetch().contains(QStringLiteral("the disk is full")));
        QVERIFY(!QFile::exists(folder() + QStringLiteral("/model.safetensors")));
    }

    void serverThatIsGoneIsToldInASentence()
    {
        const FetchOrder wanted = order();
        m_server->close();
        QVERIFY(run(wanted).contains(QStringLiteral("cannot be reached")));
    }

    void refusalsAreToldInSentences()
    {
        m_server->status = 403;
        QVERIFY(lookUpRefusal(QStringLiteral("me/tiny")).contains(QStringLiteral("signed in")));
        m_server->status = 200;
        QVERIFY(lookUpRefusal(QStringLiteral("me/other")).contains(QStringLiteral("does not have this")));
        QVERIFY(lookUpRefusal(QStringLiteral("../etc")).contains(QStringLiteral("not the name of a model")));
    }

    void addressesAreWebAddresses()
    {
        for (const char* server : { "", "huggingface.co", "file:///etc", "ftp://x" }) {
            const HubAddress address { QString::fromLatin1(server), QStringLiteral("me/tiny") };
            QVERIFY_THROWS_EXCEPTION(Error, lookUpModel(address));
        }
    }

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("me/tiny")); }
    HubAddress address(const QString& model = QStringLiteral("me/tiny")) const
    {
        return { m_server->address(), model };
    }

    // The server answers in this thread, so that whoever asks works in another.
    template <class Work> auto elsewhere(Work work)
    {
        auto future = std::async(std::launch::async, work);
        while (future.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
            QCoreApplication::processEvents();
        return future.get();
    }

    HubModel lookUp()
    {
        return elsewhere([asked = address()] { return lookUpModel(asked); });
    }

    QString lookUpRefusal(const QString& model)
    {
        return elsewhere([asked = address(model)] {
            try {
                lookUpModel(asked);
                return QString();
            } catch (const Error& error) {
                return QString::fromStdString(error.what());
            }
        });
    }

    FetchOrder order()
    {
        if (m_offer.variants.empty())
            m_offer = lookUp();
        return { address(), QString::fromStdString(m_offer.revision), m_offer.variants.front(),
            toPath(folder()) };
    }

    QString fetch() { return run(order()); }

    // The error's sentence; empty where it succeeded.
    QString run(const FetchOrder& wanted)
    {
        ModelFetcher fetcher;
        QString problem;
        bool ended = false;
        connect(&fetcher, &ModelFetcher::progressed, this,
            [this](const Progress& progress) { m_last = progress; });
        connect(&fetcher, &ModelFetcher::succeeded, this, [&](const QString& path) {
            m_path = path;
            ended = true;
        });
        connect(&fetcher, &ModelFetcher::failed, this, [&](const Error& error) {
            problem = QString::fromStdString(error.what());
            ended = true;
        });
        fetcher.start(wanted);
        if (!QTest::qWaitFor([&] { return ended; }, kPatience))
            return QStringLiteral("it never ended");
        return problem;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ModelServer> m_server;
    HubModel m_offer;
    Progress m_last;
    QString m_path;
};

QTEST_GUILESS_MAIN(ModelFetchTest)
#include "model_fetch_test.moc"
