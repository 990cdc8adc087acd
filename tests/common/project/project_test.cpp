// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project.h"
#include "core/common/recipe/recipe_reader.h"
#include "tests/common/sentence_of.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

namespace {

QString orderOf(const Project& project)
{
    QStringList ids;
    for (const QueueEntry& entry : project.queue())
        ids << QString::fromStdString(entry.runId) + (entry.started ? "*" : "");
    return ids.join(' ');
}

} // namespace

class ProjectTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aCreatedProjectOpens();
    void aFolderIsNotMadeAProjectTwice();
    void aFolderWithoutIndexIsNoProject();
    void aLaterVersionIsRefused();
    void aForeignDatabaseIsRefused();
    void datasetsAreKeptByName();
    void modelsRememberTheirPlaces();
    void aRunIsWrittenReadyToTrain();
    void aMovedProjectFindsItsFiles();
    void theQueueKeepsItsOrder();
    void twoProgramsWriteOneIndex();
    void aReaderChangesNothing();
    void runsAreFoundByFolder();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_place;
};

void ProjectTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = fs::path(m_folder->path().toStdString()) / "my project";
}

void ProjectTest::aCreatedProjectOpens()
{
    QVERIFY(!Project::isProject(m_place));
    Project::create(m_place);
    QVERIFY(Project::isProject(m_place));
    QVERIFY(!fs::exists(m_place / "project.sqlite-wal")); // emptied on closing
    const Project project = Project::open(m_place);
    for (const fs::path& part : { project.dataFolder(), project.labelsFolder(), project.runsFolder(),
             project.exportsFolder(), project.cacheFolder() })
        QVERIFY2(fs::is_directory(part), part.c_str());
}

void ProjectTest::aFolderIsNotMadeAProjectTwice()
{
    Project::create(m_place);
    QCOMPARE(sentenceOf([&] { Project::create(m_place); }), "there is a project in this folder already.");
}

void ProjectTest::aFolderWithoutIndexIsNoProject()
{
    QCOMPARE(sentenceOf([&] { Project::open("/"); }), "this folder is not a Temper project.");
}

void ProjectTest::aLaterVersionIsRefused()
{
    Project::create(m_place);
    SQLite::Database((m_place / "project.sqlite").string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 99");
    const QString expected
        = "this project was written by a later version of Temper (schema 99, known are up to 1).";
    QCOMPARE(sentenceOf([&] { Project::open(m_place); }), expected);
    QCOMPARE(sentenceOf([&] { Project::open(m_place, ProjectAccess::ReadOnly); }), expected);
}

void ProjectTest::aForeignDatabaseIsRefused()
{
    fs::create_directories(m_place);
    SQLite::Database((m_place / "project.sqlite").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE x (y)");
    QCOMPARE(sentenceOf([&] { Project::open(m_place); }), "this is not the index of a Temper project.");
    std::ofstream(m_place / "project.sqlite") << "no database at all, but a text that is long enough to be "
                                                 "looked at as one of a hundred bytes and more";
    QVERIFY(sentenceOf([&] { Project::open(m_place); }).contains("file is not a database"));
}

void ProjectTest::datasetsAreKeptByName()
{
    Project project = Project::create(m_place);
    project.putDataset({ "文件", "data/文件.sqlite", 3, 1.0 });
    project.putDataset({ "a", "data/a.sqlite", 5, 2.0 });
    project.putDataset({ "a", "data/a.sqlite", 6, 9.0 });
    QCOMPARE(project.datasets().size(), std::size_t(2));
    QCOMPARE(project.dataset("a")->rows, std::uint64_t(6));
    QCOMPARE(project.dataset("a")->created, 2.0);
    project.removeDataset("a");
    QVERIFY(!project.dataset("a"));
    QCOMPARE(project.dataset("文件")->file, std::string("data/文件.sqlite"));
}

void ProjectTest::modelsRememberTheirPlaces()
{
    Project project = Project::create(m_place);
    project.putModel({ "hash", "tiny", "llama", 100, { "/old/place" } });
    project.putModel({ "hash", "tiny", "llama", 100, { "/new/place" } });
    project.putModel({ "other", "big", "qwen", 200, {} });
    const auto models = project.models();
    QCOMPARE(models.size(), std::size_t(2));
    QCOMPARE(models[0].name, std::string("big"));
    QVERIFY(models[1].places == std::vector<std::string>({ "/new/place", "/old/place" }));
}

void ProjectTest::aRunIsWrittenReadyToTrain()
{
    Project project = Project::create(m_place);
    Recipe recipe;
    recipe.modelNameOrPath = "/models/tiny";
    recipe.dataset = { "identity" };
    const RunFolder run = project.createRun(recipe);
    QCOMPARE(run.id(), std::string("identity-lora"));
    QVERIFY(readRecipeFile(run.recipeFile()).recipe == recipe);
    QVERIFY(run.state() == RunState::Queued);
    QCOMPARE(project.runs().size(), std::size_t(1));
    QCOMPARE(project.runs()[0].info.recipeHash, recipeHash(recipe));
}

void ProjectTest::aMovedProjectFindsItsFiles()
{
    RunFolder run("none");
    {
        Project project = Project::create(m_place);
        std::ofstream(project.dataFolder() / "rows.jsonl") << "{}\n";
        Recipe recipe;
        recipe.dataset = { (project.dataFolder() / "rows.jsonl").string() };
        run = project.createRun(recipe);
    }
    const fs::path moved = m_place.parent_path() / "moved";
    fs::rename(m_place, moved);
    const Recipe recipe = readRecipeFile(Project::open(moved).run(run.id()).recipeFile()).recipe;
    QCOMPARE(recipe.dataset.at(0), (moved / "data" / "rows.jsonl").string());
}

void ProjectTest::theQueueKeepsItsOrder()
{
    Project project = Project::create(m_place);
    for (const char* id : { "a", "b", "c", "b" })
        project.enqueue(id);
    QCOMPARE(orderOf(project), "a b c");
    project.moveInQueue("c", 0);
    QCOMPARE(orderOf(project), "c a b");
    project.moveInQueue("c", 99);
    QCOMPARE(orderOf(project), "a b c");
    project.moveInQueue("nobody", 0);
    project.markStarted("a", 123);
    QCOMPARE(orderOf(project), "a* b c");
    QCOMPARE(project.queue()[0].processId, 123);
    project.removeFromQueue("a");
    project.enqueue("d");
    QCOMPARE(orderOf(project), "b c d");
}

void ProjectTest::twoProgramsWriteOneIndex()
{
    Project first = Project::create(m_place);
    Project second = Project::open(m_place);
    for (int i = 0; i < 20; ++i)
        (i % 2 == 0 ? first : second).enqueue("run-" + std::to_string(i));
    QCOMPARE(first.queue().size(), std::size_t(20));
}

void ProjectTest::aReaderChangesNothing()
{
    Project::create(m_place).enqueue("a");
    Project reader = Project::open(m_place, ProjectAccess::ReadOnly);
    QCOMPARE(orderOf(reader), "a");
    QVERIFY(sentenceOf([&] { reader.enqueue("b"); }).contains("readonly"));
}

void ProjectTest::runsAreFoundByFolder()
{
    Project project = Project::create(m_place);
    const RunFolder run = project.createRun({});
    QCOMPARE(findRun(run.folder().string() + "/").folder(), run.folder());
    QCOMPARE(sentenceOf([] { findRun("no-such-run"); }), "there is no run of this name.");
}

QTEST_GUILESS_MAIN(ProjectTest)
#include "project_test.moc"
