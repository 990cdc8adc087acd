// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/row_words.h"

#include "ui/widgets/number_text.h"

namespace temper {

QString RowWords::oneLine(const std::string& text)
{
    QString line = QString::fromStdString(text);
    for (QChar& letter : line) {
        if (letter == QLatin1Char('\n') || letter == QLatin1Char('\r') || letter == QLatin1Char('\t'))
            letter = QLatin1Char(' ');
    }
    return line.trimmed();
}

QString RowWords::step(const EditStep& step)
{
    const auto count = static_cast<int>(step.rows.size());
    const QString row
        = step.rows.empty() ? QString() : NumberText::count(static_cast<std::int64_t>(step.rows.front()) + 1);
    switch (step.kind) {
    case EditKind::Edit:
        return tr("editing row %1").arg(row);
    case EditKind::Add:
        return tr("adding row %1").arg(row);
    case EditKind::SetAside:
        return count == 1 ? tr("setting row %1 aside").arg(row) : tr("setting %1 rows aside").arg(count);
    case EditKind::BringBack:
        return count == 1 ? tr("bringing row %1 back").arg(row) : tr("bringing %1 rows back").arg(count);
    }
    return {};
}

QString RowWords::format(const std::string& format)
{
    if (format == "text")
        return tr("plain text");
    if (format == "store")
        return tr("data set");
    return format == "parquet" ? QStringLiteral("Parquet") : QString::fromStdString(format).toUpper();
}

QString RowWords::meaning(const QString& meaning)
{
    struct Word {
        const char* key;
        const char* word;
    };
    static constexpr Word kWords[] = {
        { "messages", QT_TR_NOOP("Conversation") },
        { "prompt", QT_TR_NOOP("Prompt") },
        { "input", QT_TR_NOOP("Further input") },
        { "answer", QT_TR_NOOP("Answer") },
        { "completion", QT_TR_NOOP("Completion") },
        { "system", QT_TR_NOOP("System prompt") },
        { "history", QT_TR_NOOP("Earlier turns") },
        { "text", QT_TR_NOOP("Text") },
        { "tools", QT_TR_NOOP("Tools") },
        { "input_ids", QT_TR_NOOP("Token ids") },
        { "labels", QT_TR_NOOP("Labels") },
    };
    for (const Word& word : kWords) {
        if (meaning == QLatin1String(word.key))
            return tr(word.word);
    }
    return meaning;
}

QString RowWords::role(const std::string& role)
{
    if (role == "system")
        return tr("System");
    if (role == "user")
        return tr("User");
    if (role == "assistant")
        return tr("Assistant");
    if (role == "tool")
        return tr("Tool");
    return QString::fromStdString(role);
}

} // namespace temper
