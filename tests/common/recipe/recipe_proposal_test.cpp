// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/safetensors.h"
#include "core/common/recipe/recipe_check.h"
#include "core/common/recipe/recipe_proposal.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

namespace {

DataShape shape(std::uint64_t rows, std::uint64_t median, std::uint64_t nearlyAll, std::uint64_t longest)
{
    return { .rows = rows,
        .medianTokens = median,
        .longTokens = nearlyAll,
        .longestTokens = longest,
        .measuredRows = std::min<std::uint64_t>(rows, 2000) };
}

const ModelShape kSmall { 134'515'008, 8192 };

// "val_size=34 num_train_epochs=5 …"
QString valuesOf(const RecipeProposal& proposal)
{
    QStringList values;
    for (const ProposedSetting& setting : proposal.settings)
        values << QString::fromStdString(setting.key + "=" + setting.value);
    return values.join(" ");
}

const ProposedSetting& setting(const RecipeProposal& proposal, const std::string& key)
{
    return *std::ranges::find(proposal.settings, key, &ProposedSetting::key);
}

} // namespace

class RecipeProposalTest : public QObject {
    Q_OBJECT

private slots:
    void fewHundredShortRows()
    {
        QCOMPARE(valuesOf(proposeRecipe(shape(337, 86, 109, 131), kSmall)),
            "val_size=34 num_train_epochs=5 per_device_train_batch_size=8 cutoff_len=192 lora_rank=16 "
            "learning_rate=5e-4");
    }

    void manyRowsForALargeModel()
    {
        QCOMPARE(valuesOf(proposeRecipe(shape(52'000, 110, 600, 4000), { 7'000'000'000, 32768 })),
            "val_size=200 num_train_epochs=1 per_device_train_batch_size=8 cutoff_len=640 lora_rank=32 "
            "learning_rate=2e-4");
        QCOMPARE(proposeRecipe(shape(52'000, 110, 600, 4000), kSmall).recipe.gradientAccumulationSteps, 4);
    }

    void handfulOfRowsIsRepeatedAndHoldsNoneOut()
    {
        const RecipeProposal proposal = proposeRecipe(shape(12, 40, 60, 60), kSmall);
        QCOMPARE(valuesOf(proposal),
            "val_size=0 num_train_epochs=8 per_device_train_batch_size=4 cutoff_len=128 lora_rank=8 "
            "learning_rate=5e-4");
        QCOMPARE(proposal.trainRows, 12U);
        QCOMPARE(proposal.steps, 24U);
        QVERIFY(!proposal.recipe.loadBestModelAtEnd);
    }

    void cutoffStaysWithinTheModelsContext()
    {
        QCOMPARE(proposeRecipe(shape(300, 900, 1500, 1600), { 100'000'000, 1024 }).recipe.cutoffLen, 1024);
    }

    void eachSettingHasOneSentenceInBothLanguages()
    {
        for (const std::uint64_t rows : { 5U, 100U, 3000U, 100'000U }) {
            for (const ProposedSetting& setting :
                proposeRecipe(shape(rows, 90, 700, 5000), kSmall).settings) {
                QVERIFY2(setting.english.ends_with('.'), setting.english.c_str());
                QVERIFY2(setting.chinese.ends_with("。"), setting.chinese.c_str());
                QVERIFY2(!setting.value.empty(), setting.key.c_str());
            }
        }
    }

    void reasonsNameTheNumbersTheyComeFrom()
    {
        const RecipeProposal proposal = proposeRecipe(shape(3370, 86, 109, 131), kSmall);
        QCOMPARE(setting(proposal, "cutoff_len").english,
            std::string(
                "Holds every row whole: the longest has 131 tokens, half of the rows have at most 86."));
        QVERIFY(setting(proposal, "learning_rate").english.find("135 M parameters") != std::string::npos);
        QVERIFY(setting(proposal, "val_size").english.starts_with("200 of 3,370 rows"));
    }

    void proposedRecipeHasNoProblems()
    {
        for (const std::uint64_t rows : { 1U, 39U, 41U, 700U, 1'000'000U }) {
            Recipe recipe = proposeRecipe(shape(rows, 90, 700, 5000), kSmall).recipe;
            recipe.modelNameOrPath = QCoreApplication::applicationDirPath().toStdString();
            recipe.dataset = { "set" };
            for (const RecipeProblem& problem : recipeProblems(recipe))
                QVERIFY2(problem.key == "model_name_or_path" || problem.key == "dataset",
                    problem.sentence.c_str());
        }
    }

    void modelsSizeIsReadFromItsFiles()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        std::ofstream(path / "config.json") << R"({"max_position_embeddings": 512})";
        const std::vector<float> values(12);
        writeSafetensors(path / "model.safetensors",
            std::vector { TensorView {
                "x", DataType::F32, { 3, 4 }, reinterpret_cast<const std::byte*>(values.data()), 48 } });
        QCOMPARE(readModelShape(path).parameters, 12U);
        QCOMPARE(readModelShape(path).contextLength, 512);
    }

    void rowsAreMeasuredWithoutAModel()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("rows.jsonl").toStdString();
        std::ofstream out(file);
        for (int i = 0; i < 100; ++i)
            out << "{\"prompt\": \"" << std::string(i < 99 ? 40 : 4000, 'x')
                << "\", \"completion\": \"你好\"}\n";
        out << "{\"odd\": 1}\n";
        out.close();
        const DataShape data = measureData(file, {});
        QCOMPARE(data.rows, 100U);
        QCOMPARE(data.problems, 1U);
        QVERIFY(data.isEstimated);
        QVERIFY(data.medianTokens >= 12 && data.medianTokens <= 13);
        QCOMPARE(data.longTokens, data.medianTokens);
        QVERIFY(data.longestTokens >= 1000);
    }

    void charactersOfHanCountAsTokens()
    {
        QCOMPARE(estimatedTokens("abcdefgh"), 2U);
        QCOMPARE(estimatedTokens("学习率"), 3U);
    }
};

QTEST_GUILESS_MAIN(RecipeProposalTest)
#include "recipe_proposal_test.moc"
