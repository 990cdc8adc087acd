// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"
#include "core/common/recipe/recipe_keys.h"
#include "core/common/recipe/recipe_reader.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace temper;

namespace {

// The sentence a person would see, with the exit code in front: "1 | recipe.yaml:2: …".
QString complaint(const QByteArray& yaml, const std::vector<std::string>& settings = {})
{
    try {
        readRecipeText(yaml.toStdString(), "recipe.yaml", "/", settings);
    } catch (const Error& error) {
        return QString::number(error.kind() == ErrorKind::Usage ? 2 : 1) + " | "
            + QString::fromUtf8(error.what());
    }
    return "no complaint";
}

Recipe read(const std::string& yaml, const std::vector<std::string>& settings = {})
{
    return readRecipeText(yaml, "recipe.yaml", "/", settings).recipe;
}

struct Mistake {
    const char* yaml;
    const char* sentence;
};

constexpr Mistake kMistakes[] = {
    { "lora_rnk: 8", "1 | recipe.yaml:1: lora_rnk is not a key of a recipe; did you mean lora_rank?" },
    { "\n\nlearning_rat: 1e-4",
        "1 | recipe.yaml:3: learning_rat is not a key of a recipe; did you mean learning_rate?" },
    { "wibble: 1",
        "1 | recipe.yaml:1: wibble is not a key of a recipe. The keys are listed by: temper-engine train "
        "--keys" },
    { "base_model: x",
        "1 | recipe.yaml:1: base_model is not a key of a recipe; did you mean model_name_or_path?" },
    { "learning_rate: 3", "1 | recipe.yaml:1: learning_rate: 3 is above 1; did you mean 3e-4?" },
    { "learning_rate: -1e-4", "1 | recipe.yaml:1: learning_rate: -1e-4 is below 0." },
    { "learning_rate: fast",
        "1 | recipe.yaml:1: learning_rate: \"fast\" is not a number; the default is 5e-5." },
    { "learning_rate: .nan",
        "1 | recipe.yaml:1: learning_rate: \".nan\" is not a number; the default is 5e-5." },
    { "lora_dropout: 5", "1 | recipe.yaml:1: lora_dropout: 5 is above 0.95; did you mean 0.05?" },
    { "lora_rank: 8.5", "1 | recipe.yaml:1: lora_rank: 8.5 is not a whole number; did you mean 9?" },
    { "lora_rank: 0", "1 | recipe.yaml:1: lora_rank: 0 is below 1." },
    { "lora_rank: eight",
        "1 | recipe.yaml:1: lora_rank: \"eight\" is not a whole number; the default is 8." },
    { "lora_rank: [8, 16]",
        "1 | recipe.yaml:1: lora_rank: a list stands where one value (whole number) is expected." },
    { "lora_rank: {a: 1}",
        "1 | recipe.yaml:1: lora_rank: a mapping stands where a value (whole number) is expected." },
    { "num_train_epochs: 0", "1 | recipe.yaml:1: num_train_epochs: 0 is not above 0." },
    { "cutoff_len: 1", "1 | recipe.yaml:1: cutoff_len: 1 is below 2." },
    { "packing: maybe", "1 | recipe.yaml:1: packing: \"maybe\" is not true or false; the default is false." },
    { "stage: dpo", "1 | recipe.yaml:1: stage: dpo is not available in this version; choose sft or pt." },
    { "stage: sfft", "1 | recipe.yaml:1: stage: \"sfft\" is not sft or pt; did you mean sft?" },
    { "finetuning_type: adalora",
        "1 | recipe.yaml:1: finetuning_type: adalora is not available in this version; choose lora, full or "
        "freeze." },
    { "optim: adamw", "1 | recipe.yaml:1: optim: \"adamw\" is not adamw_torch or sgd." },
    { "interleave_probs: [0.5, much]", "1 | recipe.yaml:1: interleave_probs: \"much\" is not a number." },
    { "interleave_probs: 0.5, -1", "1 | recipe.yaml:1: interleave_probs: -1 is below 0." },
    { "columns: question", "1 | recipe.yaml:1: columns: \"question\" is not of the form name=column." },
    { "loraplus_lr_ratio: 16",
        "1 | recipe.yaml:1: loraplus_lr_ratio is not available in this version. Remove the line." },
    { "quantization_bit: 4",
        "1 | recipe.yaml:1: quantization_bit is not available in this version. Remove the line." },
    { "fp16: true",
        "1 | recipe.yaml:1: fp16 is not available in this version. Remove the line and use bf16." },
    { "seed: 1\nseed: 2",
        "1 | recipe.yaml:2: seed was already given at recipe.yaml:1. Remove one of the two lines." },
    { "lr_scheduler_kwargs: {num_cycles: 2}",
        "1 | recipe.yaml:1: lr_scheduler_kwargs: num_cycles is not available in this version. Use "
        "min_lr_rate or min_lr." },
    { "lr_scheduler_kwargs: {min_lr: 1}",
        "1 | recipe.yaml:1: lr_scheduler_kwargs: min_lr: 1 is above learning_rate 5e-5." },
    { "- a\n- b", "1 | recipe.yaml:1: a recipe is a list of \"key: value\" lines." },
    { "just text", "1 | recipe.yaml:1: a recipe is a list of \"key: value\" lines." },
    { "seed: 1\n---\nseed: 2",
        "1 | recipe.yaml:2: a recipe is one YAML document; a second one begins here." },
    { "}", "1 | recipe.yaml:1: this is not YAML: illegal flow end." },
    { ", a", "1 | recipe.yaml:1: this is not YAML: a value cannot begin here." },
    { "seed: 1\n, a: 2", "1 | recipe.yaml:2: this is not YAML: end of map not found." },
    { "lora_target: [[a], b]",
        "1 | recipe.yaml:1: this nests deeper than a recipe does. Give a value, a list of values or a flat "
        "mapping." },
    { "dataset: [a, b", "1 | recipe.yaml:1: this is not YAML: end of sequence flow not found." },
    { "seed: 1\n\tpacking: true",
        "1 | recipe.yaml:2: this is not YAML: illegal tab when looking for indentation." },
};

} // namespace

