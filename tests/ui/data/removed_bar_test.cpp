// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/removed_bar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace temper;

class RemovedBarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void setsComeBackTheLastOneFirst()
    {
        RemovedBar bar;
        QVERIFY(bar.isHidden());
        bar.add(QStringLiteral("bread"));
        bar.add(QStringLiteral("poems"));
        QVERIFY(!bar.isHidden());
        QSignalSpy asked(&bar, &RemovedBar::bringBackAsked);
        auto* button = bar.findChild<QPushButton*>();
        QCOMPARE(button->text(), QStringLiteral("Bring back poems"));
        button->click();
        QCOMPARE(button->text(), QStringLiteral("Bring back"));
        button->click();
        QVERIFY(bar.isHidden());
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0].first().toString(), QStringLiteral("poems"));
        QCOMPARE(asked[1].first().toString(), QStringLiteral("bread"));
    }

    void closedProjectTakesItsSetsOutOfTheBar()
    {
        RemovedBar bar;
        bar.add(QStringLiteral("bread"));
        bar.clear();
        QVERIFY(bar.isHidden());
    }
};

QTEST_MAIN(RemovedBarTest)
#include "removed_bar_test.moc"
