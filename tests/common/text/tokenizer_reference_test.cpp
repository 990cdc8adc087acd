// SPDX-License-Identifier: Apache-2.0
// The cases in tests/reference/text/tokenizers: what the reference library makes of the same texts.
#include "core/common/base/json.h"
#include "core/common/text/tokenizer.h"

#include <QTest>
#include <fstream>

using namespace temper;

namespace {

std::filesystem::path folderOf(const QString& name)
{
    return std::filesystem::path(TEMPER_SOURCE_DIR "/tests/reference/text/tokenizers") / name.toStdString();
}

std::vector<Json> casesOf(const QString& name)
{
    std::ifstream file(folderOf(name) / "cases.jsonl");
    std::vector<Json> cases;
    for (std::string line; std::getline(file, line);)
        cases.push_back(parseJson(line, "cases.jsonl"));
    return cases;
}

Encoding encoded(const Tokenizer& tokenizer, const Json& row, SpecialTokens special, Offsets offsets)
{
    const auto text = row["text"].get<std::string>();
    return row.contains("pair") ? tokenizer.encodePair(text, row["pair"].get<std::string>(), special, offsets)
                                : tokenizer.encode(text, special, offsets);
}

Json offsetsOf(const Encoding& encoding)
{
    Json offsets = Json::array();
    for (const TextSpan span : encoding.offsets)
        offsets.push_back({ span.begin, span.end });
    return offsets;
}

// The fields of the case that differ; empty when all agree.
std::string differences(const Tokenizer& tokenizer, const Json& row)
{
    const Encoding framed = encoded(tokenizer, row, SpecialTokens::Add, Offsets::Wanted);
    const Json got { { "ids", framed.ids }, { "offsets", offsetsOf(framed) }, { "type_ids", framed.typeIds },
        { "ids_no_special", encoded(tokenizer, row, SpecialTokens::Omit, Offsets::NotWanted).ids },
        { "decoded", tokenizer.decode(framed.ids, SpecialText::Skip) },
        { "decoded_with_special", tokenizer.decode(framed.ids, SpecialText::Keep) } };
    std::string names;
    for (const auto& [key, value] : got.items())
        if (row[key] != value)
            names += key + " ";
    return names.empty() ? names : names + "of " + row["text"].dump();
}

} // namespace

class TokenizerReferenceTest : public QObject {
    Q_OBJECT

private slots:
    void everyCaseEqualsTheReference_data();
    void everyCaseEqualsTheReference();
    void askingTwiceGivesTheSame();
};

void TokenizerReferenceTest::everyCaseEqualsTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "smollm2", "gpt2", "llama3", "qwen3", "wordpiece_uncased", "unigram_t5" })
        QTest::newRow(name) << name;
}

void TokenizerReferenceTest::everyCaseEqualsTheReference()
{
    QFETCH(QString, name);
    const auto tokenizer = loadTokenizer(folderOf(name));
    const std::vector<Json> cases = casesOf(name);
    QVERIFY(cases.size() > 100);
    for (const Json& row : cases)
        QCOMPARE(QString::fromStdString(differences(*tokenizer, row)), QString());
}

void TokenizerReferenceTest::askingTwiceGivesTheSame()
{
    const auto tokenizer = loadTokenizer(folderOf("smollm2"));
    const std::vector<Json> cases = casesOf("smollm2");
    for (int round = 0; round < 2; ++round)
        for (const Json& row : cases)
            QCOMPARE(QString::fromStdString(differences(*tokenizer, row)), QString());
}

QTEST_GUILESS_MAIN(TokenizerReferenceTest)
#include "tokenizer_reference_test.moc"
