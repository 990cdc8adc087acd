// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/next_step.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;
namespace fs = std::filesystem;

class NextStepTest : public QObject {
    Q_OBJECT

private slots:
    void emptyProjectBeginsWithData()
    {
        QTemporaryDir folder;
        const Project project = Project::create(fs::path(folder.path().toStdString()) / "p");
        QCOMPARE(readProgress(project), ProjectProgress {});
        QCOMPARE(nextStep(readProgress(project)), ProjectStep::AddData);
    }

    void setsAndModelsCloseTheirSteps()
    {
        QTemporaryDir folder;
        Project project = Project::create(fs::path(folder.path().toStdString()) / "p");
        project.putDataset({ "cards", "data/cards.sqlite", 3, 0 });
        QCOMPARE(nextStep(readProgress(project)), ProjectStep::ChooseModel);
        project.putModel({ "abc", "tiny", "llama", 4, { "/m" } });
        QCOMPARE(nextStep(readProgress(project)), ProjectStep::Train);
    }

    void resultsAreFoundInTheirFolders()
    {
        QTemporaryDir folder;
        const Project project = Project::create(fs::path(folder.path().toStdString()) / "p");
        fs::create_directories(project.folder() / "compare");
        QVERIFY(!readProgress(project).hasComparison);
        std::ofstream(project.folder() / "compare" / "one.jsonl") << "{}";
        std::ofstream(project.exportsFolder() / "adapter.safetensors") << "x";
        QVERIFY(readProgress(project).hasComparison);
        QVERIFY(readProgress(project).hasExport);
    }

    void finishedTrainingLeadsToComparing()
    {
        ProjectProgress progress { .hasData = true, .hasModel = true, .isTraining = true };
        QCOMPARE(nextStep(progress), ProjectStep::Train);
        progress.hasResult = true;
        QCOMPARE(nextStep(progress), ProjectStep::Compare);
    }

    void laterResultsCloseEarlierSteps()
    {
        QCOMPARE(nextStep({ .hasData = true, .hasExport = true }), std::optional<ProjectStep>());
        QCOMPARE(nextStep({ .hasComparison = true }), ProjectStep::Export);
    }
};

QTEST_GUILESS_MAIN(NextStepTest)
#include "next_step_test.moc"
