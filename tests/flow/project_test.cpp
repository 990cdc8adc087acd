// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/model_library.h"
#include "core/common/project/project.h"
#include "core/common/project/project_datasets.h"
#include "tests/flow/engine_run.h"

#include <QTest>

using namespace temper;
using namespace temper::flow;

namespace {

const QString kExample = QStringLiteral(TEMPER_SOURCE_DIR "/resources/projects/cards");

} // namespace

class ProjectTest : public QObject {
    Q_OBJECT

private slots:
    void exampleBecomesAProjectThatIsReadyToTrain()
    {
        const Workplace place;
        for (const char* file : { "tokenizer.json", "tokenizer_config.json" })
            std::filesystem::copy(kReference / "byte-tokenizer" / file, place.path("model").toStdString());
        const Answer made = runEngine({ "project", "create", place.path("project"), "--example", kExample,
            "--model", place.path("model") });
        QVERIFY2(made.code == 0, qPrintable(made.error));
        const Project project = Project::open(place.path("project").toStdString());
        QCOMPARE(project.datasets().size(), 2u);
        QCOMPARE(libraryModels(project).size(), 1u);
        const Answer checked = runEngine({ "train", place.path("project/recipe.yaml"), "--run",
            place.path("project/runs/first"), "--dry-run" });
        QVERIFY2(checked.code == 0, qPrintable(checked.error));
        QVERIFY2(checked.out.contains("337"), qPrintable(checked.out));
    }

    void setsOfTheRecipesProjectAreFoundForARunThatLiesElsewhere()
    {
        const Workplace place;
        Project project = Project::create(place.path("project").toStdString());
        importDataset(project, "mine", { place.path("rows.jsonl").toStdString() }, {});
        writeFile(place.path("project/recipe.yaml"),
            "model_name_or_path: " + place.path("model").toUtf8()
                + "\ndataset: mine\nfinetuning_type: lora\nmax_steps: 1\n");
        const Answer trained
            = runEngine({ "train", place.path("project/recipe.yaml"), "--run", place.path("elsewhere") });
        QVERIFY2(trained.code == 0, qPrintable(trained.error));
        const Answer estimated = runEngine({ "estimate", place.path("project/recipe.yaml") });
        QVERIFY2(estimated.code == 0, qPrintable(estimated.error));
        const Answer alone = runEngine(
            { "estimate", place.recipe("recipe.yaml", "max_steps: 1\n"), "--set", "dataset=mine" });
        QCOMPARE(alone.code, 1);
        QVERIFY2(alone.error.contains("mine"), qPrintable(alone.error));
    }

    void folderThatIsNoExampleIsRefusedAndNothingIsLeft()
    {
        const Workplace place;
        const Answer refused
            = runEngine({ "project", "create", place.path("project"), "--example", place.path("model") });
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains("project.yaml"), qPrintable(refused.error));
        QVERIFY(!QFile::exists(place.path("project")));
    }
};

QTEST_GUILESS_MAIN(ProjectTest)
#include "project_test.moc"
