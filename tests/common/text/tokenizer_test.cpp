// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <functional>

using namespace temper;

namespace {

// Byte-level letters of "abc " and a few merges, one added token.
Json smallTokenizer()
{
    Json vocabulary;
    int id = 0;
    for (const char* token : { "a", "b", "c", "Ġ", "ab", "abc", "Ã", "©" })
        vocabulary[token] = id++;
    return { { "version", "1.0" }, { "normalizer", nullptr },
        { "pre_tokenizer", { { "type", "ByteLevel" }, { "add_prefix_space", false } } },
        { "post_processor", nullptr }, { "decoder", { { "type", "ByteLevel" } } },
        { "added_tokens",
            { { { "id", 8 }, { "content", "<s>" }, { "special", true }, { "normalized", false } } } },
        { "model", { { "type", "BPE" }, { "vocab", vocabulary }, { "merges", { "a b", "ab c" } } } } };
}

class Folder {
public:
    void write(const char* name, const std::string& text) const
    {
        std::filesystem::create_directories((path() / name).parent_path());
        std::ofstream(path() / name, std::ios::binary) << text;
    }
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

std::string refusalOf(const std::filesystem::path& model)
{
    try {
        loadTokenizer(model);
        return {};
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Input ? error.what()
                                                : std::string("not an input error: ") + error.what();
    }
}

std::string refusalOfText(const std::string& text)
{
    const Folder folder;
    folder.write("tokenizer.json", text);
    return refusalOf(folder.path());
}

std::string refusalAfter(const std::function<void(Json&)>& change)
{
    Json json = smallTokenizer();
    change(json);
    return refusalOfText(json.dump());
}

std::shared_ptr<const Tokenizer> loaded(const Json& json)
{
    const Folder folder;
    folder.write("tokenizer.json", json.dump());
    return loadTokenizer(folder.path());
}

bool contains(const std::string& text, std::initializer_list<const char*> parts)
{
    for (const char* part : parts)
        if (text.find(part) == std::string::npos)
            return false;
    return true;
}

std::string idsOf(const Tokenizer& tokenizer, std::string_view text)
{
    return Json(tokenizer.encode(text, SpecialTokens::Add, Offsets::NotWanted).ids).dump();
}

} // namespace

class TokenizerTest : public QObject {
    Q_OBJECT

private slots:
    void mergesFollowTheirRank();
    void addedTokensAreFoundInTheText();
    void invalidBytesAreReadAsReplacementCharacters();
    void offsetsCountCodePoints();
    void unknownIdsAreLeftOut();
    void aMissingFileIsNamed();
    void brokenJsonIsNamed();
    void everyPrefixOfAFileIsRefused();
    void aWrongVocabularyIsNamed_data();
    void aWrongVocabularyIsNamed();
    void unknownKindsListTheKnownOnes_data();
    void unknownKindsListTheKnownOnes();
    void namesAndTemplatesComeFromTheFilesBeside();
};

void TokenizerTest::mergesFollowTheirRank()
{
    const auto tokenizer = loaded(smallTokenizer());
    QCOMPARE(idsOf(*tokenizer, "abcab ba"), "[5,4,3,1,0]");
    QCOMPARE(tokenizer->vocabularySize(), std::size_t(9));
}

void TokenizerTest::addedTokensAreFoundInTheText()
{
    const auto tokenizer = loaded(smallTokenizer());
    QCOMPARE(idsOf(*tokenizer, "ab<s>c"), "[4,8,2]");
    QVERIFY(tokenizer->isSpecial(8));
    const std::vector<std::int32_t> ids { 4, 8, 2 };
    QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), "ab<s>c");
    QCOMPARE(tokenizer->decode(ids, SpecialText::Skip), "abc");
}

void TokenizerTest::invalidBytesAreReadAsReplacementCharacters()
{
    Json json = smallTokenizer();
    for (const char* token : { "ï", "¿", "½" })
        json["model"]["vocab"][token] = json["model"]["vocab"].size() + 1;
    const auto tokenizer = loaded(json);
    QCOMPARE(idsOf(*tokenizer, "a\xFF"), idsOf(*tokenizer, "a\xEF\xBF\xBD"));
    QCOMPARE(idsOf(*tokenizer, "\xE4\xB8"), idsOf(*tokenizer, "\xEF\xBF\xBD"));
}

void TokenizerTest::offsetsCountCodePoints()
{
    const auto tokenizer = loaded(smallTokenizer());
    const Encoding encoding = tokenizer->encode("aéa", SpecialTokens::Add, Offsets::Wanted);
    QCOMPARE(Json(encoding.ids).dump(), "[0,6,7,0]");
    QVERIFY((encoding.offsets == std::vector<TextSpan> { { 0, 1 }, { 1, 2 }, { 1, 2 }, { 2, 3 } }));
}

void TokenizerTest::unknownIdsAreLeftOut()
{
    const auto tokenizer = loaded(smallTokenizer());
    const std::vector<std::int32_t> ids { -1, 0, 1000000, 1 };
    QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), "ab");
    QCOMPARE(tokenizer->tokenOf(1000000), "");
}

