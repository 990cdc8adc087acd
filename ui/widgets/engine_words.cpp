// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/engine_words.h"

#include "core/common/base/error.h"
#include "ui/widgets/sentence_table.h"

#include <QFile>
#include <QHash>

namespace temper {

namespace {

SentenceTable readTable(const QString& name)
{
    QFile file(QStringLiteral(":/translations/%1.txt").arg(name));
    return file.open(QFile::ReadOnly) ? SentenceTable::parse(QString::fromUtf8(file.readAll()))
                                      : SentenceTable();
}

const SentenceTable& tableOf(const QString& name)
{
    static QHash<QString, SentenceTable> tables; // of the GUI thread
    const auto known = tables.constFind(name);
    return known != tables.constEnd() ? *known : *tables.insert(name, readTable(name));
}

// The text whole, or as sentences one after the other.
std::optional<QString> tellSentences(const SentenceTable& table, const QString& told)
{
    if (const auto shown = table.find(told))
        return shown;
    for (qsizetype end = told.indexOf(QLatin1Char(' ')); end >= 0;
         end = told.indexOf(QLatin1Char(' '), end + 1)) {
        if (end == 0 || !QStringLiteral(".?").contains(told[end - 1]))
            continue;
        const auto first = table.find(told.left(end));
        if (first)
            return *first + tellSentences(table, told.mid(end + 1)).value_or(told.mid(end + 1));
    }
    return std::nullopt;
}

} // namespace

QString EngineWords::text(const QString& told)
{
    //: The file of the engine's sentences in this language, in resources/translations; left as it is in
    //: English.
    const QString name = tr("sentences");
    const SentenceTable& table = tableOf(name);
    if (table.sentences().isEmpty() || told.isEmpty())
        return told;
    if (const auto shown = tellSentences(table, told))
        return *shown;
    for (qsizetype end = told.indexOf(QLatin1String(": ")); end >= 0;
         end = told.indexOf(QLatin1String(": "), end + 1)) {
        if (const auto shown = tellSentences(table, told.mid(end + 2)))
            return tr("%1: %2").arg(told.left(end), *shown);
    }
    return told;
}

QString EngineWords::error(const Error& error)
{
    const QString sentence = text(error.sentence());
    const QString subject = QString::fromStdString(error.subject());
    const QString named = subject.isEmpty() ? sentence : tr("%1: %2").arg(subject, sentence);
    if (error.remedy().empty())
        return named;
    return withRemedy(named, text(error.remedy()));
}

QString EngineWords::withRemedy(const QString& sentence, const QString& remedy)
{
    //: A sentence and, after it, what to do.
    return tr("%1 %2").arg(sentence, remedy);
}

} // namespace temper
