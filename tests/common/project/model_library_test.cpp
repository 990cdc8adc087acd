// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/file/safetensors.h"
#include "core/common/project/model_library.h"
#include "core/common/recipe/recipe.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

namespace {

void putModel(const fs::path& folder, float value)
{
    fs::create_directories(folder);
    std::ofstream(folder / "config.json") << R"({"model_type": "llama"})";
    const TensorView view { "x", DataType::F32, { 1 }, reinterpret_cast<const std::byte*>(&value), 4 };
    writeSafetensors(folder / "model.safetensors", std::vector { view });
}

QString placesOf(const ModelEntry& entry)
{
    QStringList places;
    for (const std::string& place : entry.places)
        places << QString::fromStdString(place);
    return places.join(" ");
}

} // namespace

class ModelLibraryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        m_project.emplace(Project::create(m_root / "project"));
    }

    void cleanup() { m_project.reset(); }

    void addedModelIsKnownByItsContent()
    {
        putModel(m_root / "tiny", 1);
        const ModelEntry entry = addModel(*m_project, m_root / "tiny");
        QCOMPARE(entry.name, std::string("tiny"));
        QCOMPARE(entry.family, std::string("llama"));
        QVERIFY(entry.bytes > 4);
        QCOMPARE(entry.hash.size(), 32U);
        QCOMPARE(libraryModels(*m_project).front().presence, ModelPresence::Here);
    }

    void sameModelAtTwoPlacesIsOne()
    {
        putModel(m_root / "a", 1);
        putModel(m_root / "b", 1);
        addModel(*m_project, m_root / "a");
        addModel(*m_project, m_root / "b", "a");
        QCOMPARE(m_project->models().size(), 1U);
        QCOMPARE(placesOf(m_project->models().front()),
            QString::fromStdString((m_root / "b").string() + " " + (m_root / "a").string()));
        fs::remove_all(m_root / "b");
        QVERIFY(libraryModels(*m_project).front().place == m_root / "a");
        QCOMPARE(libraryModels(*m_project).front().presence, ModelPresence::Here);
    }

    void modelInsideTheProjectMovesWithIt()
    {
        putModel(m_root / "project" / "models" / "tiny", 1);
        addModel(*m_project, m_root / "project" / "models" / "tiny");
        m_project.reset();
        fs::rename(m_root / "project", m_root / "moved");
        m_project.emplace(Project::open(m_root / "moved"));
        QCOMPARE(placesOf(m_project->models().front()), "models/tiny");
        QCOMPARE(libraryModels(*m_project).front().presence, ModelPresence::Here);
    }

    void goneModelIsMissingUntilLocated()
    {
        putModel(m_root / "tiny", 1);
        const ModelEntry entry = addModel(*m_project, m_root / "tiny");
        fs::rename(m_root / "tiny", m_root / "elsewhere");
        QCOMPARE(libraryModels(*m_project).front().presence, ModelPresence::Missing);
        QVERIFY(libraryModels(*m_project).front().place == m_root / "tiny");
        locateModel(*m_project, entry, m_root / "elsewhere");
        QCOMPARE(libraryModels(*m_project).front().presence, ModelPresence::Here);
        QCOMPARE(m_project->models().front().name, std::string("tiny"));
    }

    void anotherModelIsNotTakenForTheMissingOne()
    {
        putModel(m_root / "tiny", 1);
        const ModelEntry entry = addModel(*m_project, m_root / "tiny");
        putModel(m_root / "other", 2);
        QVERIFY_THROWS_EXCEPTION(Error, locateModel(*m_project, entry, m_root / "other"));
        QCOMPARE(m_project->models().size(), 1U);
        putModel(m_root / "tiny", 2);
        QCOMPARE(libraryModels(*m_project).front().presence, ModelPresence::Changed);
    }

    void removedModelLeavesItsFiles()
    {
        putModel(m_root / "tiny", 1);
        const ModelEntry entry = addModel(*m_project, m_root / "tiny");
        m_project->removeModel(entry.hash);
        QVERIFY(m_project->models().empty());
        QVERIFY(fs::exists(m_root / "tiny" / "config.json"));
    }

    void modelsOfRunsAreTakenUp()
    {
        putModel(m_root / "tiny", 1);
        Recipe recipe;
        recipe.modelNameOrPath = m_root / "tiny";
        recipe.dataset = { "cards" };
        for (const char* name : { "first", "second" }) {
            recipe.runName = name;
            const RunFolder run = m_project->createRun(recipe);
            RunInfo info = run.readInfo();
            info.modelHash = readModelEntry(m_root / "tiny").hash;
            run.writeInfo(info);
        }
        addModelsOfRuns(*m_project);
        QCOMPARE(m_project->models().size(), 1U);
        QCOMPARE(m_project->models().front().name, std::string("tiny"));
        m_project->removeModel(m_project->models().front().hash);
        putModel(m_root / "tiny", 2);
        addModelsOfRuns(*m_project);
        QVERIFY(m_project->models().empty());
    }

    void folderThatIsNoModelIsRefused()
    {
        fs::create_directories(m_root / "empty");
        QVERIFY_THROWS_EXCEPTION(Error, addModel(*m_project, m_root / "empty"));
        QVERIFY(m_project->models().empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    std::optional<Project> m_project;
};

QTEST_GUILESS_MAIN(ModelLibraryTest)
#include "model_library_test.moc"
