// SPDX-License-Identifier: Apache-2.0
#include "core/engine/device/kernel_check.h"

#include "core/common/base/error.h"
#include "core/common/base/os_library.h"
#include "core/engine/device/machine_report.h"
#include "kernels/relative_error.h"

#include <QDir>
#include <QTest>
#include <cmath>
#include <limits>
#include <set>

using namespace temper;

class KernelCheckTest : public QObject {
    Q_OBJECT

private slots:
    void everyKernelAgreesWithItsReference();
    void everyFolderOfKernelsIsChecked();
    void errorsAreSharesOfTheLargestValue();
    void whatIsNotANumberIsNeverGood();
    void theMachineIsDescribed();
    void cudaWithoutADriverIsOneSentence();
};

void KernelCheckTest::everyKernelAgreesWithItsReference()
{
    const std::vector<KernelCheck> checks = checkKernels();
    QVERIFY(!checks.empty());
    for (const KernelCheck& check : checks)
        QVERIFY2(
            check.isGood(), (check.kernel + " " + check.part + " " + std::to_string(check.error)).c_str());
}

void KernelCheckTest::everyFolderOfKernelsIsChecked()
{
    std::set<QString> checked;
    for (const KernelCheck& check : checkKernels())
        checked.insert(QString::fromStdString(check.kernel));
    const QStringList folders
        = QDir(TEMPER_SOURCE_DIR "/kernels").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!folders.isEmpty());
    for (const QString& folder : folders)
        QVERIFY2(checked.contains(folder), qPrintable(folder));
}

void KernelCheckTest::errorsAreSharesOfTheLargestValue()
{
    const std::vector<float> wanted { 0.0f, -4.0f, 1.0f }, got { 0.5f, -4.0f, 1.0f };
    QCOMPARE(relativeError(got, wanted), 0.125);
    QCOMPARE(relativeError(wanted, wanted), 0.0);
    QVERIFY((KernelCheck { "k", "p", 0.125, 0.125 }.isGood()));
    QVERIFY((!KernelCheck { "k", "p", 0.126, 0.125 }.isGood()));
}

void KernelCheckTest::whatIsNotANumberIsNeverGood()
{
    const std::vector<float> wanted { 1.0f, 2.0f };
    for (const float bad :
        { std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity() }) {
        QVERIFY(std::isinf(relativeError(std::vector<float> { 1.0f, bad }, wanted)));
        QVERIFY(std::isinf(relativeError(wanted, std::vector<float> { bad, 2.0f })));
    }
    QVERIFY(std::isinf(relativeError(std::vector<float> { 1.0f }, wanted)));
}

void KernelCheckTest::theMachineIsDescribed()
{
    const OrderedJson report = describeMachine(CheckedDevice::Cpu);
    QCOMPARE(report.at("device").get<std::string>(), std::string("cpu"));
    QVERIFY(report.at("threads").get<int>() >= 1);
    QVERIFY(report.at("processor").at("avx2").is_boolean());
    for (const char* library : { "LibTorch", "MKL", "SQLite", "ICU" })
        QVERIFY2(!report.at("libraries").at(library).get<std::string>().empty(), library);
}

void KernelCheckTest::cudaWithoutADriverIsOneSentence()
{
    if (OsLibrary("libcuda.so.1").isOpen())
        QSKIP("this machine has a driver");
    QVERIFY_THROWS_EXCEPTION(Error, describeMachine(CheckedDevice::Cuda));
}

QTEST_GUILESS_MAIN(KernelCheckTest)
#include "kernel_check_test.moc"
