// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/file/hub_listing.h"

#include <QTest>

using namespace temper;

namespace {

Json file(const std::string& path, std::uint64_t bytes, const std::string& sha256 = {})
{
    Json entry { { "type", "file" }, { "path", path }, { "size", bytes }, { "oid", "git-" + path } };
    if (!sha256.empty())
        entry["lfs"] = { { "oid", sha256 }, { "size", bytes } };
    return entry;
}

// "safetensors: config.json model.safetensors (105)"
QString variantsOf(const HubModel& model)
{
    QStringList lines;
    for (const HubVariant& variant : model.variants) {
        QString line = QString::fromStdString(variant.name) + ":";
        for (const HubFile& part : variant.files)
            line += " " + QString::fromStdString(part.name);
        lines << line + QString(" (%1)").arg(variant.bytes);
    }
    return lines.join("\n");
}

} // namespace

class HubListingTest : public QObject {
    Q_OBJECT

private slots:
    void folderOfSafetensorsTakesWhatAModelNeeds()
    {
        const HubModel model = readHubModel({},
            { file("model.safetensors", 100, "aa"), file("config.json", 5), file("pytorch_model.bin", 100),
                file("training_args.bin", 2), file("onnx/model.onnx", 9), file("tokenizer.json", 7),
                file(".gitattributes", 1), { { "type", "directory" }, { "path", "onnx" } } },
            "x");
        QCOMPARE(variantsOf(model), "safetensors: config.json tokenizer.json model.safetensors (112)");
        QCOMPARE(model.variants[0].files.back().sha256, std::string("aa"));
        QCOMPARE(model.variants[0].files.front().gitBlob, std::string("git-config.json"));
    }

    void eachGgufFileIsAFormOfItsOwn()
    {
        const HubModel model = readHubModel({},
            { file("m-Q8_0.gguf", 80), file("m-Q4_0.gguf", 40), file("mmproj-m.gguf", 4),
                file("big-00001-of-00002.gguf", 50) },
            "x");
        QCOMPARE(variantsOf(model), "m-Q4_0.gguf: m-Q4_0.gguf (40)\nm-Q8_0.gguf: m-Q8_0.gguf (80)");
        QVERIFY(model.variants.front().isGguf);
    }

    void licenceAndRevisionComeFromTheModelsPage()
    {
        const Json tree = Json::array({ file("m.gguf", 1) });
        QCOMPARE(readHubModel({ { "sha", "c0ffee" }, { "cardData", { { "license", "mit" } } } }, tree, "x")
                     .licence,
            std::string("mit"));
        const HubModel tagged = readHubModel(
            { { "sha", "c0ffee" }, { "tags", { "text", "license:apache-2.0" } }, { "gated", "manual" } },
            tree, "x");
        QCOMPARE(tagged.licence, std::string("apache-2.0"));
        QCOMPARE(tagged.revision, std::string("c0ffee"));
        QVERIFY(tagged.isGated);
        QVERIFY(!readHubModel({ { "gated", false } }, tree, "x").isGated);
        QCOMPARE(readHubModel({}, tree, "x").revision, std::string("main"));
    }

    void namesThatLeadElsewhereAreLeftOut()
    {
        QVERIFY_THROWS_EXCEPTION(Error,
            readHubModel({}, { file("../m.gguf", 1), file("a/../../m.gguf", 1), file("C:m.gguf", 1) }, "x"));
    }

    void answersOfAnotherKindAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, readHubModel({}, Json::object(), "x"));
        QVERIFY_THROWS_EXCEPTION(Error, readHubModel({}, Json::array({ 1, "two", Json::array() }), "x"));
        QVERIFY_THROWS_EXCEPTION(Error, readHubModel({}, Json::array({ file("pytorch_model.bin", 1) }), "x"));
    }

    void namesArePlain()
    {
        QVERIFY(isHubName("HuggingFaceTB/SmolLM2-135M-Instruct") && isHubName("gpt2"));
        for (const char* name : { "", "a/b/c", "../x", "a/..", "a b", "a/b?x", "/a" })
            QVERIFY2(!isHubName(name), name);
    }
};

QTEST_GUILESS_MAIN(HubListingTest)
#include "hub_listing_test.moc"
