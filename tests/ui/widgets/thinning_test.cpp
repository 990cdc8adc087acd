// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thinning.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace temper;

namespace {

Points manyPoints()
{
    Points points;
    for (int i = 0; i < 100000; ++i) {
        points.x.append(i);
        points.y.append((i * 7919) % 1000);
    }
    points.y[54321] = 5000;
    return points;
}

} // namespace

class ThinningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocksFindWhatLookingAtEachValueFinds()
    {
        const Points points = manyPoints();
        const BlockExtremes blocks = blockExtremes(points.y);
        for (const auto& [first, end] : { std::pair(0, 100000), std::pair(63, 65), std::pair(64, 128),
                 std::pair(1, 99999), std::pair(54000, 55000), std::pair(10, 10) }) {
            const Extremes quick = extremes(points.y, blocks, first, end);
            const Extremes slow = extremes(points.y, {}, first, end);
            QCOMPARE(quick.lowest, slow.lowest);
            QCOMPARE(quick.highest, slow.highest);
        }
    }

    void blocksGiveTheSamePicture()
    {
        const Points points = manyPoints();
        const BlockExtremes blocks = blockExtremes(points.y);
        const Points quick = thinned(points, { blocks, 100, 90000, 700 });
        const Points slow = thinned(points, 100, 90000, 700);
        QCOMPARE(quick.x, slow.x);
        QCOMPARE(quick.y, slow.y);
        QVERIFY(quick.y.contains(5000));
    }

    void columnsOfALogarithmicAxisKeepItsBeginning()
    {
        Points points = manyPoints();
        points.x.removeFirst();
        points.y.removeFirst();
        const BlockExtremes none;
        const Points even = thinned(points, { none, 1, 100000, 300 });
        const Points logarithmic = thinned(points, { none, 1, 100000, 300, AxisScale::Logarithmic });
        const auto below = [](const Points& p) {
            return std::count_if(p.x.begin(), p.x.end(), [](double x) { return x < 100; });
        };
        QVERIFY(below(logarithmic) > 90);
        QVERIFY(below(even) < 5);
        QVERIFY(logarithmic.x.size() <= 600);
    }

    void fewPointsStayAsTheyAre()
    {
        const Points points { { 1, 2, 3 }, { 5, 6, 7 } };
        QCOMPARE(thinned(points, 0, 10, 100).y, points.y);
        QVERIFY(thinned({}, 0, 10, 100).x.isEmpty());
    }

    void manyPointsKeepTheirExtremesAndOrder()
    {
        const Points kept = thinned(manyPoints(), 0, 100000, 400);
        QVERIFY(kept.x.size() <= 800);
        QVERIFY(std::is_sorted(kept.x.begin(), kept.x.end()));
        QCOMPARE(*std::max_element(kept.y.begin(), kept.y.end()), 5000.0);
        QCOMPARE(*std::min_element(kept.y.begin(), kept.y.end()), 0.0);
    }

    void zoomShowsThePointsThemselves()
    {
        const Points kept = thinned(manyPoints(), 100, 150, 400);
        QCOMPARE(kept.x.first(), 99.0);
        QCOMPARE(kept.x.last(), 151.0);
        QCOMPARE(kept.x.size(), 53);
    }

    void gapsArePassedOver()
    {
        Points points = manyPoints();
        std::fill(
            points.y.begin() + 1000, points.y.begin() + 90000, std::numeric_limits<double>::quiet_NaN());
        const Points kept = thinned(points, 0, 100000, 400);
        QVERIFY(std::none_of(kept.y.begin(), kept.y.end(), [](double y) { return std::isnan(y); }));
    }
};

QTEST_GUILESS_MAIN(ThinningTest)
#include "thinning_test.moc"
