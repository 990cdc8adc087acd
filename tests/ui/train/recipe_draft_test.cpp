// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/base/error.h"
#include "core/common/recipe/recipe_reader.h"
#include "ui/shell/theme/theme.h"
#include "ui/train/draft_history.h"
#include "ui/train/kept_draft.h"
#include "ui/train/presets.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace temper;

namespace {

const std::string kLlamaFactory = "### model\n"
                                  "model_name_or_path: meta-llama/Meta-Llama-3-8B-Instruct\n"
                                  "trust_remote_code: true\n"
                                  "\n"
                                  "### method\n"
                                  "stage: sft\n"
                                  "do_train: true\n"
                                  "finetuning_type: lora\n"
                                  "lora_rank: 8   # small\n"
                                  "lora_target: all\n"
                                  "\n"
                                  "### dataset\n"
                                  "dataset: identity,alpaca_en_demo\n"
                                  "cutoff_len: 2048\n"
                                  "lr: 3e-4\n"
                                  "learning_rate: 1.0e-4\n"
                                  "warmup_ratio: 7\n";

const RecipeKey& key(const char* name)
{
    return *findRecipeKey(name);
}

RecipeDraft llamaFactory()
{
    return readDraft(kLlamaFactory, "llama3.yaml", {});
}

} // namespace

class RecipeDraftTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        loadResources();
    }

    void openedFileKeepsEveryEntry()
    {
        const RecipeDraft draft = llamaFactory();
        QCOMPARE(draft.texts.at("learning_rate"), std::string("1.0e-4"));
        QCOMPARE(draft.texts.at("dataset"), std::string("identity\nalpaca_en_demo"));
        QCOMPARE(draft.texts.at("warmup_ratio"), std::string("7"));
        QCOMPARE(draft.others.size(), std::size_t { 3 }); // trust_remote_code, do_train, lr
    }

    void savedFileDiffersOnlyWhereItWasChanged()
    {
        const RecipeDraft draft = withText(llamaFactory(), key("lora_rank"), "16");
        std::string expected = kLlamaFactory;
        expected.replace(expected.find("lora_rank: 8   #"), 16, "lora_rank: 16  #");
        QCOMPARE(QString::fromStdString(draftYaml(draft, false)), QString::fromStdString(expected));
    }

    void everyKeySurvivesWritingAndReading()
    {
        for (const RecipeKey& each : recipeKeys()) {
            std::string text = "7";
            if (keyType(each) == KeyType::Choice)
                text = each.choices.back().text;
            else if (keyType(each) == KeyType::Switch)
                text = "true";
            else if (keyType(each) == KeyType::Mapping)
                text = "prompt=question, answer=solution";
            else if (keyType(each) == KeyType::TextList)
                text = each.listKind == ListKind::Names ? "q_proj, v_proj" : "one, two\nthree";
            const RecipeDraft written = withText({}, each, text);
            const RecipeDraft read = readDraft(draftYaml(written, false), "recipe", {});
            QCOMPARE(QString::fromStdString(draftText(read, each)), QString::fromStdString(text));
        }
    }

    void freshRecipeIsReadByTheEngineAsItWasWritten()
    {
        RecipeDraft draft = withText({}, key("learning_rate"), "3e-4");
        draft = withText(std::move(draft), key("probe_prompts"), "Why, oh why?\nName it.");
        const Recipe recipe = readRecipeText(draftYaml(draft, true), "recipe", {}).recipe;
        QCOMPARE(recipe.learningRate, 3e-4);
        QCOMPARE(recipe.probePrompts.size(), std::size_t { 2 });
        QCOMPARE(recipe.probePrompts.front(), std::string("Why, oh why?"));
    }

    void listForOneValueIsSeveralRunsInTheFile()
    {
        const RecipeDraft draft = withText({}, key("learning_rate"), "1e-4, 2e-4");
        QVERIFY(draftYaml(draft, false).find("learning_rate: [1e-4, 2e-4]\n") != std::string::npos);
        const RecipeDraft read = readDraft("learning_rate: [1e-4, 2e-4]\n", "recipe", {});
        QCOMPARE(
            valuesOf(key("learning_rate"), draftText(read, key("learning_rate"))).size(), std::size_t { 2 });
    }

    void textThatIsNoMappingIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, readDraft("- a\n- b\n", "list.yaml", {}));
    }

    void schedulesOptionsBecomeOurKey()
    {
        const RecipeDraft draft
            = readDraft("lr_scheduler_kwargs: {min_lr_rate: 0.1}\nlearning_rate: 1e-4\n", "recipe", {});
        QCOMPARE(draft.texts.at("lr_min_ratio"), std::string("0.1"));
        QVERIFY(draft.others.empty());
    }

    void typingInOneFieldIsOneStepBack()
    {
        DraftHistory history;
        for (const char* text : { "1", "16", "160" })
            history.push(withText(history.current(), key("lora_rank"), text), "lora_rank");
        history.push(withText(history.current(), key("seed"), "7"), "seed");
        history.undo();
        QCOMPARE(draftText(history.current(), key("lora_rank")), std::string("160"));
        QCOMPARE(draftText(history.current(), key("seed")), std::string("42"));
        history.undo();
        QCOMPARE(draftText(history.current(), key("lora_rank")), std::string("8"));
        QVERIFY(!history.canUndo());
        history.redo();
        QCOMPARE(draftText(history.current(), key("lora_rank")), std::string("160"));
    }

    void presetBringsSettingsAndLeavesTheWork()
    {
        RecipeDraft draft = withText({}, key("dataset"), "identity");
        draft = withText(std::move(draft), key("weight_decay"), "0.3");
        const RecipeDraft full = withPreset(draft, shippedPreset("full"));
        QCOMPARE(draftText(full, key("finetuning_type")), std::string("full"));
        QCOMPARE(draftText(full, key("dataset")), std::string("identity"));
        QCOMPARE(draftText(full, key("weight_decay")), std::string("0.01"));
        QVERIFY(!full.texts.contains("model_name_or_path"));
    }

    void everyMethodHasAShippedPreset()
    {
        for (const KeyChoice& choice : key("finetuning_type").choices)
            QCOMPARE(shippedPreset(choice.text).texts.at("finetuning_type"), std::string(choice.text));
    }

    void ownPresetIsFoundAgainAndRemoved()
    {
        for (const Preset& left : ownPresets())
            removePreset(left);
        savePreset(QStringLiteral("质量 first"), withText({}, key("lora_rank"), "64"));
        const QList<Preset> presets = ownPresets();
        QCOMPARE(presets.size(), 1);
        QCOMPARE(presets.first().name, QStringLiteral("质量 first"));
        QCOMPARE(draftText(readPreset(presets.first()), key("lora_rank")), std::string("64"));
        removePreset(presets.first());
        QVERIFY(ownPresets().isEmpty());
        QVERIFY_THROWS_EXCEPTION(Error, savePreset(QStringLiteral("../escape"), {}));
    }

    void keptDraftComesBackWithItsReasons()
    {
        const QTemporaryDir folder;
        const std::filesystem::path project = folder.path().toStdString();
        QVERIFY(!keptDraft(project));
        RecipeDraft draft = llamaFactory();
        draft.reasons["num_train_epochs"] = "the set has 91 rows";
        keepDraft(project, draft);
        const auto kept = keptDraft(project);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->texts, draft.texts);
        QCOMPARE(kept->reasons, draft.reasons);
        QCOMPARE(kept->others.size(), draft.others.size());
    }
};

QTEST_MAIN(RecipeDraftTest)
#include "recipe_draft_test.moc"
