// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/text_pattern.h"
#include "core/common/text/tokenizer/word_scanner.h"
#include "core/common/text/unicode.h"

#include <QTest>
#include <random>
#include <unicode/uchar.h>

using namespace temper;

namespace {

const char* const kLlama3
    = R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kQwen2
    = R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

std::vector<TextSpan> scanned(const WordScanner& scanner, const std::string& text)
{
    std::vector<TextSpan> words;
    scanner.scan(text, { 0, static_cast<std::uint32_t>(text.size()) }, words);
    return words;
}

std::string drawn(const char* expression, const std::string& text)
{
    std::string picture;
    for (const TextSpan word : scanned(*WordScanner::forExpression(expression), text))
        picture += "[" + text.substr(word.begin, word.end - word.begin) + "]";
    return picture;
}

// ICU and PCRE2 may follow different versions of Unicode; both know 14.
bool isKnownToBoth(char32_t value)
{
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(value), age);
    return age[0] <= 14 && !(value >= 0xD800 && value < 0xE000);
}

// Letters, digits, marks and every kind of space, with what the expressions treat apart more often than
// chance would.
std::string randomText(std::mt19937& random)
{
    static const char32_t kFrequent[]
        = { U' ', U' ', U'\n', U'\r', U'\t', U'\'', U's', U'T', U'R', U'e', U'l', U'L', U'v', U'm', U'd',
              0x17F, U'7', U'½', 0xA0, 0x3000, 0x180E, 0x85, 0x2028, U'!', U'世', 0x301, 0x1F600 };
    std::string text;
    for (std::size_t i = 0, size = random() % 40; i < size; ++i) {
        const auto rare = static_cast<char32_t>(random() % 0x110000);
        const bool frequent = random() % 4 != 0 || !isKnownToBoth(rare);
        appendUtf8(text, frequent ? kFrequent[random() % std::size(kFrequent)] : rare);
    }
    return text;
}

} // namespace

class WordScannerTest : public QObject {
    Q_OBJECT

private slots:
    void wordsOfKnownExpressions();
    void scannersEqualTheirExpressions_data();
    void scannersEqualTheirExpressions();
    void onlyKnownExpressionsHaveAScanner();
};

void WordScannerTest::wordsOfKnownExpressions()
{
    QCOMPARE(drawn(kGpt2Expression, "I'll  be 12345 x\n\n y "), "[I]['ll][ ][ be][ 12345][ x][\n\n][ y][ ]");
    QCOMPARE(drawn(kLlama3, "I'LL be 12345!\n\n  y"), "[I]['LL][ be][ ][123][45][!\n\n][ ][ y]");
    QCOMPARE(drawn(kQwen2, "a\t12 \n b"), "[a][\t][1][2][ \n][ b]");
}

void WordScannerTest::scannersEqualTheirExpressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("gpt2") << kGpt2Expression;
    QTest::newRow("llama3") << kLlama3;
    QTest::newRow("qwen2") << kQwen2;
}

void WordScannerTest::scannersEqualTheirExpressions()
{
    QFETCH(QString, expression);
    const std::string source = expression.toStdString();
    const Json none;
    const TextPattern pattern = TextPattern::regularExpression(source, JsonField(none, "test", ""));
    const auto scanner = WordScanner::forExpression(source);
    QVERIFY(scanner.has_value());
    std::mt19937 random(20);
    for (int round = 0; round < 20000; ++round) {
        const std::string text = randomText(random);
        std::vector<TextSpan> matches;
        pattern.matches(text, matches);
        const std::vector<TextSpan> words = scanned(*scanner, text);
        QVERIFY2(words == matches, text.c_str());
    }
}

void WordScannerTest::onlyKnownExpressionsHaveAScanner()
{
    QVERIFY(!WordScanner::forExpression(R"(\p{L}+)").has_value());
}

QTEST_GUILESS_MAIN(WordScannerTest)
#include "word_scanner_test.moc"
