// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"
#include "core/common/file/safetensors.h"
#include "core/common/project/example_project.h"
#include "core/common/project/model_library.h"
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_check.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = TEMPER_SOURCE_DIR;

ExampleProject shipped(const std::string& name)
{
    return readExample(kSource / "resources" / "projects" / name);
}

} // namespace

class ExampleProjectTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
    }

    void shippedExamplesAreComplete()
    {
        const std::vector<ExampleProject> examples = readExamples(kSource / "resources" / "projects");
        QVERIFY(examples.size() >= 2);
        for (const ExampleProject& example : examples) {
            QVERIFY2(
                !example.teaches.english.empty() && !example.title.chinese.empty(), example.name.c_str());
            QVERIFY2(fs::exists(example.recipe), example.recipe.c_str());
            QVERIFY(!example.model.empty());
            for (const ExampleSet& set : example.datasets)
                QVERIFY2(fs::exists(kSource / set.file), set.file.c_str());
        }
    }

    void madeProjectHoldsDataModelAndARecipeThatIsReady()
    {
        const float value = 1;
        const fs::path model = m_root / "tiny";
        fs::create_directories(model);
        std::ofstream(model / "config.json") << R"({"model_type": "llama"})";
        writeSafetensors(model / "model.safetensors",
            std::vector {
                TensorView { "x", DataType::F32, { 1 }, reinterpret_cast<const std::byte*>(&value), 4 } });

        make("cards", model);
        const Project project = Project::open(m_root / "mine");
        QCOMPARE(project.dataset("cards")->rows, 337U);
        QCOMPARE(Dataset(project.folder() / project.dataset("cards-eval")->file).rowCount(), 40U);
        QCOMPARE(libraryModels(project).front().presence, ModelPresence::Here);
        const ReadRecipe read = readRecipeFile(m_root / "mine" / "recipe.yaml");
        QCOMPARE(read.recipe.modelNameOrPath.string(), model.string());
        QCOMPARE(read.recipe.dataset, std::vector<std::string> { "cards" });
        QVERIFY(recipeProblems(read.recipe).empty());
    }

    void withoutAModelTheRecipeLacksOnlyThat()
    {
        make("everyday", {});
        const std::vector<RecipeProblem> problems
            = recipeProblems(readRecipeFile(m_root / "mine" / "recipe.yaml").recipe);
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().key, std::string("model_name_or_path"));
    }

    void stoppedExampleLeavesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, make("cards", {}, stop.get_token()));
        QVERIFY(!fs::exists(m_root / "mine"));
    }

    void foldersThatAreThereAreLeftAlone()
    {
        QVERIFY(freeProjectFolder(m_root, "My project") == m_root / "My project");
        fs::create_directories(m_root / "My project" / "kept");
        QVERIFY(freeProjectFolder(m_root, "My project") == m_root / "My project-2");
        NewProject project;
        project.folder = m_root / "My project";
        project.sets = { { "x", m_root / "nowhere.jsonl" } };
        QVERIFY_THROWS_EXCEPTION(Error, makeProject(project));
        QVERIFY(fs::exists(m_root / "My project" / "kept"));
    }

    void descriptionWithAnUnknownKeyIsRefusedWithItsLine()
    {
        std::ofstream(m_root / "project.yaml") << "minutes: 3\ncolour: red\n";
        try {
            readExample(m_root);
            QFAIL("it was taken");
        } catch (const Error& error) {
            QVERIFY2(
                std::string(error.what()).find("project.yaml:2: colour") != std::string::npos, error.what());
        }
    }

private:
    void make(const std::string& name, const fs::path& model, const std::stop_token& stop = {})
    {
        NewProject project = exampleProject(shipped(name), kSource);
        project.folder = m_root / "mine";
        project.model = model;
        makeProject(project, {}, stop);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

QTEST_GUILESS_MAIN(ExampleProjectTest)
#include "example_project_test.moc"