class RecipeReaderTest : public QObject {
    Q_OBJECT

private slots:
    void eachMistakeHasItsSentence_data();
    void eachMistakeHasItsSentence();
    void settingsAreWrongUsage_data();
    void settingsAreWrongUsage();
    void numbersAreReadAsPeopleWriteThem();
    void listsAreSequencesOrCommaText();
    void aPromptKeepsItsCommas();
    void columnsAreAMappingOrText();
    void switchesHaveManyWords();
    void nullRestoresTheDefault();
    void anEmptyTextIsADefaultRecipe();
    void aFileOfLlamaFactoryIsRead();
    void minimumRateIsReadInBothForms();
    void laterKeysAreFineWhereTheyAreOff();
    void settingsWinOverTheFile();
    void pathsAreLookedForBesideTheRecipe();
    void aFileMayHaveACommaInItsName();
    void dataIsLookedForInItsFolderFirst();
    void aMissingFileSaysWhere();
};

void RecipeReaderTest::eachMistakeHasItsSentence_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("sentence");
    for (const Mistake& mistake : kMistakes)
        QTest::newRow(mistake.yaml) << QByteArray(mistake.yaml) << QString::fromUtf8(mistake.sentence);
}

void RecipeReaderTest::eachMistakeHasItsSentence()
{
    QFETCH(QByteArray, yaml);
    QTEST(complaint(yaml), "sentence");
}

void RecipeReaderTest::settingsAreWrongUsage_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no value") << "packing"
                              << "2 | --set: \"packing\" is not of the form key=value.";
    QTest::newRow("unknown") << "lora_rnk=4"
                             << "2 | --set: lora_rnk is not a key of a recipe; did you mean lora_rank?";
    QTest::newRow("range") << "learning_rate=3"
                           << "2 | --set: learning_rate: 3 is above 1; did you mean 3e-4?";
    QTest::newRow("broken list") << "lora_target=[a"
                                 << "2 | --set: this is not YAML: end of sequence flow not found.";
}

