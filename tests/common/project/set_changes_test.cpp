// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"
#include "core/common/data/dataset_editor.h"
#include "core/common/data/import.h"
#include "core/common/project/frozen_data.h"
#include "core/common/project/project.h"
#include "core/common/project/set_changes.h"
#include "core/common/recipe/recipe.h"

#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <fstream>

using namespace temper;

class SetChangesTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::filesystem::path place = m_folder->path().toStdString();
        std::ofstream file(place / "rows.jsonl");
        for (int i = 0; i < 6; ++i)
            file << "{\"prompt\": \"question " << i << "\", \"completion\": \"answer " << i << "\"}\n";
        file.close();
        m_project.emplace(Project::create(place / "project"));
        importFiles({ place / "rows.jsonl" }, store(), {});
        Recipe recipe;
        recipe.dataset = { "rows" };
        m_run.emplace(m_project->createRun(recipe));
        freeze();
    }

    void untouchedSetHasNotChanged() { QCOMPARE(changed(), std::optional<std::uint64_t>(0)); }

    void editedAddedAndSetAsideRowsCount()
    {
        DatasetEditor editor(store());
        DataRow row = Dataset(store()).row(2);
        row.completion = "another answer";
        editor.edit(2, row);
        QCOMPARE(changed(), std::optional<std::uint64_t>(1));
        row.completion = "a further one";
        editor.add(row);
        QCOMPARE(changed(), std::optional<std::uint64_t>(2));
        editor.undo();
        editor.undo();
        QCOMPARE(changed(), std::optional<std::uint64_t>(0));
        editor.setAside(std::array<std::uint64_t, 2> { 0, 5 });
        QCOMPARE(changed(), std::optional<std::uint64_t>(2));
    }

    void runOnAFileKnowsNothing()
    {
        std::filesystem::remove(store());
        QVERIFY(!changed());
        std::filesystem::remove_all(m_run->dataFolder());
        QVERIFY(!changed());
    }

private:
    std::filesystem::path store() const { return m_project->dataFolder() / "rows.sqlite"; }
    std::optional<std::uint64_t> changed() const { return rowsChangedSince(m_project->folder(), *m_run); }

    void freeze() const
    {
        FrozenData frozen;
        frozen.sets.push_back({ "rows", 6 });
        const std::vector<ContentHash> hashes = Dataset(store()).hashes(0, 6);
        for (std::uint64_t row = 0; row < hashes.size(); ++row)
            frozen.rows.push_back({ 0, row, hashes[row], RowSplit::Train });
        writeFrozenData(m_run->dataFolder() / "revision.jsonl", frozen);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Project> m_project;
    std::optional<RunFolder> m_run;
};

QTEST_GUILESS_MAIN(SetChangesTest)
#include "set_changes_test.moc"
