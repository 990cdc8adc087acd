// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer.h"
#include "tests/common/file/foreign_files.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
using namespace temper::testing;

namespace {

enum Type : std::uint32_t { U32 = 4, I32 = 5, Bool = 7, String = 8, Array = 9 };

template <typename Value, typename Write>
std::string ggufArray(const std::string& key, Type type, const std::vector<Value>& values, Write write)
{
    std::string text = raw<std::uint32_t>(type) + raw<std::uint64_t>(values.size());
    for (const Value& value : values)
        text += write(value);
    return ggufKey(key, Array, text);
}

std::string stringArray(const std::string& key, const std::vector<std::string>& values)
{
    return ggufArray(key, String, values, ggufString);
}

// Three control tokens, a user-defined one and a few letters; `changes` come after and so may not repeat
// keys.
struct Metadata {
    std::string kind = "gpt2";
    std::string pre = "smollm";
    std::vector<std::string> tokens { "<e>", "<s>", "<u>", "<tool>", "a", "b", "ab", "1", "2", "12", "Ġ" };
    std::vector<std::int32_t> types { 3, 3, 3, 4, 1, 1, 1, 1, 1, 1, 1 };
    std::vector<std::string> merges { "a b", "1 2" };
    std::vector<std::string> more {};

    std::string bytes() const
    {
        GgufParts parts;
        parts.keys = { ggufKey("tokenizer.ggml.model", String, ggufString(kind)),
            ggufKey("tokenizer.ggml.pre", String, ggufString(pre)),
            stringArray("tokenizer.ggml.tokens", tokens),
            ggufArray("tokenizer.ggml.token_type", I32, types, raw<std::int32_t>),
            stringArray("tokenizer.ggml.merges", merges),
            ggufKey("tokenizer.ggml.bos_token_id", U32, raw<std::uint32_t>(1)),
            ggufKey("tokenizer.ggml.eos_token_id", U32, raw<std::uint32_t>(0)),
            ggufKey("tokenizer.chat_template", String, ggufString("T")) };
        parts.keys.insert(parts.keys.end(), more.begin(), more.end());
        return ggufBytes(parts);
    }
};

std::shared_ptr<const Tokenizer> loaded(const Metadata& metadata)
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("m.gguf").toStdString();
    std::ofstream(path, std::ios::binary) << metadata.bytes();
    return loadTokenizer(path);
}

std::string refusalOf(const Metadata& metadata)
{
    try {
        loaded(metadata);
        return {};
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Input ? error.what()
                                                : std::string("not an input error: ") + error.what();
    }
}

std::vector<std::int32_t> idsOf(const Tokenizer& tokenizer, std::string_view text)
{
    return tokenizer.encode(text, SpecialTokens::Add, Offsets::NotWanted).ids;
}

using Ids = std::vector<std::int32_t>;

} // namespace

class TokenizerGgufTest : public QObject {
    Q_OBJECT

private slots:
    void thePreTokenizerDecidesAboutDigits();
    void controlTokensAreSpecialAndUserDefinedOnesAreNot();
    void beginAndEndAreAddedOnlyWhenTheFileSaysSo();
    void namesComeFromTheIds();
    void whatDoesNotAddUpIsNamed();
};

void TokenizerGgufTest::thePreTokenizerDecidesAboutDigits()
{
    Metadata metadata;
    QCOMPARE(idsOf(*loaded(metadata), "ab12"), (Ids { 6, 7, 8 }));
    metadata.pre = "gpt-2";
    QCOMPARE(idsOf(*loaded(metadata), "ab12"), (Ids { 6, 9 }));
}

void TokenizerGgufTest::controlTokensAreSpecialAndUserDefinedOnesAreNot()
{
    const auto tokenizer = loaded({});
    QCOMPARE(idsOf(*tokenizer, "a<s><tool>b"), (Ids { 4, 1, 3, 5 }));
    QVERIFY(tokenizer->isSpecial(1));
    QVERIFY(!tokenizer->isSpecial(3));
    QCOMPARE(tokenizer->decode(Ids { 4, 1, 3, 5 }, SpecialText::Skip), "a<tool>b");
}

void TokenizerGgufTest::beginAndEndAreAddedOnlyWhenTheFileSaysSo()
{
    Metadata metadata;
    metadata.more = { ggufKey("tokenizer.ggml.add_bos_token", Bool, std::string(1, '\1')),
        ggufKey("tokenizer.ggml.add_eos_token", Bool, std::string(1, '\1')) };
    const auto tokenizer = loaded(metadata);
    QCOMPARE(idsOf(*tokenizer, "a"), (Ids { 1, 4, 0 }));
    QCOMPARE(tokenizer->encode("a", SpecialTokens::Omit, Offsets::Wanted).ids, (Ids { 4 }));
    QCOMPARE(tokenizer->encode("a", SpecialTokens::Add, Offsets::Wanted).offsets.size(), std::size_t(3));
}

void TokenizerGgufTest::namesComeFromTheIds()
{
    const Tokenizer::Names names = loaded({})->names();
    QCOMPARE(names.bos, "<s>");
    QCOMPARE(names.eos, "<e>");
    QCOMPARE(names.unk, "");
    QCOMPARE(names.chatTemplate, "T");
}

void TokenizerGgufTest::whatDoesNotAddUpIsNamed()
{
    const auto names = [](const Metadata& metadata, const char* part) {
        return refusalOf(metadata).find(part) != std::string::npos;
    };
    QVERIFY(names({ .kind = "rwkv" }, "\"rwkv\" is not known here. Known is gpt2"));
    QVERIFY(names({ .pre = "nonesuch" }, "llama-bpe"));
    QVERIFY(names({ .types = { 1, 2 } }, "tokenizer.ggml.token_type"));
    QVERIFY(names({ .merges = { "a z" } }, "tokenizer.ggml.merges"));
    QVERIFY(names({ .merges = { "" } }, "tokenizer.ggml.merges"));
}

QTEST_GUILESS_MAIN(TokenizerGgufTest)
#include "tokenizer_gguf_test.moc"
