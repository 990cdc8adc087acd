// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors.h"
#include "core/common/file/torch_file.h"
#include "tests/common/file/foreign_files.h"

#include <QTest>
#include <fstream>
#include <random>
#include <sstream>

using namespace temper;
using namespace temper::testing;

namespace {

const std::filesystem::path kFolder
    = std::filesystem::path(TEMPER_SOURCE_DIR) / "tests" / "reference" / "file" / "torch";

std::string contentOf(const char* name)
{
    std::ostringstream content;
    content << std::ifstream(kFolder / name, std::ios::binary).rdbuf();
    return content.str();
}

QString refusalOf(const std::string& bytes)
{
    return QString::fromStdString(refusal<TorchFile>(bytes, "model.bin"));
}

// What differs from the same tensors in a safetensors file; empty where nothing does.
QString difference(const char* file, const std::vector<std::string>& names)
{
    const TorchFile got(kFolder / file);
    const SafetensorsFile expected(kFolder / "expected.safetensors");
    for (const std::string& name : names) {
        const TensorView* const a = got.find(name);
        const TensorView* const b = expected.find(name);
        if (a == nullptr || b == nullptr || a->type != b->type || a->shape != b->shape
            || a->bytes != b->bytes)
            return QString::fromStdString(name + ": form");
        if (a->bytes > 0 && std::memcmp(a->data, b->data, a->bytes) != 0)
            return QString::fromStdString(name + ": values");
    }
    return {};
}

std::vector<std::string> allNames()
{
    std::vector<std::string> names;
    const SafetensorsFile expected(kFolder / "expected.safetensors");
    for (const TensorView& view : expected.tensors())
        names.push_back(view.name);
    return names;
}

std::string size16(const std::string& text)
{
    return raw(static_cast<std::uint16_t>(text.size()));
}
std::string size32(const std::string& text)
{
    return raw(static_cast<std::uint32_t>(text.size()));
}

// A pickle of version 2 within the parts of a zip that needs no compression.
std::string zipOf(const std::string& name, const std::string& content)
{
    const std::string local = std::string("PK\x03\x04", 4) + raw<std::uint16_t>(20) + raw<std::uint16_t>(0)
        + raw<std::uint16_t>(0) + std::string(8, '\0') + size32(content) + size32(content) + size16(name)
        + raw<std::uint16_t>(0) + name;
    const std::string entry = std::string("PK\x01\x02", 4) + raw<std::uint16_t>(20) + raw<std::uint16_t>(20)
        + raw<std::uint32_t>(0) + std::string(8, '\0') + size32(content) + size32(content) + size16(name)
        + std::string(16, '\0') + name;
    return local + content + entry + std::string("PK\x05\x06", 4) + std::string(4, '\0')
        + raw<std::uint16_t>(1) + raw<std::uint16_t>(1) + size32(entry) + size32(local + content)
        + raw<std::uint16_t>(0);
}

QString pickleRefusal(const std::string& opcodes)
{
    return refusalOf(zipOf("a/data.pkl", std::string("\x80\x02") + opcodes));
}

} // namespace

class TorchFileTest : public QObject {
    Q_OBJECT

private slots:
    void zipAndLegacyFilesHoldTheSameTensors();
    void tensorsAreFoundInACheckpointAndAsParameters();
    void tensorsLieInTheFileItself();
    void whatAsksToBeRunIsRefusedByName();
    void opcodesThatTensorsDoNotNeedAreRefusedByName();
    void pickleThatMakesNoSenseIsRefused();
    void aBombIsRefused();
    void cutOffFilesAreRefused();
    void mutatedFilesAreReadOrRefused();
};

void TorchFileTest::zipAndLegacyFilesHoldTheSameTensors()
{
    QCOMPARE(difference("zip.bin", allNames()), QString());
    QCOMPARE(difference("legacy.bin", allNames()), QString());
}

void TorchFileTest::tensorsAreFoundInACheckpointAndAsParameters()
{
    QCOMPARE(difference("checkpoint.bin", allNames()), QString());
    QCOMPARE(difference("parameters.bin", { "plain", "turned" }), QString());
}

