// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/task/latest_task.h"

#include <QTest>
#include <QThread>

#include <semaphore>

using namespace temper;

class LatestTaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QThreadPool::globalInstance()->setMaxThreadCount(4); }

    void resultArrivesInTheReceiversThread()
    {
        LatestTask<int> task(this);
        int result = 0;
        QThread* arrived = nullptr;
        task.start([](const std::stop_token&) { return 7; },
            [&](int value) {
                result = value;
                arrived = QThread::currentThread();
            },
            [](const Error&) {});
        QTRY_COMPARE(result, 7);
        QCOMPARE(arrived, QThread::currentThread());
    }

    void errorArrivesAsAnError()
    {
        LatestTask<int> task(this);
        QString sentence;
        task.start([](const std::stop_token&) -> int { throw Error(ErrorKind::Input, "no."); }, [](int) {},
            [&](const Error& error) { sentence = QString::fromStdString(error.sentence()); });
        QTRY_COMPARE(sentence, QStringLiteral("no."));
    }

    void startingAgainDropsTheEarlierResult()
    {
        LatestTask<int> task(this);
        QList<int> results;
        std::binary_semaphore firstMayEnd(0);
        const auto take = [&](int value) { results.append(value); };
        const auto refuse = [](const Error&) {};
        task.start(
            [&](const std::stop_token&) {
                firstMayEnd.acquire();
                return 1;
            },
            take, refuse);
        task.start([](const std::stop_token&) { return 2; }, take, refuse);
        QTRY_COMPARE(results, QList<int> { 2 });
        firstMayEnd.release();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(results, QList<int> { 2 });
    }

    void cancelledWorkSeesTheStop()
    {
        LatestTask<int> task(this);
        std::binary_semaphore started(0);
        bool stopped = false;
        task.start(
            [&](const std::stop_token& stop) {
                started.release();
                while (!stop.stop_requested())
                    QThread::yieldCurrentThread();
                stopped = true;
                return 1;
            },
            [](int) { QFAIL("a cancelled task delivered"); }, [](const Error&) {});
        started.acquire();
        task.cancel();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(LatestTaskTest)
#include "latest_task_test.moc"
