// SPDX-License-Identifier: Apache-2.0
// Sets of a project: import, split, mix, rename, bin; and what a kill or a person leaves in the data folder.
#include "core/common/data/dataset_editor.h"
#include "core/common/project/project_datasets.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <set>

using namespace temper;

class ProjectDatasetsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_projects = 0;

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    Project project() { return Project::create(folder() / std::to_string(m_projects++)); }

    std::filesystem::path file(const std::string& word, int rows) const
    {
        const auto path = folder() / (word + ".jsonl");
        std::ofstream out(path);
        for (int i = 0; i < rows; ++i)
            out << "{\"instruction\":\"" << word << " " << i << "\",\"output\":\"a\"}\n";
        return path;
    }

    static std::vector<std::string> names(const Project& project)
    {
        std::vector<std::string> names;
        for (const DatasetEntry& entry : project.datasets())
            names.push_back(entry.name + " " + std::to_string(entry.rows));
        return names;
    }

    static std::vector<std::string> questions(const Project& project, const std::string& name)
    {
        std::vector<std::string> questions;
        Dataset(*findDataset(project.folder(), name)).forEach([&](std::uint64_t, DataRow&& row) {
            questions.push_back(row.messages.front().content);
        });
        return questions;
    }

    using Names = std::vector<std::string>;

