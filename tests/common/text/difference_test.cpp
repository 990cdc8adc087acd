// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/random.h"
#include "core/common/text/difference.h"

#include <QTest>
#include <algorithm>

using namespace temper;

namespace {

using Elements = std::vector<std::uint32_t>;

std::size_t commonLength(const Elements& left, const Elements& right)
{
    std::vector<std::vector<std::size_t>> table(
        left.size() + 1, std::vector<std::size_t>(right.size() + 1, 0));
    for (std::size_t i = 1; i <= left.size(); ++i)
        for (std::size_t j = 1; j <= right.size(); ++j)
            table[i][j] = left[i - 1] == right[j - 1] ? table[i - 1][j - 1] + 1
                                                      : std::max(table[i - 1][j], table[i][j - 1]);
    return table[left.size()][right.size()];
}

Elements kept(const Elements& elements, const std::vector<bool>& marks)
{
    Elements rest;
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!marks[i])
            rest.push_back(elements[i]);
    return rest;
}

Elements randomElements(Random& random, std::size_t longest, std::uint32_t kinds)
{
    Elements elements(random.below(longest + 1));
    for (std::uint32_t& element : elements)
        element = static_cast<std::uint32_t>(random.below(kinds));
    return elements;
}

} // namespace

class DifferenceTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotMarkedIsALongestCommonSubsequence_data();
    void whatIsNotMarkedIsALongestCommonSubsequence();
    void emptySidesAreWhollyMarked();
};

void DifferenceTest::whatIsNotMarkedIsALongestCommonSubsequence_data()
{
    QTest::addColumn<int>("longest");
    QTest::addColumn<int>("kinds");
    QTest::newRow("short, alike") << 8 << 2;
    QTest::newRow("short, various") << 12 << 6;
    QTest::newRow("around a word of bits") << 66 << 4;
    QTest::newRow("several words of bits") << 300 << 20;
    QTest::newRow("all the same") << 130 << 1;
}

void DifferenceTest::whatIsNotMarkedIsALongestCommonSubsequence()
{
    QFETCH(int, longest);
    QFETCH(int, kinds);
    Random random(7);
    for (int i = 0; i < 60; ++i) {
        const Elements left
            = randomElements(random, static_cast<std::size_t>(longest), static_cast<std::uint32_t>(kinds));
        const Elements right
            = randomElements(random, static_cast<std::size_t>(longest), static_cast<std::uint32_t>(kinds));
        const Difference difference = differenceOf(left, right);
        QCOMPARE(kept(left, difference.onlyLeft), kept(right, difference.onlyRight));
        QCOMPARE(kept(left, difference.onlyLeft).size(), difference.common);
        QCOMPARE(difference.common, commonLength(left, right));
    }
}

void DifferenceTest::emptySidesAreWhollyMarked()
{
    const Elements some { 1, 2, 3 };
    const Difference difference = differenceOf({}, some);
    QCOMPARE(difference.onlyRight, std::vector<bool>(3, true));
    QCOMPARE(difference.common, std::size_t { 0 });
}

QTEST_GUILESS_MAIN(DifferenceTest)
#include "difference_test.moc"