void TokenizerTest::aMissingFileIsNamed()
{
    const Folder folder;
    QVERIFY(contains(refusalOf(folder.path()), { "tokenizer.json" }));
    QVERIFY(contains(refusalOf(folder.path() / "nowhere"), { "nowhere", "does not exist" }));
}

void TokenizerTest::brokenJsonIsNamed()
{
    QVERIFY(contains(refusalOfText(""), { "tokenizer.json", "JSON" }));
    QVERIFY(contains(refusalOfText("[]"), { "tokenizer.json", "object" }));
    QVERIFY(contains(refusalOfText("{}"), { "tokenizer.json", "model" }));
    QVERIFY(contains(refusalOfText("{\"model\": {\"type\": \"BPE\"}}"), { "vocab" }));
    QVERIFY(contains(refusalOfText(std::string(100000, '[')), { "JSON" }));
}

void TokenizerTest::everyPrefixOfAFileIsRefused()
{
    const std::string text = smallTokenizer().dump();
    for (std::size_t bytes = 0; bytes < text.size(); bytes += 7)
        QVERIFY(contains(refusalOfText(text.substr(0, bytes)), { "tokenizer.json" }));
}

void TokenizerTest::aWrongVocabularyIsNamed_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("id no number") << "/model/vocab/a"
                                  << "\"x\""
                                  << "model: vocab \"a\"";
    QTest::newRow("id negative") << "/model/vocab/a"
                                 << "-1"
                                 << "out of range";
    QTest::newRow("id huge") << "/model/vocab/a"
                             << "4294967296"
                             << "out of range";
    QTest::newRow("merges missing") << "/model/merges"
                                    << "null"
                                    << "merges";
    QTest::newRow("merge of one") << "/model/merges/0"
                                  << "\"ab\""
                                  << "merges[0]";
    QTest::newRow("merge of unknown") << "/model/merges/1"
                                      << "\"z c\""
                                      << "merges[1] names the token \"z\"";
    QTest::newRow("merge into unknown") << "/model/merges/1"
                                        << "\"c c\""
                                        << "\"cc\"";
    QTest::newRow("added without text") << "/added_tokens/0/content"
                                        << "7"
                                        << "added_tokens[0].content";
    QTest::newRow("added id") << "/added_tokens/0/id"
                              << "-3"
                              << "added_tokens[0].id";
    QTest::newRow("flag") << "/model/ignore_merges"
                          << "\"yes\""
                          << "model.ignore_merges";
    QTest::newRow("unknown token") << "/model/unk_token"
                                   << "\"<unk>\""
                                   << "model.unk_token";
}

void TokenizerTest::aWrongVocabularyIsNamed()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, sentence);
    const std::string refusal = refusalAfter([&](Json& json) {
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    });
    QVERIFY2(contains(refusal, { "tokenizer.json", qPrintable(sentence) }), refusal.c_str());
}

void TokenizerTest::unknownKindsListTheKnownOnes_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("known");
    QTest::newRow("normalizer") << "normalizer"
                                << "NFKC";
    QTest::newRow("pre-tokenizer") << "pre_tokenizer"
                                   << "ByteLevel";
    QTest::newRow("model") << "model"
                           << "BPE";
    QTest::newRow("post-processor") << "post_processor"
                                    << "TemplateProcessing";
    QTest::newRow("decoder") << "decoder"
                             << "ByteFallback";
}

void TokenizerTest::unknownKindsListTheKnownOnes()
{
    QFETCH(QString, stage);
    QFETCH(QString, known);
    const std::string refusal
        = refusalAfter([&](Json& json) { json[stage.toStdString()]["type"] = "Nonesuch"; });
    QVERIFY2(contains(refusal,
                 { "tokenizer.json", "Nonesuch", "Known are", qPrintable(stage), qPrintable(known) }),
        refusal.c_str());
}

void TokenizerTest::namesAndTemplatesComeFromTheFilesBeside()
{
    const Folder folder;
    folder.write("tokenizer.json", smallTokenizer().dump());
    folder.write("tokenizer_config.json",
        R"({"bos_token": {"content": "<s>"}, "eos_token": "<s>", "pad_token": null, "add_bos_token": true,
            "chat_template": [{"name": "default", "template": "D"}, {"name": "tool_use", "template": "T"}]})");
    folder.write("additional_chat_templates/rag.jinja", "R");
    const Tokenizer::Names names = loadTokenizer(folder.path())->names();
    QCOMPARE(names.bos, "<s>");
    QCOMPARE(names.eos, "<s>");
    QCOMPARE(names.pad, "");
    QCOMPARE(names.all.size(), std::size_t(2));
    QCOMPARE(names.chatTemplate, "D");
    QCOMPARE(names.namedChatTemplates.at("tool_use"), "T");
    QCOMPARE(names.namedChatTemplates.at("rag"), "R");
    folder.write("chat_template.jinja", "J");
    QCOMPARE(loadTokenizer(folder.path())->names().chatTemplate, "J");
}

QTEST_GUILESS_MAIN(TokenizerTest)
#include "tokenizer_test.moc"
