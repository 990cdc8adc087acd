// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/model_files.h"
#include "core/common/file/safetensors.h"
#include "tests/common/file/foreign_files.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
using namespace temper::testing;

namespace {

// A model folder that is filled by hand.
struct Folder {
    QTemporaryDir owner;
    std::filesystem::path path = owner.path().toStdString();

    void text(const std::string& name, const std::string& content) const
    {
        std::ofstream(path / name, std::ios::binary) << content;
    }
    void tensors(const std::string& file, const std::vector<std::string>& names) const
    {
        static const float kValue = 1.5F;
        std::vector<TensorView> views;
        for (const std::string& name : names)
            views.push_back({ name, DataType::F32, { 1 }, reinterpret_cast<const std::byte*>(&kValue), 4 });
        writeSafetensors(path / file, views);
    }
    std::string refusal() const
    {
        try {
            const ModelFiles files(path);
            return {};
        } catch (const Error& error) {
            return error.what();
        }
    }
    std::string index(const std::string& map) const { return "{\"metadata\":{},\"weight_map\":" + map + "}"; }
};

std::string names(const ModelFiles& files)
{
    std::string text;
    for (const TensorView* view : files.tensors())
        text += view->name + " ";
    return text;
}

constexpr const char* kIndex = "model.safetensors.index.json";

} // namespace

class ModelFilesTest : public QObject {
    Q_OBJECT

private slots:
    void aSingleFileIsOpened();
    void anySingleFileIsOpenedWhateverItsName();
    void shardsAreOpenedInTheOrderOfTheirNames();
    void viewsOutliveTheObjectThatTheyCameFrom();
    void pytorchFilesAreOpenedWhereThereAreNoSafetensors();
    void aGgufFileIsOpened();
    void aPartOfACutGgufIsRefusedWithItsOtherParts();
    void whatIsMissingIsNamed();
    void anIndexThatLiesIsRefused_data();
    void anIndexThatLiesIsRefused();
};

void ModelFilesTest::aSingleFileIsOpened()
{
    const Folder folder;
    folder.text("config.json", R"({"model_type":"llama"})");
    folder.tensors("model.safetensors", { "a", "b" });
    folder.tensors("adapter.safetensors", { "c" });
    const ModelFiles files(folder.path);
    QVERIFY(!files.isGguf());
    QCOMPARE(names(files), std::string("a b "));
    QCOMPARE(files.config().at("model_type").get<std::string>(), std::string("llama"));
    QCOMPARE(files.bytes(), std::uint64_t(std::filesystem::file_size(folder.path / "model.safetensors")));
    QVERIFY(files.find("b") && !files.find("c"));
}

void ModelFilesTest::anySingleFileIsOpenedWhateverItsName()
{
    const Folder folder;
    folder.text("config.json", "{}");
    folder.tensors("weights.safetensors", { "a" });
    QCOMPARE(ModelFiles(folder.path).files().front().filename().string(), std::string("weights.safetensors"));
}

void ModelFilesTest::shardsAreOpenedInTheOrderOfTheirNames()
{
    const Folder folder;
    folder.text("config.json", "{}");
    folder.tensors("model-00001-of-00002.safetensors", { "z", "y" });
    folder.tensors("model-00002-of-00002.safetensors", { "a", "not in the index" });
    folder.text(kIndex,
        folder.index(R"({"a":"model-00002-of-00002.safetensors","y":"model-00001-of-00002.safetensors",)"
                     R"("z":"model-00001-of-00002.safetensors"})"));
    const ModelFiles files(folder.path);
    QCOMPARE(names(files), std::string("z y a "));
    QCOMPARE(files.files().size(), std::size_t { 2 });
    QCOMPARE(files.find("a")->name, std::string("a"));
}

void ModelFilesTest::viewsOutliveTheObjectThatTheyCameFrom()
{
    const Folder folder;
    folder.text("config.json", "{}");
    folder.tensors("model.safetensors", { "a" });
    std::shared_ptr<const void> kept;
    const TensorView* view = nullptr;
    {
        const ModelFiles files(folder.path);
        kept = files.keepAlive();
        view = files.find("a");
    }
    float value = 0;
    expandToFloat(*view, &value);
    QCOMPARE(value, 1.5F);
}

