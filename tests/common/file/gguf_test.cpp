// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/gguf.h"
#include "tests/common/file/foreign_files.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <functional>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr const char* kName = "m.gguf";
enum Type : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64 };

GgufFile opened(const GgufParts& parts)
{
    return GgufFile(inMemory(ggufBytes(parts), kName));
}

// Two tensors: a Q4_0 matrix of 2 x 32 (36 bytes, padded to 64) and a float vector of 2.
GgufParts twoTensors()
{
    return { .keys = { ggufKey("general.architecture", String, ggufString("llama")) },
        .tensors = { ggufTensor("m", { 32, 2 }, 2, 0), ggufTensor("v", { 2 }, 0, 64) },
        .data = std::string(64 + 8, '\0') };
}

} // namespace

class GgufTest : public QObject {
    Q_OBJECT

private slots:
    void shapesAreTurnedRound();
    void everyKindOfValueIsRead();
    void anotherAlignmentIsObeyed();
    void versionTwoIsRead();
    void aFileOfKeysAloneMayEndUnpadded();
    void aFileThatLiesIsRefusedInASentence_data();
    void aFileThatLiesIsRefusedInASentence();
    void everyTruncationIsRefused();
    void itIsKnownByItsFirstBytes();
};

void GgufTest::shapesAreTurnedRound()
{
    const GgufFile file = opened(twoTensors());
    QCOMPARE(file.tensors().size(), std::size_t { 2 });
    const TensorView* const matrix = file.find("m");
    QVERIFY(matrix);
    QCOMPARE(matrix->shape, (std::vector<std::int64_t> { 2, 32 }));
    QCOMPARE(matrix->type, DataType::Q4_0);
    QCOMPARE(matrix->bytes, std::uint64_t { 36 });
    QCOMPARE(file.find("v")->data - matrix->data, std::ptrdiff_t { 64 });
    QVERIFY(!file.find("w"));
}

void GgufTest::everyKindOfValueIsRead()
{
    const std::string list
        = raw<std::uint32_t>(String) + raw<std::uint64_t>(2) + ggufString("a") + ggufString("ü");
    const std::string numbers
        = raw<std::uint32_t>(I16) + raw<std::uint64_t>(2) + raw<std::int16_t>(-3) + raw<std::int16_t>(4);
    const GgufFile file = opened({ .keys
        = { ggufKey("u8", U8, raw<std::uint8_t>(200)), ggufKey("i8", I8, raw<std::int8_t>(-5)),
            ggufKey("u16", U16, raw<std::uint16_t>(65535)), ggufKey("i16", I16, raw<std::int16_t>(-6)),
            ggufKey("u32", U32, raw<std::uint32_t>(7)), ggufKey("i32", I32, raw<std::int32_t>(-8)),
            ggufKey("f32", F32, raw(0.5F)), ggufKey("bool", Bool, raw<std::uint8_t>(1)),
            ggufKey("text", String, ggufString("x")), ggufKey("texts", Array, list),
            ggufKey("numbers", Array, numbers), ggufKey("u64", U64, raw<std::uint64_t>(~std::uint64_t { 0 })),
            ggufKey("i64", I64, raw<std::int64_t>(-9)), ggufKey("f64", F64, raw(0.25)) } });
    QCOMPARE(file.metadata().dump(),
        std::string(
            R"({"bool":true,"f32":0.5,"f64":0.25,"i16":-6,"i32":-8,"i64":-9,"i8":-5,"numbers":[-3,4],)"
            R"("text":"x","texts":["a","ü"],"u16":65535,"u32":7,"u64":18446744073709551615,"u8":200})"));
}

void GgufTest::anotherAlignmentIsObeyed()
{
    const GgufFile file = opened({ .keys = { ggufKey("general.alignment", U32, raw<std::uint32_t>(8)) },
        .tensors = { ggufTensor("a", { 1 }, 0, 0), ggufTensor("b", { 1 }, 0, 8) },
        .data = raw(1.5F) + raw(0.0F) + raw(2.5F),
        .alignment = 8 });
    float value = 0;
    expandToFloat(*file.find("b"), &value);
    QCOMPARE(value, 2.5F);
}

void GgufTest::versionTwoIsRead()
{
    GgufParts parts = twoTensors();
    parts.version = 2;
    QCOMPARE(opened(parts).tensors().size(), std::size_t { 2 });
}

void GgufTest::aFileOfKeysAloneMayEndUnpadded()
{
    const std::string bytes = "GGUF" + raw<std::uint32_t>(3) + raw<std::uint64_t>(0) + raw<std::uint64_t>(1)
        + ggufKey("a", U8, "1");
    QVERIFY(refusal<GgufFile>(bytes, kName).empty());
}

