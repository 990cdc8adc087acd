// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/smoothing.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace temper;

namespace {
const double kNaN = std::numeric_limits<double>::quiet_NaN();
}

class SmoothingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smoothedIsTensorBoardsDebiasedMean()
    {
        const QList<double> expected { 1, 1.625, 2.32653, kNaN, 3.09559 };
        const QList<double> found = smoothed({ 1, 2, 3, kNaN, 4 }, 0.6);
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY(std::isnan(expected[i]) ? std::isnan(found[i]) : std::abs(found[i] - expected[i]) < 5e-6);
    }

    void constantSeriesAndWeightZeroPassThrough()
    {
        const QList<double> constant { 0.3, 0.3, 0.3 };
        QCOMPARE(smoothed(constant, 0.9), constant);
        const QList<double> values { 3, 1, 2 };
        QCOMPARE(smoothed(values, 0), values);
        QVERIFY(smoothed({}, 0.5).isEmpty());
    }

    void ticksStepByOneTwoFive_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("step");
        QTest::newRow("four") << 4.0 << 1.0;
        QTest::newRow("six hundred") << 600.0 << 200.0;
        QTest::newRow("one and a half") << 1.5 << 0.5;
        QTest::newRow("learning rate") << 2e-4 << 5e-5;
        QTest::newRow("nothing") << 0.0 << 1.0;
    }

    void ticksStepByOneTwoFive()
    {
        QFETCH(double, length);
        QFETCH(double, step);
        QVERIFY(std::abs(tickStep(length, 4) / step - 1) < 1e-9);
    }

    void rangeEndsAtWholeSteps()
    {
        const ValueRange range = wholeSteps({ 1.13, 2.21, 0 }, 4);
        QVERIFY(std::abs(range.lower - 1.0) < 1e-9);
        QVERIFY(std::abs(range.upper - 2.5) < 1e-9);
        const ValueRange single = wholeSteps({ 2, 2, 0 }, 4);
        QVERIFY(single.lower < 2 && single.upper > 2);
    }

    void rangeLeavesFarOffPointsOutAndCountsThem()
    {
        QList<double> values;
        for (int i = 0; i < 200; ++i)
            values.append(1 + 0.001 * i);
        values[17] = 900;
        const ValueRange range = valueRange(values);
        QVERIFY(range.upper < 2);
        QVERIFY(range.outside >= 1);
        QCOMPARE(valueRange({ 1, 2, 900 }).outside, 0);
        QCOMPARE(valueRange({ 1, 2, 900 }).upper, 900.0);
    }

    void rangeOfNothingIsNotEmpty()
    {
        const ValueRange range = valueRange({ kNaN, kNaN });
        QVERIFY(range.upper > range.lower);
    }
};

QTEST_GUILESS_MAIN(SmoothingTest)
#include "smoothing_test.moc"
