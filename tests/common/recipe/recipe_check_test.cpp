// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/recipe/recipe_check.h"

#include <QTest>

using namespace temper;

namespace {

ReadRecipe read(const QByteArray& yaml)
{
    return readRecipeText(yaml.toStdString(), "recipe.yaml", "/");
}

} // namespace

class RecipeCheckTest : public QObject {
    Q_OBJECT

private slots:
    void eachContradictionHasItsSentence_data();
    void eachContradictionHasItsSentence();
    void eachKeyWithoutEffectHasItsHint_data();
    void eachKeyWithoutEffectHasItsHint();
    void aSoundRecipeHasNeither();
    void thePlaceOfTheKeyIsTold();
};

void RecipeCheckTest::eachContradictionHasItsSentence_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* yaml, const char* sentence) {
        QTest::newRow(yaml) << QByteArray(yaml) << QString::fromUtf8(sentence);
    };
    row("model_name_or_path: null", "model_name_or_path is missing.");
    row("model_name_or_path: no/such", "model_name_or_path: there is no folder or file \"no/such\".");
    row("dataset: null", "dataset is missing.");
    row("dataset: no/such.jsonl", "dataset: there is no file \"no/such.jsonl\".");
    row("eval_dataset: gone.csv", "eval_dataset: there is no file \"gone.csv\".");
    row("adapter_name_or_path: no/adapter", "adapter_name_or_path: there is no folder \"no/adapter\".");
    row("adapter_name_or_path: /\nfinetuning_type: full",
        "adapter_name_or_path goes only with finetuning_type: lora.");
    row("lora_target: []", "lora_target is empty, so that nothing would be trained.");
    row("finetuning_type: freeze\nfreeze_trainable_layers: 0", "freeze_trainable_layers: 0 trains nothing.");
    row("train_on_prompt: true\nmask_history: true",
        "mask_history and train_on_prompt contradict each other.");
    row("mix_strategy: interleave_under\ninterleave_probs: [1, 2]",
        "interleave_probs has 2 weights for 1 data sets.");
    row("mix_strategy: interleave_over\ninterleave_probs: [0]",
        "interleave_probs: all weights are 0, so that no row would be drawn.");
    row("val_size: 1.5", "val_size: 1.5 is neither a part below 1 nor a whole number of rows.");
    row("val_size: 0.1\neval_dataset: other", "val_size and eval_dataset are both given.");
    row("early_stopping_patience: 3", "early_stopping_patience needs evaluations, and there are none.");
    row("load_best_model_at_end: true", "load_best_model_at_end needs evaluations, and there are none.");
    row("val_size: 0.1\neval_strategy: no\nload_best_model_at_end: true",
        "load_best_model_at_end needs evaluations, and there are none.");
}

void RecipeCheckTest::eachContradictionHasItsSentence()
{
    QFETCH(QByteArray, yaml);
    QByteArray whole = yaml;
    if (!yaml.contains("model_name"))
        whole += "\nmodel_name_or_path: /";
    if (!yaml.startsWith("dataset") && !yaml.contains("\ndataset"))
        whole += "\ndataset: set";
    const auto problems = recipeProblems(read(whole).recipe);
    QCOMPARE(problems.size(), std::size_t(1));
    QTEST(QString::fromStdString(problems.front().sentence), "sentence");
}

void RecipeCheckTest::eachKeyWithoutEffectHasItsHint_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* yaml, const char* hint) {
        QTest::newRow(yaml) << QByteArray(yaml) << QString(hint);
    };
    row("lora_rank: 4\nfinetuning_type: full", "lora_rank has no effect with finetuning_type: full.");
    row("mask_history: true\nstage: pt", "mask_history has no effect with stage: pt.");
    row("eval_steps: 5", "eval_steps has no effect without val_size or eval_dataset.");
    row("eval_steps: 5\nval_size: 1\neval_strategy: epoch",
        "eval_steps has no effect with eval_strategy: epoch.");
    row("save_steps: 5\nsave_strategy: epoch", "save_steps has no effect with save_strategy: epoch.");
    row("interleave_probs: [1]", "interleave_probs has no effect with mix_strategy: concat.");
    row("lr_min_ratio: 0.1", "lr_min_ratio has no effect without lr_scheduler_type: cosine_with_min_lr.");
    row("warmup_ratio: 0.1\nwarmup_steps: 5", "warmup_ratio has no effect because warmup_steps is given.");
    row("num_train_epochs: 2\nmax_steps: 5", "num_train_epochs has no effect because max_steps is given.");
    row("adam_beta1: 0.8\noptim: sgd", "adam_beta1 has no effect with optim: sgd.");
    row("probe_steps: 5", "probe_steps has no effect without probe_prompts.");
    row("warmup_steps: 5\nlr_scheduler_type: constant",
        "warmup_steps has no effect with lr_scheduler_type: constant; constant_with_warmup has a warm-up.");
}

void RecipeCheckTest::eachKeyWithoutEffectHasItsHint()
{
    QFETCH(QByteArray, yaml);
    const auto hints = recipeHints(read(yaml));
    QCOMPARE(hints.size(), std::size_t(1));
    QTEST(QString::fromStdString(hints.front()).section(": ", 1), "hint");
}

void RecipeCheckTest::aSoundRecipeHasNeither()
{
    const ReadRecipe sound = read(
        "model_name_or_path: /\ndataset: [a, b]\nval_size: 0.1\neval_steps: 5\nload_best_model_at_end: true\n"
        "mix_strategy: interleave_under\ninterleave_probs: [0.3, 0.7]\nwarmup_ratio: 0.1");
    QVERIFY(recipeProblems(sound.recipe).empty());
    QVERIFY(recipeHints(sound).empty());
    checkRecipe(sound);
}

void RecipeCheckTest::thePlaceOfTheKeyIsTold()
{
    const auto subjectOf = [](const QByteArray& yaml) -> QString {
        try {
            checkRecipe(read(yaml));
        } catch (const Error& error) {
            return QString::fromStdString(error.subject());
        }
        return "no complaint";
    };
    QCOMPARE(subjectOf("dataset: set\nmodel_name_or_path: no/such"), "recipe.yaml:2");
    QCOMPARE(subjectOf("dataset: set"), "recipe.yaml");
}

QTEST_GUILESS_MAIN(RecipeCheckTest)
#include "recipe_check_test.moc"
