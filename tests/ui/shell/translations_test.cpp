// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/version.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace temper;

namespace {

const QString kRoot = QStringLiteral(TEMPER_SOURCE_DIR);
const QString kFile = kRoot + QStringLiteral("/resources/translations/temper_zh_CN.ts");

struct Message {
    QString source;
    QString translation;
    bool unfinished = false;
};

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("message"))
            messages.append(Message {});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().unfinished
                = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            messages.last().translation = xml.readElementText();
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(\\d+|n)"));
    QSet<QString> found;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return found;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUnfinished()
    {
        const QList<Message> messages = readMessages(kFile);
        QVERIFY(messages.size() > 50);
        for (const Message& message : messages)
            QVERIFY2(!message.unfinished && !message.translation.isEmpty(), qPrintable(message.source));
    }

    void translationsKeepTheirPlaceholders()
    {
        for (const Message& message : readMessages(kFile))
            QVERIFY2(placeholders(message.source) == placeholders(message.translation),
                qPrintable(message.source));
    }

    void everyTextOfTheWindowIsInTheFile()
    {
        const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
        if (!QFile::exists(lupdate))
            QSKIP("lupdate (qt6-l10n-tools) is not installed.");
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("temper_zh_CN.ts"));
        QVERIFY(QFile::copy(kFile, copy));
        QProcess process;
        process.start(lupdate,
            { QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-I"), kRoot,
                kRoot + QStringLiteral("/ui"), kRoot + QStringLiteral("/app/workbench"),
                QStringLiteral("-ts"), copy });
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitCode(), 0);
        for (const Message& message : readMessages(copy))
            QVERIFY2(!message.unfinished, qPrintable(message.source));
    }

    void versionIsTheBuilds()
    {
        QFile file(kRoot + QStringLiteral("/CMakeLists.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString expected = QStringLiteral("project(Temper VERSION %1 ").arg(QLatin1String(kVersion));
        QVERIFY(QString::fromUtf8(file.readAll()).contains(expected));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
