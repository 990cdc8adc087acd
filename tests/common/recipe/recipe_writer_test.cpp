// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/recipe_writer.h"

#include <QTest>

using namespace temper;

namespace {

QString written(const Recipe& recipe, const RecipeTextOptions& options = {})
{
    return QString::fromStdString(recipeText(recipe, options));
}

Recipe readBack(const QString& text, const std::string& folder = "/")
{
    return readRecipeText(text.toStdString(), "recipe.yaml", folder).recipe;
}

Recipe unusualRecipe()
{
    Recipe recipe;
    recipe.modelNameOrPath = "/models/a: b # c";
    recipe.templateName = "true";
    recipe.finetuningType = FinetuningType::Freeze;
    recipe.loraAlpha = 0.1 + 0.2;
    recipe.loraTarget = {};
    recipe.additionalTarget = { "embed_tokens", "null", "1e5", "- x", "" };
    recipe.dataset = { "/data/文件 1.jsonl", "set, with comma", "~" };
    recipe.columns = { { "prompt", "the: question" }, { "answer", "[x]" } };
    recipe.interleaveProbs = { 1e-7, 0.3, 100000 };
    recipe.learningRate = 3e-5;
    recipe.bf16 = AutoSwitch::Auto;
    recipe.seed = 4294967295;
    recipe.probePrompts = { "two\nlines\tand \"quotes\" \\n", "", " blanks ",
        "U+2028 \u2028 U+0085 \u0085 nul-like \x01", "你好：#1" };
    return recipe;
}

} // namespace

class RecipeWriterTest : public QObject {
    Q_OBJECT

private slots:
    void aWrittenRecipeReadsBackEqual();
    void everyKeySurvivesTheRoundTrip();
    void theFileExplainsItself();
    void pathsOfTheProjectAreRelative();
    void numbersAreNumbersForEveryYamlReader();
    void theHelpNamesEveryKey();
};

void RecipeWriterTest::aWrittenRecipeReadsBackEqual()
{
    for (const Recipe& recipe : { Recipe {}, unusualRecipe() }) {
        for (const Language language : { Language::English, Language::Chinese }) {
            QVERIFY(readBack(written(recipe, { .language = language })) == recipe);
            QVERIFY(readBack(written(recipe, { .language = language, .keys = WrittenKeys::All })) == recipe);
        }
    }
}

void RecipeWriterTest::everyKeySurvivesTheRoundTrip()
{
    for (const RecipeKey& key : recipeKeys()) {
        Recipe recipe;
        std::visit(
            [&](const auto& field) {
                using Field = std::decay_t<decltype(field)>;
                if constexpr (std::is_same_v<Field, ChoiceField>)
                    field.write(recipe, static_cast<int>(key.choices.size()) - 1);
                else if constexpr (std::is_same_v<Field, bool Recipe::*>)
                    recipe.*field = !(recipe.*field);
                else if constexpr (std::is_same_v<Field, std::int64_t Recipe::*>)
                    recipe.*field = static_cast<std::int64_t>(*key.maximum);
                else if constexpr (
                    std::is_same_v<Field,
                        double Recipe::*> || std::is_same_v<Field, std::optional<double> Recipe::*>)
                    recipe.*field = *key.maximum;
                else if constexpr (std::is_same_v<Field, std::map<std::string, std::string> Recipe::*>)
                    recipe.*field = { { "a", "b" } };
                else if constexpr (std::is_same_v<Field, std::vector<double> Recipe::*>)
                    recipe.*field = { 0.25, 1.0 };
                else if constexpr (std::is_same_v<Field, std::vector<std::string> Recipe::*>)
                    recipe.*field = { "one", "two" };
                else
                    recipe.*field = "/some/text";
            },
            key.field);
        QVERIFY2(readBack(written(recipe)) == recipe, std::string(key.name).c_str());
        QVERIFY2(!keyHasDefault(key, recipe), std::string(key.name).c_str());
    }
}

void RecipeWriterTest::theFileExplainsItself()
{
    Recipe recipe;
    recipe.modelNameOrPath = "/models/tiny";
    recipe.dataset = { "identity" };
    recipe.learningRate = 1e-4;
    recipe.lrSchedulerType = ScheduleType::Constant;
    const QString text = written(recipe);
    QVERIFY(text.startsWith("### model\n"
                            "# The model to start from: a Hugging Face folder or a .gguf file.\n"
                            "model_name_or_path: /models/tiny\n"));
    QVERIFY(text.contains("# (") == false);
    QVERIFY(text.contains("(default 5e-5)\nlearning_rate: 1.0e-4\n"));
    QVERIFY(text.contains(
        "constant_with_warmup, cosine_with_min_lr; default cosine)\nlr_scheduler_type: constant\n"));
    QVERIFY(text.contains("\ndataset:\n  - identity\n"));
    QVERIFY(!text.contains("adam_beta1"));
    QVERIFY(written(recipe, { .language = Language::Chinese }).startsWith("### 模型\n# 作为起点的模型"));
}

void RecipeWriterTest::pathsOfTheProjectAreRelative()
{
    Recipe recipe;
    recipe.dataset = { "/projects/one/data/rows.jsonl", "/elsewhere/rows.jsonl" };
    recipe.modelNameOrPath = "/models/tiny";
    const QString text = written(recipe, { .folder = "/projects/one/runs/first", .root = "/projects/one" });
    QVERIFY(text.contains("  - ../../data/rows.jsonl\n  - /elsewhere/rows.jsonl\n"));
    QVERIFY(text.contains("model_name_or_path: /models/tiny\n"));
}

void RecipeWriterTest::numbersAreNumbersForEveryYamlReader()
{
    Recipe recipe;
    recipe.learningRate = 5e-6;
    recipe.adamEpsilon = 1.5e-9;
    const QString text = written(recipe);
    QVERIFY(text.contains("learning_rate: 5.0e-6\n")); // "5e-6" is a text to YAML 1.1
    QVERIFY(text.contains("adam_epsilon: 1.5e-9\n"));
}

void RecipeWriterTest::theHelpNamesEveryKey()
{
    const QString help = QString::fromStdString(recipeHelpText());
    for (const RecipeKey& key : recipeKeys())
        QVERIFY2(
            help.contains("\n  " + QString::fromUtf8(key.name.data(), qsizetype(key.name.size())) + " ("),
            std::string(key.name).c_str());
    QVERIFY(
        help.contains("  lora_rank (whole number, 1 to 4096, default 8)\n      Width of the added matrices"));
}

QTEST_GUILESS_MAIN(RecipeWriterTest)
#include "recipe_writer_test.moc"
