// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_signals.h"

#include <QTest>
#include <csignal>

using namespace temper;

class OsSignalsTest : public QObject {
    Q_OBJECT

private slots:
    void aSignalAsksToStop_data();
    void aSignalAsksToStop();
    void withoutASignalNothingStops();
};

void OsSignalsTest::aSignalAsksToStop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void OsSignalsTest::aSignalAsksToStop()
{
    QFETCH(int, number);
    const StopOnSignals watched;
    QVERIFY(!watched.token().stop_requested());
    std::raise(number);
    QVERIFY(QTest::qWaitFor([&] { return watched.token().stop_requested(); }, 20000));
}

void OsSignalsTest::withoutASignalNothingStops()
{
    std::stop_token token;
    {
        const StopOnSignals watched;
        token = watched.token();
    }
    QVERIFY(!token.stop_requested());
}

QTEST_GUILESS_MAIN(OsSignalsTest)
#include "os_signals_test.moc"
