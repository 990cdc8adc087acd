// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/token_places.h"

#include <QTest>

using namespace temper;

namespace {

std::vector<AnswerToken> tokens(std::initializer_list<const char*> texts)
{
    std::vector<AnswerToken> list;
    for (const char* text : texts)
        list.push_back({ text, 0, 0, {} });
    return list;
}

QString picture(std::initializer_list<const char*> texts, const QString& shown)
{
    QString line;
    for (const int token : tokenPlaces(tokens(texts), shown))
        line += token == kNoToken ? QStringLiteral(".") : QString::number(token);
    return line;
}

} // namespace

class TokenPlacesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plainTextIsCoveredByItsTokens()
    {
        QCOMPARE(picture({ "Put", " the", " stem" }, QStringLiteral("Put the stem")),
            QStringLiteral("000111122222"));
    }

    void marksOfMarkdownArePassedOver()
    {
        QCOMPARE(picture({ "A **", "bold", "** word" }, QStringLiteral("A bold word")),
            QStringLiteral("00111122222"));
    }

    void paragraphsAndLineEndsMeet()
    {
        QCOMPARE(
            picture({ "One.", "\n\n", "Two" }, QStringLiteral("One.\u2029Two")), QStringLiteral("00001222"));
    }

    void addedCharactersBelongToNoToken()
    {
        QCOMPARE(picture({ "- a" }, QStringLiteral("• a")), QStringLiteral(".00"));
    }

    void severalUnitsOfOneCharacterBelongToTheSameToken()
    {
        QCOMPARE(picture({ "", "😀", "天" }, QStringLiteral("😀天")), QStringLiteral("112"));
    }
};

QTEST_MAIN(TokenPlacesTest)
#include "token_places_test.moc"
