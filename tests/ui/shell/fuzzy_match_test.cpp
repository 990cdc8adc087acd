// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy_match.h"

#include <QTest>

using namespace temper;

class FuzzyMatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lettersAreFoundInTheirOrder_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("picture"); // found letters in capitals; "-": no match
        QTest::newRow("nothing typed") << ""
                                       << "save recipe";
        QTest::newRow("whole word") << "recipe"
                                    << "save RECIPE";
        QTest::newRow("beginnings of words") << "sr"
                                             << "Save Recipe";
        QTest::newRow("two words in another order") << "rec sav"
                                                    << "SAVe RECipe";
        QTest::newRow("letters inside") << "vcp"
                                        << "saVe reCiPe";
        QTest::newRow("letters in another order") << "rs"
                                                  << "-";
        QTest::newRow("one word missing") << "save run"
                                          << "-";
    }

    void lettersAreFoundInTheirOrder()
    {
        QFETCH(QString, wanted);
        QString shown = QStringLiteral("save recipe");
        const auto match = fuzzyMatch(wanted, shown);
        if (!match)
            shown = QStringLiteral("-");
        else
            for (const int place : match->places)
                shown[place] = shown[place].toUpper();
        QTEST(shown, "picture");
    }

    void chineseIsFoundByAnyOfItsCharacters()
    {
        QVERIFY(fuzzyMatch(QStringLiteral("训练"), QStringLiteral("开始训练")));
        QVERIFY(fuzzyMatch(QStringLiteral("开练"), QStringLiteral("开始训练")));
        QVERIFY(!fuzzyMatch(QStringLiteral("导出"), QStringLiteral("开始训练")));
    }

    void wholeWordsCountMoreThanLetters()
    {
        const QString wanted = QStringLiteral("run");
        const int atBeginning = fuzzyMatch(wanted, QStringLiteral("Runs"))->score;
        const int inside = fuzzyMatch(wanted, QStringLiteral("overrun"))->score;
        const int scattered = fuzzyMatch(wanted, QStringLiteral("Rename union"))->score;
        QVERIFY(atBeginning > inside);
        QVERIFY(inside > scattered);
    }
};

QTEST_GUILESS_MAIN(FuzzyMatchTest)
#include "fuzzy_match_test.moc"
