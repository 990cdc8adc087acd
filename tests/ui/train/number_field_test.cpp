// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme/theme.h"
#include "ui/train/number_field.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace temper;

class NumberFieldTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void stepsFollowTheScale_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("up");
        QTest::addColumn<QString>("down");
        QTest::newRow("rate") << "learning_rate"
                              << "2e-4"
                              << "5e-4"
                              << "1e-4";
        QTest::newRow("odd rate") << "learning_rate"
                                  << "3e-4"
                                  << "5e-4"
                                  << "2e-4";
        QTest::newRow("decade") << "learning_rate"
                                << "1e-3"
                                << "0.002"
                                << "5e-4";
        QTest::newRow("rank doubles") << "lora_rank"
                                      << "8"
                                      << "16"
                                      << "4";
        QTest::newRow("least rank stays") << "lora_rank"
                                          << "1"
                                          << "2"
                                          << "1";
        QTest::newRow("share") << "warmup_ratio"
                               << "0.03"
                               << "0.04"
                               << "0.02";
        QTest::newRow("least share stays") << "warmup_ratio"
                                           << "0"
                                           << "0.01"
                                           << "0";
        QTest::newRow("whole") << "seed"
                               << "42"
                               << "43"
                               << "41";
        QTest::newRow("epochs") << "num_train_epochs"
                                << "3"
                                << "3.1"
                                << "2.9";
        QTest::newRow("last of a list") << "learning_rate"
                                        << "1e-4, 2e-4"
                                        << "1e-4, 5e-4"
                                        << "1e-4, 1e-4";
        QTest::newRow("no number") << "seed"
                                   << "many"
                                   << "many"
                                   << "many";
    }

    void stepsFollowTheScale()
    {
        QFETCH(QString, key);
        QFETCH(QString, from);
        const RecipeKey& known = *findRecipeKey(key.toStdString());
        QTEST(steppedNumber(known, from, 1), "up");
        QTEST(steppedNumber(known, from, -1), "down");
    }

    void arrowsKeysAndWheelStep()
    {
        Theme theme(*qApp);
        NumberField field(*findRecipeKey("lora_rank"), theme);
        field.resize(200, 28);
        field.setText(QStringLiteral("8"));
        QSignalSpy stepped(&field, &NumberField::stepped);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), QStringLiteral("16"));
        QTest::mouseClick(&field, Qt::LeftButton, {}, QPoint(190, 22));
        QCOMPARE(field.text(), QStringLiteral("8"));
        field.clearFocus();
        QWheelEvent wheel(QPointF(50, 10), field.mapToGlobal(QPointF(50, 10)), {}, QPoint(0, 120), {}, {},
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(&field, &wheel);
        QCOMPARE(field.text(), QStringLiteral("8")); // the form scrolls instead
        field.activateWindow();
        field.setFocus();
        QTRY_VERIFY(field.hasFocus());
        QApplication::sendEvent(&field, &wheel);
        QCOMPARE(field.text(), QStringLiteral("16"));
        QCOMPARE(stepped.size(), 3);
    }
};

QTEST_MAIN(NumberFieldTest)
#include "number_field_test.moc"
