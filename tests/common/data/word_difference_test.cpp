// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/word_difference.h"
#include "core/common/data/words.h"

#include <QTest>

using namespace temper;

namespace {

// The words only one text has stand in brackets.
QString picture(std::string text, const std::vector<WordPlace>& spans)
{
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        text.insert(span->end, "]");
        text.insert(span->begin, "[");
    }
    return QString::fromStdString(text);
}

QString joined(const std::vector<WordSpan>& words)
{
    QStringList list;
    for (const WordSpan& word : words)
        list.append(QString::fromStdString(word.word));
    return list.join(QLatin1Char(' '));
}

} // namespace

class WordDifferenceTest : public QObject {
    Q_OBJECT

private slots:
    void pictures_data();
    void pictures();
    void spansHoldTheSameWordsAsTheOneWordFunction_data();
    void spansHoldTheSameWordsAsTheOneWordFunction();
    void spansStandWhereTheWordsStand();
    void countsAgreeWithTheMarks();
    void textsThatShareLittleAreNotToBeMarked();
};

void WordDifferenceTest::pictures_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("leftPicture");
    QTest::addColumn<QString>("rightPicture");
    QTest::newRow("same") << "One two."
                          << "one, two"
                          << "One two."
                          << "one, two";
    QTest::newRow("words added") << "Put stems in water."
                                 << "Put the stems in cool water."
                                 << "Put stems in water."
                                 << "Put [the] stems in [cool] water.";
    QTest::newRow("nothing shared") << "a b"
                                    << "c"
                                    << "[a] [b]"
                                    << "[c]";
    QTest::newRow("empty side") << ""
                                << "all new"
                                << ""
                                << "[all] [new]";
    QTest::newRow("Chinese") << "天空是蓝色的。"
                             << "天空是灰的。"
                             << "天空是[蓝色]的。"
                             << "天空是[灰]的。";
    QTest::newRow("moved word") << "one two three"
                                << "two three one"
                                << "[one] two three"
                                << "two three [one]";
}

void WordDifferenceTest::pictures()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const std::string a = left.toStdString();
    const std::string b = right.toStdString();
    const WordDifference difference = wordDifference(a, b);
    QTEST(picture(a, difference.onlyLeft), "leftPicture");
    QTEST(picture(b, difference.onlyRight), "rightPicture");
}

void WordDifferenceTest::spansHoldTheSameWordsAsTheOneWordFunction_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ascii") << QByteArray("Hello, World! x2");
    QTest::newRow("accents") << QByteArray("Ça va, naïve e\xcc\x81t\xc3\xa9 Ελλά\xcc\x81δα");
    QTest::newRow("full width") << QByteArray("ＡＢＣ １２３ ｶﾞ ﾊﾟﾋﾟ");
    QTest::newRow("ligatures") << QByteArray("ﬁnd ½ ㎏ Ǆ ß ẞ");
    QTest::newRow("scripts") << QByteArray("नमस्ते 안녕하세요 ไทย ひらカタ 漢字 mixed漢字text");
    QTest::newRow("broken") << QByteArray("ab\xff"
                                          "cd \xe4\xb8 ef");
    QTest::newRow("long") << QByteArray(500, 'x') + " " + QByteArray("é").repeated(300);
}

void WordDifferenceTest::spansHoldTheSameWordsAsTheOneWordFunction()
{
    QFETCH(QByteArray, text);
    const std::string given = text.toStdString();
    QCOMPARE(joined(wordSpans(given)), QString::fromStdString(wordsOf(given)));
}

void WordDifferenceTest::spansStandWhereTheWordsStand()
{
    const std::string text = "Ｔhe e\xcc\x81t\xc3\xa9, 漢";
    QStringList words;
    for (const WordSpan& word : wordSpans(text))
        words.append(QString::fromStdString(text.substr(word.begin, word.end - word.begin)));
    QCOMPARE(words, (QStringList { "Ｔhe", QString::fromUtf8("e\xcc\x81t\xc3\xa9"), "漢" }));
}

void WordDifferenceTest::countsAgreeWithTheMarks()
{
    const WordDifference difference = wordDifference("one two three four", "zero two four");
    QCOMPARE(difference.leftWords, std::size_t { 4 });
    QCOMPARE(difference.rightWords, std::size_t { 3 });
    QCOMPARE(difference.commonWords, std::size_t { 2 });
    QCOMPARE(difference.onlyLeft.size(), std::size_t { 2 });
    QCOMPARE(difference.onlyRight.size(), std::size_t { 1 });
}

void WordDifferenceTest::textsThatShareLittleAreNotToBeMarked()
{
    const char* text = "put the stems in a glass of cool water";
    QVERIFY(wordDifference(text, "why do the cats of the town sleep so much").isTooGreatToMark());
    QVERIFY(!wordDifference(text, "put the stems in a jar of warm water").isTooGreatToMark());
    QVERIFY(!wordDifference(text, "").isTooGreatToMark());
    QVERIFY(!wordDifference("Paris", "London").isTooGreatToMark());
}

QTEST_GUILESS_MAIN(WordDifferenceTest)
#include "word_difference_test.moc"
