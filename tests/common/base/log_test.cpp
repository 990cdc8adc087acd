// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/log.h"

#include <QTest>

using namespace temper;

class LogTest : public QObject {
    Q_OBJECT

private slots:
    void progressIsDescribedInItsUnit_data();
    void progressIsDescribedInItsUnit();
};

void LogTest::progressIsDescribedInItsUnit_data()
{
    QTest::addColumn<qulonglong>("done");
    QTest::addColumn<qulonglong>("total");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << 12'400'000ULL << 98'362'432ULL << "bytes"
                           << "loading 12.4 of 98.4 MB (12 %)";
    QTest::newRow("few bytes") << 1'200ULL << 38'362ULL << "bytes"
                               << "loading 1.2 of 38.4 kB (3 %)";
    QTest::newRow("rows") << 7ULL << 9ULL << "rows"
                          << "loading 7 of 9 rows (77 %)";
    QTest::newRow("unknown total") << 7ULL << 0ULL << "rows"
                                   << "loading 7 rows";
    QTest::newRow("beyond the total") << 10ULL << 9ULL << "rows"
                                      << "loading 10 of 9 rows (100 %)";
    QTest::newRow("no unit") << 1ULL << 2ULL << ""
                             << "loading 1 of 2 (50 %)";
}

void LogTest::progressIsDescribedInItsUnit()
{
    QFETCH(qulonglong, done);
    QFETCH(qulonglong, total);
    QFETCH(QString, unit);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(describe({ "loading", done, total, unit.toStdString() })), text);
}

QTEST_GUILESS_MAIN(LogTest)
#include "log_test.moc"
