// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors.h"
#include "core/common/file/safetensors_writer.h"
#include "tests/common/file/foreign_files.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
using namespace temper::testing;

namespace {

constexpr const char* kName = "m.safetensors";

SafetensorsFile opened(const std::string& header, const std::string& data)
{
    return SafetensorsFile(inMemory(safetensorsBytes(header, data), kName));
}

std::string printed(const SafetensorsFile& file)
{
    std::string text;
    for (const TensorView& view : file.tensors()) {
        text += view.name + " " + std::string(dataTypeName(view.type));
        for (const std::int64_t size : view.shape)
            text += " " + std::to_string(size);
        text += "\n";
    }
    return text;
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

private slots:
    void tensorsAreListedInTheOrderOfTheirOffsets();
    void metadataIsKept();
    void spacesAfterTheHeaderAreAllowed();
    void anUnknownKeyOfAnEntryIsPassedOver();
    void aHeaderThatLiesIsRefusedInASentence_data();
    void aHeaderThatLiesIsRefusedInASentence();
    void aLengthThatLiesIsRefusedInASentence_data();
    void aLengthThatLiesIsRefusedInASentence();
    void aLongForeignNameKeepsTheSentenceShort();
    void whatIsWrittenIsReadBack();
    void aNameGivenTwiceIsNotWritten();
    void anUnfinishedWriterLeavesTheOldFile();
    void aMissingFileIsNamed();
};

void SafetensorsTest::tensorsAreListedInTheOrderOfTheirOffsets()
{
    const auto file = opened(R"({"b":{"dtype":"F32","shape":[],"data_offsets":[4,8]},)"
                             R"("e":{"dtype":"F64","shape":[3,0],"data_offsets":[4,4]},)"
                             R"("a":{"dtype":"BF16","shape":[1,2],"data_offsets":[0,4]}})",
        "12345678");
    QCOMPARE(printed(file), std::string("a BF16 1 2\ne F64 3 0\nb F32\n"));
    QCOMPARE(file.find("b")->elements(), std::int64_t { 1 });
    QVERIFY(!file.find("c"));
}

void SafetensorsTest::metadataIsKept()
{
    const auto file = opened(R"({"__metadata__":{"format":"pt","note":"ü"}})", "");
    QCOMPARE(file.metadata(), (std::map<std::string, std::string> { { "format", "pt" }, { "note", "ü" } }));
}

void SafetensorsTest::spacesAfterTheHeaderAreAllowed()
{
    QCOMPARE(printed(opened("{}      ", "")), std::string());
}

void SafetensorsTest::anUnknownKeyOfAnEntryIsPassedOver()
{
    const auto file = opened(
        R"({"a":{"dtype":"U8","x":{"y":[1,null,{"dtype":"Z"}]},"shape":[1],"w":null,"data_offsets":[0,1]}})",
        "1");
    QCOMPARE(printed(file), std::string("a U8 1\n"));
}

void SafetensorsTest::aHeaderThatLiesIsRefusedInASentence_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* fact, const char* header, const char* sentence) {
        QTest::newRow(fact) << QString::fromUtf8(header) << QString::fromUtf8(sentence);
    };
    // Eight bytes of data follow each of these headers.
    row("unknown type", R"({"a":{"dtype":"X99","shape":[2],"data_offsets":[0,8]}})",
        R"("a" has the unknown type "X99")");
    row("block type", R"({"a":{"dtype":"Q4_0","shape":[2],"data_offsets":[0,8]}})", "unknown type");
    row("size differs", R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})",
        "takes 8 bytes, but its type and shape need 12");
    row("beyond the end", R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})",
        "there are 8 bytes of data");
    row("backwards", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})", "bytes 8 to 0");
    row("overlap",
        R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
        R"("b" overlaps)");
    row("same place",
        R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
        R"("b" overlaps)");
    row("hole",
        R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})",
        R"(hole before the tensor "b")");
    row("hole in front", R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})", "hole before");
    row("left over", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
        "4 bytes after its last tensor");
    row("no tensors", "{}", "8 bytes after its last tensor");
    row("name twice",
        R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
        R"("a" is given twice)");
    row("key twice", R"({"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
        R"(has the key "dtype" twice)");
    row("metadata twice", R"({"__metadata__":{},"__metadata__":{}})", R"("__metadata__" is given twice)");
    row("metadata key twice", R"({"__metadata__":{"a":"1","a":"2"}})", R"(has the key "a" twice)");
    row("metadata number", R"({"__metadata__":{"a":1}})", "value of the wrong kind");
    row("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,8]}})", R"("a" has no shape)");
    row("no type", R"({"a":{"shape":[2],"data_offsets":[0,8]}})", R"("a" has no dtype)");
    row("one offset", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}})", "does not have two offsets");
    row("three offsets", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}})",
        "more than two offsets");
    row("negative size", R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})",
        "holds a negative number");
    row("fraction", R"({"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})", "value of the wrong kind");
    row("shape of text", R"({"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}})",
        "value of the wrong kind");
    row("shape of lists", R"({"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}})",
        "value of the wrong kind");
    row("overflow", R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}})",
        "shape of the tensor \"a\" is impossible");
    row("size above 63 bits", R"({"a":{"dtype":"F32","shape":[18446744073709551615],"data_offsets":[0,8]}})",
        "size that is too large");
    row("within a byte", R"({"a":{"dtype":"F4","shape":[15],"data_offsets":[0,8]}})", "is impossible");
    row("entry is a number", R"({"a":5})", "not a list of tensors");
    row("entry is a list", R"({"a":[1]})", "not a list of tensors");
    row("deep", R"({"a":{"x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[)",
        "nests too deeply");
    row("no JSON", R"({"a":{"dtype)", "not valid JSON at byte");
    row("no brace", R"([1])", "does not begin with a brace");
    row("text after the end", R"({} x)", "not valid JSON");
}