void TorchFileTest::tensorsLieInTheFileItself()
{
    const TorchFile file(kFolder / "zip.bin");
    const auto isInFile = [&file](const char* name) {
        const std::byte* const data = file.find(name)->data;
        return data >= file.mapping()->data() && data < file.mapping()->data() + file.mapping()->bytes();
    };
    QVERIFY(isInFile("plain"));
    QVERIFY(isInFile("part"));
    QCOMPARE(file.find("part")->data, file.find("whole")->data + 6 * sizeof(float));
    QVERIFY(!isInFile("turned"));
}

void TorchFileTest::whatAsksToBeRunIsRefusedByName()
{
    QVERIFY(refusalOf(contentOf("attack.bin")).contains(QStringLiteral("\"posix.system\"")));
    QVERIFY(refusalOf(contentOf("attack_stack.bin")).contains(QStringLiteral("\"posix.system\"")));
    QVERIFY(refusalOf(contentOf("attack_legacy.bin")).contains(QStringLiteral("eval\"")));
    QVERIFY(
        refusalOf(contentOf("module.bin")).contains(QStringLiteral("\"torch.nn.modules.linear.Linear\"")));
    QVERIFY(refusalOf(contentOf("compressed.bin")).contains(QStringLiteral("compressed")));
}

void TorchFileTest::opcodesThatTensorsDoNotNeedAreRefusedByName()
{
    QVERIFY(pickleRefusal("(ios\nsystem\n.").contains(QStringLiteral("opcode INST")));
    QVERIFY(pickleRefusal(")\x81.").contains(QStringLiteral("opcode NEWOBJ")));
    QVERIFY(pickleRefusal("\x82\x01.").contains(QStringLiteral("opcode EXT1")));
    QVERIFY(pickleRefusal("\xfe.").contains(QStringLiteral("opcode 0xfe")));
    QVERIFY(refusalOf(zipOf("a/data.pkl", "\x80\x09.")).contains(QStringLiteral("version 9")));
}

void TorchFileTest::pickleThatMakesNoSenseIsRefused()
{
    for (const char* opcodes :
        { ".", "(.", "t.", "a.", "]]u.", "h\x07.", "K\x01K\x02R.", "}K\x01s.", "0.", "(e." })
        QVERIFY2(!pickleRefusal(opcodes).isEmpty(), opcodes);
    QVERIFY(pickleRefusal("}.").contains(QStringLiteral("no dictionary of tensors")));
    // A list that holds itself.
    QVERIFY(pickleRefusal("]q\x01h\x01"
                          "a.")
                .contains(QStringLiteral("no dictionary of tensors")));
}

// A list of a thousand pairs that is made into a dictionary again and again.
void TorchFileTest::aBombIsRefused()
{
    std::string opcodes = "]q\x01(";
    for (int i = 0; i < 1000; ++i)
        opcodes += "K\x01K\x02\x86";
    opcodes += "e0";
    opcodes += "(";
    for (int i = 0; i < 20000; ++i)
        opcodes += "ccollections\nOrderedDict\nh\x01\x85R";
    QVERIFY(pickleRefusal(opcodes + "t.").contains(QStringLiteral("too many values")));
}

void TorchFileTest::cutOffFilesAreRefused()
{
    for (const char* name : { "zip.bin", "legacy.bin" }) {
        const std::string whole = contentOf(name);
        for (std::size_t length = 0; length < whole.size(); length += 7)
            QVERIFY2(!refusalOf(whole.substr(0, length)).isEmpty(), std::to_string(length).c_str());
    }
}

void TorchFileTest::mutatedFilesAreReadOrRefused()
{
    std::mt19937 random(5);
    for (const char* name : { "zip.bin", "legacy.bin", "checkpoint.bin" }) {
        const std::string whole = contentOf(name);
        for (int round = 0; round < 2000; ++round) {
            std::string changed = whole;
            for (int i = 0; i < 3; ++i)
                changed[random() % changed.size()] = static_cast<char>(random());
            const QString sentence = refusalOf(changed);
            QVERIFY2(!sentence.startsWith(QStringLiteral("not an input")), qPrintable(sentence));
        }
    }
}

QTEST_APPLESS_MAIN(TorchFileTest)
#include "torch_file_test.moc"
