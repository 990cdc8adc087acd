// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/common/text/tokenizer.h"
#include "core/common/text/unicode.h"

#include <QTest>
#include <random>

using namespace temper;

namespace {

std::shared_ptr<const Tokenizer> tokenizerOf(const char* name)
{
    return loadTokenizer(std::filesystem::path(TEMPER_SOURCE_DIR "/tests/reference/text/tokenizers") / name);
}

// What came out piece by piece, joined by "|"; `whole` gets it without the bars.
std::string
streamed(std::shared_ptr<const Tokenizer> tokenizer, std::span<const std::int32_t> ids, std::string& whole)
{
    StreamDecoder decoder(std::move(tokenizer));
    std::string pieces;
    whole.clear();
    for (const std::int32_t id : ids) {
        const std::string piece = decoder.push(id);
        whole += piece;
        pieces += piece + "|";
    }
    const std::string rest = decoder.finish();
    whole += rest;
    return pieces + rest;
}

} // namespace

class StreamDecoderTest : public QObject {
    Q_OBJECT

private slots:
    void charactersComeWhole();
    void metaspaceKeepsTheSpacesBetweenWords();
    void anyIdsGiveTheTextOfTheWhole_data();
    void anyIdsGiveTheTextOfTheWhole();
    void brokenBytesComeInTheEnd();
};

void StreamDecoderTest::charactersComeWhole()
{
    const auto tokenizer = tokenizerOf("smollm2");
    const std::string text = "日本😀";
    const auto ids = tokenizer->encode(text, SpecialTokens::Omit, Offsets::NotWanted).ids;
    QVERIFY(ids.size() > 3); // the cut vocabulary writes these in bytes
    std::string whole;
    const std::string pieces = streamed(tokenizer, ids, whole);
    QVERIFY(isValidUtf8(pieces));
    QVERIFY(pieces.find("\xEF\xBF\xBD") == std::string::npos);
    QCOMPARE(whole, text);
}

void StreamDecoderTest::metaspaceKeepsTheSpacesBetweenWords()
{
    const auto tokenizer = tokenizerOf("unigram_t5");
    const auto ids = tokenizer->encode("the cat and the dog", SpecialTokens::Add, Offsets::NotWanted).ids;
    std::string whole;
    streamed(tokenizer, ids, whole);
    QCOMPARE(whole, tokenizer->decode(ids, SpecialText::Skip));
    QVERIFY(whole.find(" and the ") != std::string::npos);
}

void StreamDecoderTest::anyIdsGiveTheTextOfTheWhole_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "smollm2", "llama3", "wordpiece_uncased", "unigram_t5" })
        QTest::newRow(name) << name;
}

void StreamDecoderTest::anyIdsGiveTheTextOfTheWhole()
{
    QFETCH(QString, name);
    const auto tokenizer = tokenizerOf(qPrintable(name));
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::int32_t> ids(1 + random() % 40);
        for (std::int32_t& id : ids)
            id = static_cast<std::int32_t>(random() % tokenizer->vocabularySize());
        std::string whole;
        streamed(tokenizer, ids, whole);
        QCOMPARE(whole, tokenizer->decode(ids, SpecialText::Skip));
    }
}

void StreamDecoderTest::brokenBytesComeInTheEnd()
{
    const auto tokenizer = tokenizerOf("smollm2");
    const auto ids = tokenizer->encode("a日", SpecialTokens::Omit, Offsets::NotWanted).ids;
    const std::span<const std::int32_t> cut(ids.data(), ids.size() - 1);
    std::string whole;
    const std::string pieces = streamed(tokenizer, cut, whole);
    QCOMPARE(whole, "a\xEF\xBF\xBD");
    QVERIFY(pieces.starts_with("a|"));
}

QTEST_GUILESS_MAIN(StreamDecoderTest)
#include "stream_decoder_test.moc"