void RecipeReaderTest::settingsAreWrongUsage()
{
    QFETCH(QString, setting);
    QTEST(complaint({}, { setting.toStdString() }), "sentence");
}

void RecipeReaderTest::numbersAreReadAsPeopleWriteThem()
{
    QCOMPARE(read("learning_rate: 1e-4").learningRate, 1e-4);
    QCOMPARE(read("learning_rate: 2.0E-4").learningRate, 2e-4);
    QCOMPARE(read("learning_rate: .5").learningRate, 0.5);
    QCOMPARE(read("learning_rate: '1e-4'").learningRate, 1e-4);
    QCOMPARE(read("max_samples: 1_000").maxSamples, 1000);
    QCOMPARE(read("max_samples: 1e3").maxSamples, 1000);
    QCOMPARE(read("max_steps: -1").maxSteps, -1);
    QCOMPARE(read("lora_alpha: +16").loraAlpha.value_or(0), 16.0);
}

void RecipeReaderTest::listsAreSequencesOrCommaText()
{
    const std::vector<std::string> expected { "q_proj", "v_proj" };
    QCOMPARE(read("lora_target: [q_proj, v_proj]").loraTarget, expected);
    QCOMPARE(read("lora_target:\n  - q_proj\n  - v_proj").loraTarget, expected);
    QCOMPARE(read("lora_target: q_proj,v_proj").loraTarget, expected);
    QCOMPARE(read("", { "lora_target=q_proj, v_proj" }).loraTarget, expected);
    QCOMPARE(read("", { "lora_target=[q_proj, v_proj]" }).loraTarget, expected);
    QVERIFY(read("lora_target: []").loraTarget.empty());
}

void RecipeReaderTest::aPromptKeepsItsCommas()
{
    const std::vector<std::string> expected { "Hello, who are you? #1: you" };
    QCOMPARE(read("probe_prompts: \"Hello, who are you? #1: you\"").probePrompts, expected);
    QCOMPARE(read("", { "probe_prompts=Hello, who are you? #1: you" }).probePrompts, expected);
}

void RecipeReaderTest::columnsAreAMappingOrText()
{
    const std::map<std::string, std::string> expected { { "answer", "solution" }, { "prompt", "question" } };
    QVERIFY(read("columns: {prompt: question, answer: solution}").columns == expected);
    QVERIFY(read("columns: prompt=question, answer=solution").columns == expected);
    QVERIFY(read("columns: [prompt=question, answer = solution]").columns == expected);
}

void RecipeReaderTest::switchesHaveManyWords()
{
    for (const char* word : { "true", "True", "yes", "on", "1" })
        QVERIFY2(read(std::string("packing: ") + word).packing, word);
    QVERIFY(!read("packing: off").packing);
    QVERIFY(read("bf16: true").bf16 == AutoSwitch::On);
    QVERIFY(read("bf16: yes").bf16 == AutoSwitch::On);
    QVERIFY(read("bf16: auto").bf16 == AutoSwitch::Auto);
    QVERIFY(read("eval_strategy: no").evalStrategy == Interval::Never);
}

void RecipeReaderTest::nullRestoresTheDefault()
{
    QVERIFY(read("lora_rank: null\nlora_alpha: ~\ntemplate:\nlora_target: null") == Recipe {});
    QVERIFY(read("lora_rank: 16", { "lora_rank=" }) == Recipe {});
}

void RecipeReaderTest::anEmptyTextIsADefaultRecipe()
{
    QVERIFY(read("") == Recipe {});
    QVERIFY(read("# only a comment\n") == Recipe {});
}

