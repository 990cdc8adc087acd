// SPDX-License-Identifier: Apache-2.0
// Answers in code points to a mask of tokens.
#include "core/common/text/loss_mask.h"

#include <QTest>

using namespace temper;

namespace {

std::string mask(std::vector<TextSpan> offsets, std::vector<CharacterSpan> answers)
{
    std::string out;
    for (const std::int32_t value : lossMask(offsets, answers))
        out += value ? '1' : '0';
    return out;
}

} // namespace

class LossMaskTest : public QObject {
    Q_OBJECT
private slots:
    void tokensOfTheAnswerCount()
    {
        QCOMPARE(mask({ { 0, 2 }, { 2, 5 }, { 5, 6 }, { 6, 8 } }, { { 2, 6 } }), std::string("0110"));
    }
    void aTokenAcrossTheEdgeCounts()
    {
        QCOMPARE(mask({ { 0, 3 }, { 3, 6 }, { 6, 9 } }, { { 2, 4 } }), std::string("110"));
    }
    void severalAnswersCount()
    {
        QCOMPARE(
            mask({ { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 } }, { { 0, 1 }, { 3, 4 } }), std::string("1001"));
    }
    void anEmptyAnswerCountsNothing()
    {
        QCOMPARE(mask({ { 0, 1 }, { 1, 2 } }, { { 1, 1 } }), std::string("00"));
    }
    void addedTokensNeverCount()
    {
        QCOMPARE(mask({ { 0, 0 }, { 0, 1 }, { 1, 2 }, { 0, 0 } }, { { 0, 2 } }), std::string("0110"));
    }
    void droppedWhiteSpaceIsPassedOver()
    {
        QCOMPARE(mask({ { 0, 2 }, { 3, 5 }, { 6, 8 } }, { { 2, 6 } }), std::string("010"));
    }
    void aCutTextEndsTheMask() { QCOMPARE(mask({ { 0, 2 }, { 2, 4 } }, { { 2, 9 } }), std::string("01")); }
    // The pieces of one character share its span: the answer ends with the first of its last character.
    void splitCharactersBeginWithTheirFirstPiece()
    {
        QCOMPARE(mask({ { 0, 1 }, { 1, 2 }, { 1, 2 }, { 2, 3 } }, { { 1, 3 } }), std::string("0111"));
        QCOMPARE(mask({ { 0, 1 }, { 1, 2 }, { 1, 2 }, { 2, 3 } }, { { 0, 2 } }), std::string("1100"));
    }
};

QTEST_GUILESS_MAIN(LossMaskTest)
#include "loss_mask_test.moc"
