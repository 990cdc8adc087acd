// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/engine_words.h"

#include "core/common/base/error.h"
#include "core/common/data/import.h"
#include "core/common/file/model_files.h"
#include "core/common/recipe/recipe_reader.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/sentence_table.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;

namespace {

bool hasHan(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    return text.contains(han);
}

// The string literals of a source file that end like a sentence; neighbours are joined as the compiler joins
// them.
QStringList sentencesIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression quiet(QStringLiteral("(?m)^\\s*//.*$|^#include.*$"));
    source.remove(quiet);
    static const QRegularExpression joint(QStringLiteral("(?<!\\\\)\"\\s*\\n\\s*\""));
    source.remove(joint);
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\""));
    QStringList sentences;
    for (auto it = literal.globalMatch(source); it.hasNext();) {
        QString text = it.next().captured(1).replace(QLatin1String("\\\""), QLatin1String("\""));
        if (text.size() > 8 && text.contains(QLatin1Char(' ')) && text.endsWith(QLatin1Char('.')))
            sentences.append(text);
    }
    return sentences;
}

// Texts with their own Chinese beside them, and what only programmers meet.
bool isToldElsewhere(const QString& path)
{
    static const QStringList places { QStringLiteral("/recipe/key_table"),
        QStringLiteral("/recipe/recipe_proposal"), QStringLiteral("/text/jinja"),
        QStringLiteral("/engine/objective/"), QStringLiteral("/model/model_info.cpp"),
        QStringLiteral("/train/general_text.cpp") };
    return std::any_of(
        places.begin(), places.end(), [&](const QString& place) { return path.contains(place); });
}

// Whether a told sentence holds the literal's words in their order; a literal may be one end of a sentence.
bool holds(const QString& told, const QString& literal)
{
    qsizetype at = 0;
    for (const QString& part : literal.split(QStringLiteral("{}"))) {
        at = told.indexOf(part, at);
        if (at < 0)
            return false;
        at += part.size();
    }
    return true;
}

} // namespace

class EngineWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        loadResources();
        m_language.setChoice(LanguageChoice::Chinese);
    }

    void everySentenceOfTheEngineHasItsChinese()
    {
        QFile file(QStringLiteral(":/translations/sentences_zh_CN.txt"));
        QVERIFY(file.open(QFile::ReadOnly));
        const SentenceTable table = SentenceTable::parse(QString::fromUtf8(file.readAll()));
        QVERIFY(table.sentences().size() > 300);
        const QString core = QStringLiteral(TEMPER_SOURCE_DIR "/core");
        QStringList untold;
        for (QDirIterator it(core, { QStringLiteral("*.cpp") }, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            const QString path = it.next();
            if (isToldElsewhere(path))
                continue;
            for (const QString& literal : sentencesIn(path)) {
                const auto& all = table.sentences();
                if (!table.find(literal) && std::none_of(all.begin(), all.end(), [&](const Sentence& each) {
                        return holds(each.told, literal);
                    }))
                    untold.append(path.mid(core.size() + 1) + QStringLiteral(": ") + literal);
            }
        }
        QVERIFY2(untold.isEmpty(), qPrintable(untold.join(QLatin1Char('\n'))));
    }

    void everySentenceIsRecognisedByItsOwnWords()
    {
        QFile file(QStringLiteral(":/translations/sentences_zh_CN.txt"));
        QVERIFY(file.open(QFile::ReadOnly));
        const SentenceTable table = SentenceTable::parse(QString::fromUtf8(file.readAll()));
        for (const Sentence& sentence : table.sentences()) {
            QString told = sentence.told;
            const QString shown
                = EngineWords::text(told.replace(QStringLiteral("{}"), QStringLiteral("q7q")));
            QVERIFY2(hasHan(shown) && !shown.contains(QLatin1String("{}")), qPrintable(told + shown));
            QCOMPARE(shown.count(QStringLiteral("q7q")), told.count(QStringLiteral("q7q")));
        }
    }

    void aMissingModelIsToldInChinese()
    {
        try {
            const ModelFiles files("/nowhere/model");
            QFAIL("opened");
        } catch (const Error& error) {
            const QString told = EngineWords::error(error);
            QVERIFY2(told.startsWith(QStringLiteral("/nowhere/model：")), qPrintable(told));
            QVERIFY2(hasHan(told), qPrintable(told));
        }
    }

    void argumentsAreTranslatedAndNamesAreKept()
    {
        QCOMPARE(EngineWords::text(QStringLiteral("a.jsonl: is a list, a text was expected.")),
            QStringLiteral("a.jsonl：是列表，这里需要文本。"));
        QCOMPARE(EngineWords::text(QStringLiteral("opening for reading failed: Permission denied.")),
            QStringLiteral("打开以读取失败：没有权限。"));
        QCOMPARE(EngineWords::text(
                     QStringLiteral("asks for 9 validation rows of 4, which leaves nothing to train on.")),
            QStringLiteral("要从 4 行中留出 9 行验证，这样就没有可训练的数据了。"));
    }

    void whatIsInNoTableStaysAsItWasTold()
    {
        const QString told = QStringLiteral("the moon is full tonight: come out.");
        QCOMPARE(EngineWords::text(told), told);
    }

    void anEnglishWindowTellsTheSentenceAsItIs()
    {
        m_language.setChoice(LanguageChoice::English);
        const Error error(ErrorKind::Input, "is empty.", "a.csv", "Give a file with rows in it.");
        QCOMPARE(EngineWords::error(error), QString::fromUtf8(error.what()));
    }

    void aNoticeChangesItsLanguageWithTheWindow()
    {
        Theme theme(*qApp);
        Notice notice(theme);
        m_language.setChoice(LanguageChoice::English);
        notice.showError(Error(ErrorKind::Input, "is empty.", "a.csv", "Give a file with rows in it."));
        QCOMPARE(notice.text(), QStringLiteral("a.csv: is empty. Give a file with rows in it."));
        m_language.setChoice(LanguageChoice::Chinese);
        QCoreApplication::processEvents();
        QCOMPARE(notice.text(), QStringLiteral("a.csv：是空的。请提供有数据行的文件。"));
    }

private:
    InterfaceLanguage m_language;
};

QTEST_MAIN(EngineWordsTest)
#include "engine_words_test.moc"