private slots:
    void aSetIsNamedFreelyAndItsFileSafely()
    {
        Project p = project();
        importDataset(p, "我的 数据: a/b?", { file("x", 3) }, {});
        const DatasetEntry entry = *p.dataset("我的 数据: a/b?");
        QCOMPARE(entry.file, std::string("data/我的-数据-a-b.sqlite"));
        QCOMPARE(Dataset(p.folder() / entry.file).name(), entry.name);
        QVERIFY_EXCEPTION_THROWN(importDataset(p, entry.name, { file("x", 3) }, {}), Error);
        QVERIFY_EXCEPTION_THROWN(importDataset(p, " ", { file("x", 3) }, {}), Error);
        QCOMPARE(freeDatasetName(p, entry.name), entry.name + "-2");
    }

    void aSplitMakesTwoSetsOfTheRowsInUse()
    {
        Project p = project();
        importDataset(p, "all", { file("q", 100) }, {});
        const std::uint64_t aside[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
        DatasetEditor(*findDataset(p.folder(), "all")).setAside(aside);
        const SplitCounts counts = splitDataset(p, "all", { 9, 7 }, { "train", "held out" });
        QCOMPARE(counts.train, 81u);
        QCOMPARE(counts.validation, 9u);
        Names both = questions(p, "train");
        const Names validation = questions(p, "held out");
        both.insert(both.end(), validation.begin(), validation.end());
        QCOMPARE(std::set<std::string>(both.begin(), both.end()).size(), 90u);
        QCOMPARE(names(p), (Names { "all 100", "held out 9", "train 81" }));
        const Dataset set(*findDataset(p.folder(), "held out"));
        QCOMPARE(set.origin(),
            std::string("{\"split_of\":\"all\",\"val_size\":9.0,\"seed\":7,\"part\":\"validation\"}"));
        QVERIFY(set.files().at(0).path.ends_with("q.jsonl"));
        QCOMPARE(set.files().at(0).rows, 9u);
        const DataRow row = set.row(0);
        QCOMPARE(row.messages[0].content, "q " + std::to_string(row.source.line - 1));
        QVERIFY_EXCEPTION_THROWN(splitDataset(p, "all", {}, { "train", "other" }), Error);
        QVERIFY_EXCEPTION_THROWN(splitDataset(p, "all", {}, { "same", "same" }), Error);
        QCOMPARE(p.datasets().size(), 3u);
    }

    void aMixTakesRowsByWeightAndKnowsTheirFiles()
    {
        Project p = project();
        importDataset(p, "a", { file("a", 30) }, {});
        importDataset(p, "b", { file("b", 30) }, {});
        const std::vector<MixedDataset> parts = { { "a", 2, {} }, { "b", 1, {} } };
        const auto rows = mixDatasets(p, parts, { MixStrategy::InterleaveUnder, 3 }, "ab");
        const Names mixed = questions(p, "ab");
        QCOMPARE(mixed.size(), rows);
        const auto ofA = std::count_if(mixed.begin(), mixed.end(), [](const auto& q) { return q[0] == 'a'; });
        QCOMPARE(ofA, 30);
        const Dataset set(*findDataset(p.folder(), "ab"));
        QCOMPARE(set.files().size(), 2u);
        QCOMPARE(set.files()[0].rows, 30u);
        for (const DataRow& row : set.rows(0, rows))
            QCOMPARE(row.source.file, row.messages[0].content[0] == 'a' ? 0u : 1u);
        QVERIFY_EXCEPTION_THROWN(mixDatasets(p, { { "none", 1, {} } }, {}, "x"), Error);
    }

    void aStoppedSplitLeavesNothing()
    {
        Project p = project();
        importDataset(p, "all", { file("q", 2000) }, {});
        std::stop_source stop;
        QVERIFY_EXCEPTION_THROWN(
            splitDataset(
                p, "all", {}, { "t", "v" }, [&](const Progress&) { stop.request_stop(); }, stop.get_token()),
            Error);
        QCOMPARE(names(p), (Names { "all 2000" }));
        QCOMPARE(adoptDatasets(p), 0u);
        for (const auto& entry : std::filesystem::directory_iterator(p.dataFolder()))
            QVERIFY(entry.path().filename().string().starts_with("all.sqlite"));
    }

    void renamingDoesNotDisturbAReader()
    {
        Project p = project();
        importDataset(p, "old", { file("q", 5) }, {});
        importDataset(p, "taken", { file("q", 5) }, {});
        const Dataset reader(*findDataset(p.folder(), "old"));
        QVERIFY_EXCEPTION_THROWN(renameDataset(p, "old", "taken"), Error);
        renameDataset(p, "old", "new");
        QCOMPARE(names(p), (Names { "new 5", "taken 5" }));
        QCOMPARE(reader.name(), std::string("new"));
        QCOMPARE(reader.row(4).messages[0].content, std::string("q 4"));
        importDataset(p, "old", { file("z", 2) }, {});
        QCOMPARE(questions(p, "old").front(), std::string("z 0"));
        QCOMPARE(questions(p, "new").front(), std::string("q 0"));
    }

    void aDeletedSetComesBackUntilItIsPurged()
    {
        Project p = project();
        importDataset(p, "set", { file("q", 5) }, {});
        deleteDataset(p, "set");
        QVERIFY(p.datasets().empty());
        QCOMPARE(adoptDatasets(p), 0u);
        importDataset(p, "set", { file("z", 2) }, {});
        const auto deleted = deletedDatasets(p);
        QCOMPARE(deleted.size(), 1u);
        QCOMPARE(deleted[0].name, std::string("set"));
        QCOMPARE(restoreDataset(p, deleted[0].path), std::string("set-2"));
        QCOMPARE(names(p), (Names { "set 2", "set-2 5" }));
        QVERIFY(deletedDatasets(p).empty());
        QVERIFY_EXCEPTION_THROWN(purgeDataset(p, deleted[0].path), Error);
        deleteDataset(p, "set-2");
        purgeDataset(p, deleted[0].path);
        QVERIFY(!std::filesystem::exists(deleted[0].path));
        QVERIFY_EXCEPTION_THROWN(deleteDataset(p, "set-2"), Error);
    }

    void storesThatTheIndexDoesNotKnowAreEntered()
    {
        Project p = project();
        importFiles({ file("q", 5) }, p.dataFolder() / "left.sqlite", {});
        file("q", 1);
        std::ofstream(p.dataFolder() / "no-store.sqlite") << "hello";
        QCOMPARE(adoptDatasets(p), 1u);
        QCOMPARE(adoptDatasets(p), 0u);
        QCOMPARE(names(p), (Names { "left 5" }));
        const std::uint64_t aside[] = { 1 };
        DatasetEditor(p.dataFolder() / "left.sqlite").setAside(aside);
        adoptDatasets(p);
        QCOMPARE(names(p), (Names { "left 4" }));
    }

    void missingAndDamagedSetsAreShownWithTheReason()
    {
        Project p = project();
        importDataset(p, "gone", { file("q", 5) }, {});
        importDataset(p, "bad", { file("q", 5) }, {});
        importDataset(p, "good", { file("q", 5) }, {});
        std::filesystem::remove(p.dataFolder() / "gone.sqlite");
        std::ofstream(p.dataFolder() / "bad.sqlite") << "SQLite format 3, not really";
        const auto cards = datasetCards(p);
        QCOMPARE(cards.size(), 3u);
        QVERIFY(cards[0].fault.ends_with("is damaged or no data set. Import the original files again."));
        QVERIFY(cards[2].fault.empty());
        QCOMPARE(cards[2].counts.inUse(), 5u);
        QVERIFY(cards[2].bytes > 0);
        QVERIFY(cards[1].fault.ends_with("does not exist. Check the path."));
        deleteDataset(p, "gone");
        deleteDataset(p, "bad");
        QCOMPARE(names(p), (Names { "good 5" }));
        QCOMPARE(adoptDatasets(p), 0u);
    }

    void anEmptySetIsFilledByHand()
    {
        Project p = project();
        createEmptyDataset(p, "mine");
        QCOMPARE(names(p), (Names { "mine 0" }));
        DataRow row;
        row.kind = RowKind::Text;
        row.text = "first";
        const auto path = *findDataset(p.folder(), "mine");
        QVERIFY(Dataset(path).isIndexed());
        QCOMPARE(DatasetEditor(path).add(row), 0u);
        QCOMPARE(Dataset(path).search("first").total, 1u);
        QVERIFY(Dataset(path).isIndexed());
    }
};

QTEST_GUILESS_MAIN(ProjectDatasetsTest)
#include "project_datasets_test.moc"