void RecipeReaderTest::aFileOfLlamaFactoryIsRead()
{
    const std::filesystem::path file = TEMPER_SOURCE_DIR "/tests/reference/recipe/llamafactory_lora_sft.yaml";
    const ReadRecipe got = readRecipeFile(file, { "dataset=identity" });
    QCOMPARE(got.recipe.loraRank, 8);
    QCOMPARE(effectiveLoraAlpha(got.recipe), 16.0);
    QCOMPARE(got.recipe.learningRate, 1e-4);
    QCOMPARE(got.recipe.gradientAccumulationSteps, 8);
    QVERIFY(got.recipe.lrSchedulerType == ScheduleType::Cosine);
    QVERIFY(got.recipe.bf16 == AutoSwitch::On);
    QStringList warned;
    for (const std::string& warning : got.warnings)
        warned << QString::fromStdString(warning).section(": ", 1);
    QVERIFY(warned.contains("plot_loss has no effect here."));
    QVERIFY(warned.contains("resume_from_checkpoint has no effect here; use --resume."));
    QCOMPARE(warned.size(), 12);
    QCOMPARE(got.places.at("dataset"), std::string("--set"));
}

void RecipeReaderTest::minimumRateIsReadInBothForms()
{
    QCOMPARE(read("lr_scheduler_kwargs: {min_lr_rate: 0.1}").lrMinRatio, 0.1);
    QCOMPARE(read("lr_scheduler_kwargs: {min_lr: 1e-5}\nlearning_rate: 1e-4").lrMinRatio, 1e-5 / 1e-4);
}

void RecipeReaderTest::laterKeysAreFineWhereTheyAreOff()
{
    for (const char* line : { "quantization_bit: null", "use_dora: false", "fp16: no", "deepspeed: ~",
             "loraplus_lr_ratio: 0", "new_special_tokens: []", "report_to: none" })
        QVERIFY2(read(line) == Recipe {}, line);
}

void RecipeReaderTest::settingsWinOverTheFile()
{
    const ReadRecipe got = readRecipeText("lora_rank: 4\nseed: 1", "recipe.yaml", "/", { "lora_rank=16" });
    QCOMPARE(got.recipe.loraRank, 16);
    QCOMPARE(got.places.at("lora_rank"), std::string("--set"));
    QCOMPARE(got.places.at("seed"), std::string("recipe.yaml:2"));
}

void RecipeReaderTest::pathsAreLookedForBesideTheRecipe()
{
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    std::ofstream(place / "rows.jsonl") << "{}\n";
    std::filesystem::create_directory(place / "model");
    std::ofstream(place / "recipe.yaml") << "model_name_or_path: model\ndataset: [rows.jsonl, some-set]\n";
    const Recipe recipe = readRecipeFile(place / "recipe.yaml").recipe;
    QCOMPARE(recipe.modelNameOrPath, place / "model");
    QCOMPARE(recipe.dataset.at(0), (place / "rows.jsonl").string());
    QCOMPARE(recipe.dataset.at(1), std::string("some-set"));
}

void RecipeReaderTest::aFileMayHaveACommaInItsName()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath("a, b.jsonl").toStdString();
    std::ofstream(file) << "{}\n";
    QVERIFY(read("dataset: \"" + file + "\"").dataset == std::vector<std::string>({ file }));
}

void RecipeReaderTest::dataIsLookedForInItsFolderFirst()
{
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    std::filesystem::create_directory(place / "sets");
    std::ofstream(place / "rows.jsonl") << "{}\n";
    std::ofstream(place / "sets" / "rows.jsonl") << "{}\n";
    std::ofstream(place / "recipe.yaml") << "dataset_dir: sets\ndataset: rows.jsonl\n";
    QCOMPARE(
        readRecipeFile(place / "recipe.yaml").recipe.dataset.at(0), (place / "sets" / "rows.jsonl").string());
}

void RecipeReaderTest::aMissingFileSaysWhere()
{
    try {
        readRecipeFile("/no/such/recipe.yaml");
        QFAIL("no complaint");
    } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::Environment || error.kind() == ErrorKind::Input);
        QVERIFY(QString::fromUtf8(error.what()).contains("/no/such/recipe.yaml"));
    }
}

QTEST_GUILESS_MAIN(RecipeReaderTest)
#include "recipe_reader_test.moc"