void GgufTest::aFileThatLiesIsRefusedInASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* fact, const char* sentence,
                         const std::function<void(GgufParts&)>& spoil) {
        GgufParts parts = twoTensors();
        spoil(parts);
        QTest::newRow(fact) << QByteArray::fromStdString(ggufBytes(parts)) << QString::fromUtf8(sentence);
    };
    const auto withKey = [&row](const char* fact, const char* sentence, const std::string& key) {
        row(fact, sentence, [&key](GgufParts& parts) { parts.keys.push_back(key); });
    };
    const auto withTensor = [&row](const char* fact, const char* sentence, const std::string& tensor) {
        row(fact, sentence, [&tensor](GgufParts& parts) { parts.tensors[1] = tensor; });
    };
    const std::string many = raw<std::uint64_t>(std::uint64_t { 1 } << 60);
    row("version 1", "is GGUF of version 1;", [](GgufParts& parts) { parts.version = 1; });
    row("big-endian", "in little-endian order", [](GgufParts& parts) { parts.version = 3U << 24; });
    withKey("key twice", R"(the key "general.architecture": is given twice)",
        ggufKey("general.architecture", U8, "1"));
    withKey("empty key", "a name is 0 bytes long", ggufKey("", U8, "1"));
    withKey("long key", "a name is 65536 bytes long", ggufKey(std::string(65536, 'k'), U8, "1"));
    withKey("unknown type", R"(the key "k": a value has the unknown type 13)", ggufKey("k", 13, "1"));
    withKey("long string", R"(the key "k": the file is cut off)", ggufKey("k", String, many));
    withKey("long array", "an array of 1152921504606846976 values does not fit",
        ggufKey("k", Array, raw<std::uint32_t>(U8) + many));
    withKey("array of strings", "does not fit into the file",
        ggufKey("k", Array, raw<std::uint32_t>(String) + raw<std::uint64_t>(1000)));
    withKey("array of unknown type", "unknown type 77",
        ggufKey("k", Array, raw<std::uint32_t>(77) + raw<std::uint64_t>(1)));
    withKey("array of arrays", "arrays of arrays are not supported",
        ggufKey("k", Array,
            raw<std::uint32_t>(Array) + raw<std::uint64_t>(1) + raw<std::uint32_t>(U8)
                + raw<std::uint64_t>(0)));
    withKey("alignment 0", "the alignment 0 is not a power of two",
        ggufKey("general.alignment", U32, raw<std::uint32_t>(0)));
    withKey("alignment 24", "the alignment 24", ggufKey("general.alignment", U32, raw<std::uint32_t>(24)));
    withKey("alignment text", "the alignment \"x\"", ggufKey("general.alignment", String, ggufString("x")));
    withTensor("name twice", R"(two tensors have the name "m")", ggufTensor("m", { 2 }, 0, 64));
    withTensor("unknown type", R"(the tensor "v": has the type number 99)", ggufTensor("v", { 2 }, 99, 64));
    withTensor("five dimensions", "has 5 dimensions", ggufTensor("v", { 1, 1, 1, 1, 2 }, 0, 64));
    withTensor("negative size", "shape that is impossible", ggufTensor("v", { ~std::uint64_t { 0 } }, 0, 64));
    withTensor("overflow", "shape that is impossible", ggufTensor("v", { 1ULL << 40, 1ULL << 40 }, 0, 64));
    withTensor("row within a block", "impossible for the type Q4_0", ggufTensor("v", { 16, 2 }, 2, 64));
    withTensor("overlap", "overlaps the tensor before it", ggufTensor("v", { 2 }, 0, 32));
    withTensor("same place", "overlaps the tensor before it", ggufTensor("v", { 2 }, 0, 0));
    withTensor("odd offset", "its offset 36 is not a multiple of 32", ggufTensor("v", { 2 }, 0, 36));
    withTensor("beyond the end", "lies beyond the end of the file", ggufTensor("v", { 3 }, 0, 64));
    withTensor(
        "offset beyond the end", "lies beyond the end", ggufTensor("v", { 2 }, 0, ~std::uint64_t { 31 }));
    row("hole", "has a hole before it", [](GgufParts& parts) {
        parts.tensors[1] = ggufTensor("v", { 2 }, 0, 96);
        parts.data.resize(104);
    });
    const auto bytes = [](const char* fact, const char* sentence, const std::string& text) {
        QTest::newRow(fact) << QByteArray::fromStdString(text) << QString::fromUtf8(sentence);
    };
    bytes("empty", "the file is cut off", "");
    bytes("other magic", "is not a GGUF file", "GGML" + std::string(60, '\0'));
    bytes("many tensors", "more than fit into its size",
        "GGUF" + raw<std::uint32_t>(3) + many + raw<std::uint64_t>(0) + std::string(60, '\0'));
    bytes("many keys", "more than fit into its size",
        "GGUF" + raw<std::uint32_t>(3) + raw<std::uint64_t>(0) + many + std::string(60, '\0'));
}

void GgufTest::aFileThatLiesIsRefusedInASentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const std::string got = refusal<GgufFile>(bytes.toStdString(), kName);
    QVERIFY2(QString::fromStdString(got).contains(sentence), got.c_str());
    QVERIFY(got.starts_with("m.gguf: "));
    QVERIFY(got.size() < 400);
}

void GgufTest::everyTruncationIsRefused()
{
    const std::string whole = ggufBytes(twoTensors());
    QVERIFY(refusal<GgufFile>(whole, kName).empty());
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!refusal<GgufFile>(whole.substr(0, length), kName).empty(), std::to_string(length).c_str());
}

void GgufTest::itIsKnownByItsFirstBytes()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("a").toStdString();
    QVERIFY(!GgufFile::looksLikeGguf(path));
    std::ofstream(path) << "GGU";
    QVERIFY(!GgufFile::looksLikeGguf(path));
    std::ofstream(path) << "GGUF";
    QVERIFY(GgufFile::looksLikeGguf(path));
    QVERIFY(!GgufFile::looksLikeGguf(folder.path().toStdString()));
}

QTEST_GUILESS_MAIN(GgufTest)
#include "gguf_test.moc"
