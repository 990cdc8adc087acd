// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/project/project.h"
#include "core/common/project/run_bin.h"
#include "core/common/project/run_notes.h"
#include "core/common/recipe/recipe.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace temper;

class RunBinTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project.emplace(Project::create(m_folder->path().toStdString() + "/project"));
        Recipe recipe;
        recipe.dataset = { "identity" };
        m_id = m_project->createRun(recipe).id();
    }

    void deletedRunIsGoneFromListAndQueueAndLiesInTheBin()
    {
        m_project->enqueue(m_id);
        moveToBin(m_project->folder(), m_id);
        QVERIFY(m_project->runs().empty());
        QVERIFY(m_project->queue().empty());
        const std::vector<BinnedRun> bin = binnedRuns(m_project->folder());
        QCOMPARE(bin.size(), std::size_t { 1 });
        QCOMPARE(bin.front().name, std::string("identity-lora"));
        QVERIFY(bin.front().deleted > 1.7e9);
        QVERIFY(bin.front().bytes > 0);
    }

    void restoredRunIsAsItWas()
    {
        writeRunNotes(m_project->run(m_id), { "Mine", "kept", true });
        moveToBin(m_project->folder(), m_id);
        QCOMPARE(binnedRuns(m_project->folder()).front().name, std::string("Mine"));
        QCOMPARE(restoreFromBin(m_project->folder(), binnedRuns(m_project->folder()).front().run.id()), m_id);
        QCOMPARE(m_project->runs().size(), std::size_t { 1 });
        QVERIFY(readRunNotes(m_project->run(m_id)) == (RunNotes { "Mine", "kept", true }));
        QVERIFY(binnedRuns(m_project->folder()).empty());
    }

    void restoredRunGivesWayToANewOneOfItsName()
    {
        moveToBin(m_project->folder(), m_id);
        Recipe recipe;
        recipe.dataset = { "identity" };
        QCOMPARE(m_project->createRun(recipe).id(), m_id);
        QCOMPARE(restoreFromBin(m_project->folder(), binnedRuns(m_project->folder()).front().run.id()),
            m_id + "-2");
        QCOMPARE(m_project->runs().size(), std::size_t { 2 });
    }

    void livingRunIsNotDeleted()
    {
        const FileLock lock = claimRun(m_project->run(m_id));
        QVERIFY_EXCEPTION_THROWN(moveToBin(m_project->folder(), m_id), Error);
        QCOMPARE(m_project->runs().size(), std::size_t { 1 });
    }

    void emptiedBinIsEmpty()
    {
        moveToBin(m_project->folder(), m_id);
        emptyBin(m_project->folder());
        QVERIFY(binnedRuns(m_project->folder()).empty());
        QVERIFY_EXCEPTION_THROWN(moveToBin(m_project->folder(), m_id), Error);
    }

    void damagedNotesAreNone()
    {
        std::ofstream(runNotesFile(m_project->run(m_id))) << "{\"name\": 3";
        QVERIFY(readRunNotes(m_project->run(m_id)) == RunNotes {});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
    std::string m_id;
};

QTEST_GUILESS_MAIN(RunBinTest)
#include "run_bin_test.moc"
