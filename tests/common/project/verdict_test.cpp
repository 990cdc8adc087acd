// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/random.h"
#include "core/common/project/verdict.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace temper;

namespace {

// Rows of unequal length whose loss a token is about `mean`.
HeldOutLosses losses(std::size_t rows, double mean, double spread, std::uint64_t stream)
{
    Random random(7, stream);
    HeldOutLosses made;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint64_t tokens = 10 + i % 7;
        made.rows.push_back({ static_cast<double>(tokens) * (mean + spread * random.normal()), tokens });
    }
    return made;
}

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT
private slots:
    void clearGainIsBetter()
    {
        const Verdict verdict = judge(losses(60, 2.0, 0.1, 1), losses(60, 1.5, 0.1, 2));
        QCOMPARE(verdict.outcome, Outcome::Better);
        QCOMPARE(verdict.rows, std::size_t { 60 });
        QVERIFY(std::abs(verdict.base - 2.0) < 0.05 && std::abs(verdict.tuned - 1.5) < 0.05);
        QVERIFY(verdict.changeLower < -0.5 + 0.1 && verdict.changeUpper > -0.5 - 0.1);
        QVERIFY(verdict.changeLower < verdict.changeUpper && verdict.changeUpper < 0);
    }

    void clearLossIsWorse()
    {
        QCOMPARE(judge(losses(60, 1.5, 0.1, 1), losses(60, 2.0, 0.1, 2)).outcome, Outcome::Worse);
    }

    void noiseAloneIsNoDifference()
    {
        const Verdict verdict = judge(losses(60, 2.0, 0.3, 1), losses(60, 2.0, 0.3, 2));
        QCOMPARE(verdict.outcome, Outcome::NoDifference);
        QVERIFY(verdict.changeLower < 0 && verdict.changeUpper > 0);
    }

    // The normal interval of the mean of equal rows, mean ± 1.96 · s / √n, is what the bootstrap must come
    // near.
    void intervalIsThatOfTheMean()
    {
        HeldOutLosses base;
        HeldOutLosses tuned;
        Random random(3);
        double sum = 0;
        double squares = 0;
        constexpr int kRows = 400;
        for (int i = 0; i < kRows; ++i) {
            const double change = -0.2 + 0.5 * random.normal();
            base.rows.push_back({ 10.0, 10 });
            tuned.rows.push_back({ 10.0 + 10 * change, 10 });
            sum += change;
            squares += change * change;
        }
        const double mean = sum / kRows;
        const double half = 1.96 * std::sqrt((squares / kRows - mean * mean) / kRows);
        const Verdict verdict = judge(base, tuned);
        QVERIFY(std::abs(verdict.changeLower - (mean - half)) < 0.15 * half);
        QVERIFY(std::abs(verdict.changeUpper - (mean + half)) < 0.15 * half);
    }

    void fewRowsGiveNoVerdict()
    {
        QCOMPARE(judge(losses(4, 2.0, 0.01, 1), losses(4, 1.0, 0.01, 2)).outcome, Outcome::TooFewRows);
        QCOMPARE(judge({}, {}).outcome, Outcome::TooFewRows);
    }

    void rowsThatAreNotFiniteAreLeftOut()
    {
        HeldOutLosses tuned = losses(20, 1.0, 0.1, 2);
        tuned.rows[3].nll = std::nan("");
        QCOMPARE(judge(losses(20, 2.0, 0.1, 1), tuned).rows, std::size_t { 19 });
    }

    void otherRowsAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(judge(losses(20, 2, 0.1, 1), losses(19, 2, 0.1, 1)), Error);
    }

    void sameLossesGiveTheSameInterval()
    {
        const HeldOutLosses base = losses(30, 2.0, 0.3, 1);
        const HeldOutLosses tuned = losses(30, 1.9, 0.3, 2);
        QVERIFY(judge(base, tuned) == judge(base, tuned));
    }

    void generalPerplexityIsTheExponentialOfTheMean()
    {
        HeldOutLosses base = losses(20, 2.0, 0.1, 1);
        base.general = SummedLoss { 300, 100 };
        const Verdict verdict = judge(base, losses(20, 1.0, 0.1, 2));
        QCOMPARE(*verdict.generalBase, std::exp(3.0));
        QVERIFY(!verdict.generalTuned);
    }

    void lossesAreReadAsTheyWereWritten()
    {
        const QTemporaryDir folder;
        const RunFolder run(folder.path().toStdString());
        QVERIFY(!readVerdict(run));
        HeldOutLosses base = losses(20, 2.0, 0.1, 1);
        base.general = SummedLoss { 1.0 / 3, 2 };
        writeHeldOutLosses(run, JudgedModel::Base, base);
        QVERIFY(readHeldOutLosses(run, JudgedModel::Base) == base);
        QVERIFY(!readVerdict(run));
        writeHeldOutLosses(run, JudgedModel::Tuned, losses(20, 1.0, 0.1, 2));
        QCOMPARE(readVerdict(run)->outcome, Outcome::Better);
    }

    void damagedLossesAreOneSentence()
    {
        const QTemporaryDir folder;
        const RunFolder run(folder.path().toStdString());
        writeHeldOutLosses(run, JudgedModel::Base, {});
        std::ofstream(heldOutLossesFile(run, JudgedModel::Base)) << "{\"rows\": 3}";
        QVERIFY_EXCEPTION_THROWN(readHeldOutLosses(run, JudgedModel::Base), Error);
    }
};

QTEST_GUILESS_MAIN(VerdictTest)
#include "verdict_test.moc"