void ModelFilesTest::pytorchFilesAreOpenedWhereThereAreNoSafetensors()
{
    const Folder folder;
    const std::filesystem::path reference
        = std::filesystem::path(TEMPER_SOURCE_DIR) / "tests/reference/file/torch/parameters.bin";
    folder.text("config.json", "{}");
    std::filesystem::copy_file(reference, folder.path / "pytorch_model-00001-of-00001.bin");
    folder.text(
        "pytorch_model.bin.index.json", folder.index(R"({"plain":"pytorch_model-00001-of-00001.bin"})"));
    QCOMPARE(names(ModelFiles(folder.path)), std::string("plain "));
    std::filesystem::copy_file(reference, folder.path / "pytorch_model.bin");
    const ModelFiles files(folder.path);
    QCOMPARE(names(files), std::string("plain turned "));
    QCOMPARE(files.bytes(), std::uint64_t(std::filesystem::file_size(reference)));
    folder.tensors("model.safetensors", { "a" });
    QCOMPARE(names(ModelFiles(folder.path)), std::string("a "));
}

void ModelFilesTest::aGgufFileIsOpened()
{
    const Folder folder;
    folder.text("m", ggufBytes({ .tensors = { ggufTensor("t", { 1 }, 0, 0) }, .data = raw(1.0F) }));
    const ModelFiles files(folder.path / "m");
    QVERIFY(files.isGguf());
    QCOMPARE(names(files), std::string("t "));
    QVERIFY(files.config().empty());
    QCOMPARE(files.files(), std::vector { folder.path / "m" });
}

void ModelFilesTest::aPartOfACutGgufIsRefusedWithItsOtherParts()
{
    const Folder folder;
    const std::filesystem::path part = folder.path / "big-q4-00002-of-00003.gguf";
    folder.text(part.filename().string(),
        ggufBytes({ .tensors = { ggufTensor("t", { 1 }, 0, 0) }, .data = raw(1.0F) }));
    try {
        const ModelFiles files(part);
        QFAIL("opened");
    } catch (const Error& error) {
        QCOMPARE(error.sentence(), std::string("is part 2 of 3 of a model that was cut into several files."));
        QVERIFY(error.remedy().find("big-q4-00001-of-00003.gguf to big-q4-00003-of-00003.gguf")
            != std::string::npos);
    }
}

void ModelFilesTest::whatIsMissingIsNamed()
{
    const Folder folder;
    QVERIFY(QString::fromStdString(folder.refusal()).contains(QStringLiteral("holds no weights")));
    folder.text("pytorch_model.bin", "x");
    QVERIFY(QString::fromStdString(folder.refusal()).contains(QStringLiteral("no file that PyTorch wrote")));
    folder.tensors("one.safetensors", { "a" });
    QVERIFY(QString::fromStdString(folder.refusal()).contains(QStringLiteral("holds no config.json")));
    folder.text("config.json", "{");
    QVERIFY(
        QString::fromStdString(folder.refusal()).contains(QStringLiteral("config.json: is not valid JSON")));
    folder.text("config.json", "[]");
    QVERIFY(QString::fromStdString(folder.refusal()).contains(QStringLiteral("is not a JSON object")));
    folder.text("config.json", "{}");
    folder.tensors("two.safetensors", { "a" });
    QVERIFY(QString::fromStdString(folder.refusal())
                .contains(QStringLiteral("holds 2 safetensors files and no")));
    QVERIFY_EXCEPTION_THROWN(ModelFiles(folder.path / "nowhere"), Error);
    QVERIFY_EXCEPTION_THROWN(ModelFiles(folder.path / "config.json"), Error);
}

void ModelFilesTest::anIndexThatLiesIsRefused_data()
{
    QTest::addColumn<QString>("index");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* fact, const char* index, const char* sentence) {
        QTest::newRow(fact) << QString::fromUtf8(index) << QString::fromUtf8(sentence);
    };
    row("no map", "{}", "has no \"weight_map\"");
    row("not an object", "[1]", "has no \"weight_map\"");
    row("map is empty", R"({"weight_map":{}})", "has no \"weight_map\"");
    row("missing shard", R"({"weight_map":{"a":"x.safetensors"}})",
        R"(names the file "x.safetensors", which is not there)");
    row("missing tensor", R"({"weight_map":{"b":"s.safetensors"}})",
        R"("s.safetensors" holds the tensor "b", but it does not)");
    row("outside", R"({"weight_map":{"a":"../s.safetensors"}})", "not a plain file name");
    row("absolute", R"({"weight_map":{"a":"/etc/passwd"}})", "not a plain file name");
    row("number", R"({"weight_map":{"a":1}})", "not a plain file name");
}

void ModelFilesTest::anIndexThatLiesIsRefused()
{
    QFETCH(QString, index);
    QFETCH(QString, sentence);
    const Folder folder;
    folder.text("config.json", "{}");
    folder.tensors("s.safetensors", { "a" });
    folder.text(kIndex, index.toStdString());
    const std::string got = folder.refusal();
    QVERIFY2(QString::fromStdString(got).contains(sentence), got.c_str());
    QVERIFY(got.size() < 400);
}

QTEST_GUILESS_MAIN(ModelFilesTest)
#include "model_files_test.moc"
