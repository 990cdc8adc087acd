// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/model_places.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& content = "x")
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

void putModel(const fs::path& folder)
{
    put(folder / "config.json", "{}");
    put(folder / "model.safetensors", "12345");
}

} // namespace

class ModelPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
    }

    void hubSnapshotsCarryTheNameOfTheirRepository()
    {
        const fs::path repository = m_root / "models--HuggingFaceTB--SmolLM2-135M-Instruct";
        putModel(repository / "snapshots" / "old");
        putModel(repository / "snapshots" / "new");
        put(repository / "refs" / "main", "new\n");
        QCOMPARE(names(ModelKeeper::HuggingFace), "HuggingFaceTB/SmolLM2-135M-Instruct");
        QVERIFY(find(ModelKeeper::HuggingFace).front().path == repository / "snapshots" / "new");
        QCOMPARE(find(ModelKeeper::HuggingFace).front().bytes, 5U);
    }

    void linkedBlobsOfTheHubAreFollowed()
    {
        const fs::path repository = m_root / "models--a--b";
        put(repository / "blobs" / "1", "GGUF and more");
        fs::create_directories(repository / "snapshots" / "r");
        fs::create_symlink("../../blobs/1", repository / "snapshots" / "r" / "b.Q8_0.gguf");
        QCOMPARE(names(ModelKeeper::HuggingFace), "b.Q8_0");
        QVERIFY(find(ModelKeeper::HuggingFace).front().isGguf);
    }

    void modelsWithMissingShardsAreLeftOut()
    {
        const fs::path snapshot = m_root / "models--a--b" / "snapshots" / "r";
        put(snapshot / "config.json", "{}");
        put(snapshot / "model.safetensors.index.json",
            R"({"weight_map": {"x": "model-00001-of-00002.safetensors", "y": "model-00002-of-00002.safetensors"}})");
        put(snapshot / "model-00001-of-00002.safetensors", "123");
        QCOMPARE(names(ModelKeeper::HuggingFace), "");
        put(snapshot / "model-00002-of-00002.safetensors", "4567");
        QCOMPARE(names(ModelKeeper::HuggingFace), "a/b");
        QCOMPARE(find(ModelKeeper::HuggingFace).front().bytes, 7U);
    }

    void modelScopeWritesDotsAsUnderscores()
    {
        putModel(m_root / "Qwen" / "Qwen2___5-0___5B-Instruct");
        putModel(m_root / "._____temp" / "Qwen" / "half");
        QCOMPARE(names(ModelKeeper::ModelScope), "Qwen/Qwen2.5-0.5B-Instruct");
    }

    void lmStudioKeepsGgufFilesByPublisher()
    {
        put(m_root / "bartowski" / "SmolLM2-GGUF" / "SmolLM2-Q8_0.gguf", "GGUF");
        put(m_root / "bartowski" / "SmolLM2-GGUF" / "mmproj-SmolLM2.gguf", "GGUF");
        put(m_root / "bartowski" / "Big-GGUF" / "Big-00001-of-00002.gguf", "GGUF");
        put(m_root / "bartowski" / "Odd-GGUF" / "Odd.gguf", "no model");
        QCOMPARE(names(ModelKeeper::LmStudio), "SmolLM2-Q8_0");
    }

    void ollamaNamesItsBlobsInManifests()
    {
        const std::string manifest = R"({"layers": [
            {"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:bb"},
            {"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:aa", "size": 4}]})";
        put(m_root / "blobs" / "sha256-aa", "GGUF");
        put(m_root / "blobs" / "sha256-bb", "{{ .Prompt }}");
        put(m_root / "manifests" / "registry.ollama.ai" / "library" / "llama3.2" / "1b", manifest);
        put(m_root / "manifests" / "registry.ollama.ai" / "library" / "broken" / "latest", "{");
        QCOMPARE(names(ModelKeeper::Ollama), "llama3.2:1b");
        QVERIFY(find(ModelKeeper::Ollama).front().path == m_root / "blobs" / "sha256-aa");
    }

    void oneBlobUnderTwoNamesIsOneModel()
    {
        const std::string manifest
            = R"({"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:aa"}]})";
        put(m_root / "blobs" / "sha256-aa", "GGUF");
        put(m_root / "manifests" / "registry.ollama.ai" / "library" / "m" / "1b", manifest);
        put(m_root / "manifests" / "hf.co" / "me" / "m" / "latest", manifest);
        QCOMPARE(find(ModelKeeper::Ollama).size(), 1U);
    }

    void missingFoldersAreNoError()
    {
        for (const ModelKeeper keeper :
            { ModelKeeper::Temper, ModelKeeper::HuggingFace, ModelKeeper::Ollama })
            QVERIFY(findModels({ { keeper, m_root / "nowhere" } }).empty());
    }

    void usualFoldersFollowTheVariablesOfTheOtherPrograms()
    {
        qputenv("HF_HUB_CACHE", "/elsewhere/hub");
        qputenv("OLLAMA_MODELS", "/elsewhere/ollama");
        const std::vector<ModelFolder> folders = usualModelFolders();
        const auto has = [&](ModelKeeper keeper, const char* folder) {
            return std::ranges::find(folders, ModelFolder { keeper, folder }) != folders.end();
        };
        QVERIFY(has(ModelKeeper::HuggingFace, "/elsewhere/hub"));
        QVERIFY(has(ModelKeeper::Ollama, "/elsewhere/ollama"));
        qunsetenv("HF_HUB_CACHE");
        qunsetenv("OLLAMA_MODELS");
    }

    void namesAreWhatPeopleKnow()
    {
        QCOMPARE(modelNameOf("/c/models--a--b/snapshots/0123"), std::string("a/b"));
        QCOMPARE(modelNameOf("/m/SmolLM2.Q4_1.gguf"), std::string("SmolLM2.Q4_1"));
        QCOMPARE(modelNameOf("/m/my-model/"), std::string("my-model"));
    }

private:
    std::vector<FoundModel> find(ModelKeeper keeper) const { return findModels({ { keeper, m_root } }); }

    QString names(ModelKeeper keeper) const
    {
        QStringList names;
        for (const FoundModel& model : find(keeper))
            names << QString::fromStdString(model.name);
        return names.join(", ");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

QTEST_GUILESS_MAIN(ModelPlacesTest)
#include "model_places_test.moc"