void SafetensorsTest::aHeaderThatLiesIsRefusedInASentence()
{
    QFETCH(QString, header);
    QFETCH(QString, sentence);
    const std::string bytes = safetensorsBytes(header.toStdString(), "12345678");
    const std::string got = refusal<SafetensorsFile>(bytes, kName);
    QVERIFY2(QString::fromStdString(got).contains(sentence), got.c_str());
    QVERIFY(got.starts_with("m.safetensors: "));
    QVERIFY(got.size() < 400);
}

void SafetensorsTest::aLengthThatLiesIsRefusedInASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* fact, const std::string& bytes, const char* sentence) {
        QTest::newRow(fact) << QByteArray::fromStdString(bytes) << QString::fromUtf8(sentence);
    };
    row("empty", "", "too short for a safetensors file (0 bytes)");
    row("seven bytes", "1234567", "too short");
    row("no header", raw<std::uint64_t>(0), "does not begin with a brace");
    row("cut off", raw<std::uint64_t>(100) + "{}", "is cut off: its header should be 100 bytes long");
    row("just above the limit", raw<std::uint64_t>(100'000'001) + "{}", "more than 100000000");
    row("huge", raw<std::uint64_t>(~std::uint64_t { 0 }) + "{}", "more than 100000000");
    row("NUL in the header", safetensorsBytes(std::string("{}\0\0", 4), ""), "not valid JSON");
    row("not UTF-8",
        safetensorsBytes("{\"\xff\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}", ""),
        "not valid JSON");
}

void SafetensorsTest::aLengthThatLiesIsRefusedInASentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const std::string got = refusal<SafetensorsFile>(bytes.toStdString(), kName);
    QVERIFY2(QString::fromStdString(got).contains(sentence), got.c_str());
}

void SafetensorsTest::aLongForeignNameKeepsTheSentenceShort()
{
    const std::string name(5000, 'n');
    const std::string header
        = "{\"" + name + "\":{\"dtype\":\"" + name + "\",\"shape\":[],\"data_offsets\":[0,8]}}";
    const std::string got = refusal<SafetensorsFile>(safetensorsBytes(header, "12345678"), kName);
    QVERIFY(got.size() > 100 && got.size() < 400);
}

void SafetensorsTest::whatIsWrittenIsReadBack()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("out.safetensors").toStdString();
    const std::vector<float> numbers { 1, 2, 3, 4, 5, 6 };
    const auto* const data = reinterpret_cast<const std::byte*>(numbers.data());
    const std::vector<TensorView> tensors { { "zwei \"x\"\n", DataType::F32, { 2, 2 }, data, 16 },
        { "leer", DataType::I64, { 0 }, data, 0 }, { "eins", DataType::BF16, { 2, 1, 2 }, data + 16, 8 } };
    writeSafetensors(path, tensors, { { "format", "pt" } });
    const SafetensorsFile file(path);
    QCOMPARE(printed(file), std::string("zwei \"x\"\n F32 2 2\nleer I64 0\neins BF16 2 1 2\n"));
    QCOMPARE(file.metadata().at("format"), std::string("pt"));
    QVERIFY(std::memcmp(file.tensors()[0].data, data, 16) == 0);
    QVERIFY(std::memcmp(file.tensors()[2].data, data + 16, 8) == 0);
    const auto start = reinterpret_cast<std::uintptr_t>(file.tensors()[0].data);
    QCOMPARE(start % 8, std::uintptr_t { 0 });
}

void SafetensorsTest::aNameGivenTwiceIsNotWritten()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("out.safetensors").toStdString();
    const TensorLayout layout { "a", DataType::F32, { 1 } };
    QVERIFY_EXCEPTION_THROWN(SafetensorsWriter(path, { layout, layout }), Error);
    QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
}

void SafetensorsTest::anUnfinishedWriterLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("out.safetensors").toStdString();
    std::ofstream(path) << "old";
    {
        SafetensorsWriter writer(path, { { "a", DataType::F32, { 2 } } });
        writer.append("1234", 4);
        QVERIFY_EXCEPTION_THROWN(writer.commit(), Error);
    }
    std::string text;
    std::ifstream(path) >> text;
    QCOMPARE(text, std::string("old"));
}

void SafetensorsTest::aMissingFileIsNamed()
{
    try {
        const SafetensorsFile file("/nowhere/model.safetensors");
        QFAIL("a missing file was opened");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Environment);
        QCOMPARE(error.subject(), std::string("/nowhere/model.safetensors"));
    }
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
