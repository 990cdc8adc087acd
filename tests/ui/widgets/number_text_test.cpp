// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_text.h"

#include <QTest>

#include <limits>

using namespace temper;

class NumberTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valueKeepsTheDigitsThatCount_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("loss") << 1.17432 << QStringLiteral("1.174");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("tokens") << 273.6 << QStringLiteral("274");
        QTest::newRow("grouped") << 184220.0 << QStringLiteral("184,220");
        QTest::newRow("learning rate") << 2e-4 << QStringLiteral("2e-4");
        QTest::newRow("learning rate with digits") << 1.47e-5 << QStringLiteral("1.47e-5");
        QTest::newRow("small") << 0.0831 << QStringLiteral("0.0831");
        QTest::newRow("tens") << 12.34 << QStringLiteral("12.3");
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("–");
    }

    void valueKeepsTheDigitsThatCount()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(NumberText::value(value), text);
    }

    void bytesHaveAThinUnit()
    {
        QCOMPARE(NumberText::bytes(1.2e9), QStringLiteral("1.20\u202FGB"));
        QCOMPARE(NumberText::bytes(538e6), QStringLiteral("538\u202FMB"));
        QCOMPARE(NumberText::bytes(12), QStringLiteral("12\u202FB"));
    }

    void durationsAreRoundedToWhatMatters()
    {
        QCOMPARE(NumberText::duration(40), QStringLiteral("40 s"));
        QCOMPARE(NumberText::duration(250), QStringLiteral("4 min"));
        QCOMPARE(NumberText::duration(7800), QStringLiteral("2 h 10 min"));
    }
};

QTEST_GUILESS_MAIN(NumberTextTest)
#include "number_text_test.moc"
