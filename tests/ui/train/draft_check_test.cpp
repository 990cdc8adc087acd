// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/draft_check.h"
#include "ui/train/problem_words.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace temper;

namespace {

const RecipeKey& key(const char* name)
{
    return *findRecipeKey(name);
}

QString problemOf(const DraftCheck& check, const char* name)
{
    for (const RecipeProblem& problem : check.problems) {
        if (problem.key == name)
            return ProblemWords::sentence(problem.key, problem.sentence);
    }
    return {};
}

RecipeDraft usable()
{
    RecipeDraft draft;
    draft.texts["model_name_or_path"] = TEMPER_SOURCE_DIR "/tests/reference/engine/tiny-llama";
    draft.texts["dataset"] = TEMPER_SOURCE_DIR "/tests/reference/engine/rows.jsonl";
    return draft;
}

} // namespace

class DraftCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyDraftTellsWhatIsMissing()
    {
        const DraftCheck check = checkDraft({}, {});
        QVERIFY(!check.isReady());
        QCOMPARE(problemOf(check, "model_name_or_path"), QStringLiteral("No model is chosen."));
        QVERIFY(!problemOf(check, "dataset").isEmpty());
    }

    void usableDraftIsReady()
    {
        const DraftCheck check = checkDraft(usable(), {});
        QVERIFY2(check.isReady(), check.problems.empty() ? "" : check.problems.front().sentence.c_str());
        QCOMPARE(check.runs, std::size_t { 1 });
    }

    void numberOutOfRangeIsTold()
    {
        const DraftCheck check = checkDraft(withText(usable(), key("learning_rate"), "3"), {});
        QCOMPARE(problemOf(check, "learning_rate"), QStringLiteral("3 is above 1; did you mean 3e-4?"));
    }

    void wrongValueInAListIsTold()
    {
        const DraftCheck check = checkDraft(withText(usable(), key("lora_rank"), "8, 16, x"), {});
        QVERIFY(problemOf(check, "lora_rank").contains(QStringLiteral("\"x\" is not a whole number")));
    }

    void setThatTheProjectDoesNotHaveIsTold()
    {
        ProjectChoices choices { "/project", { { "identity", "data/identity.sqlite", 91, 0 } }, {} };
        QVERIFY(!problemOf(checkDraft(withText(usable(), key("dataset"), "nobody"), choices), "dataset")
                     .isEmpty());
        QVERIFY(checkDraft(withText(usable(), key("dataset"), "identity"), choices).isReady());
    }

    void entryOfAnotherProgramIsExplained()
    {
        RecipeDraft draft = readDraft("lr: 3e-4\nreport_to: none\nlerning_rate: 1\nfp16: true\n", "r", {});
        const DraftCheck check = checkDraft(draft, {});
        QCOMPARE(check.others.size(), std::size_t { 4 });
        QVERIFY(check.others[0].isProblem);
        QCOMPARE(check.others[0].meant, std::string("learning_rate"));
        QVERIFY(!check.others[1].isProblem);
        QCOMPARE(check.others[1].sentence, std::string("report_to has no effect here."));
        QCOMPARE(check.others[2].meant, std::string("learning_rate"));
        QVERIFY(check.others[3].isProblem);
    }

    void keyWithoutEffectIsHinted()
    {
        const DraftCheck check = checkDraft(withText(usable(), key("eval_steps"), "10"), {});
        QCOMPARE(check.hints.size(), std::size_t { 1 });
        QCOMPARE(check.hints.front().key, std::string("eval_steps"));
        QVERIFY(check.isReady());
    }

    void listsMakeEveryCombinationNamedByWhatDiffers()
    {
        RecipeDraft draft = withText(usable(), key("learning_rate"), "1e-4, 2e-4");
        draft = withText(std::move(draft), key("lora_rank"), "8, 16, 32");
        QCOMPARE(checkDraft(draft, {}).runs, std::size_t { 6 });
        const std::vector<RecipeVariant> variants = draftVariants(draft);
        QCOMPARE(variants.size(), std::size_t { 6 });
        QCOMPARE(variants.front().recipe.loraRank, std::int64_t { 8 });
        QCOMPARE(variants.back().recipe.learningRate, 2e-4);
        QCOMPARE(variants.back().recipe.runName, std::string("rows-lora lora_rank 32, learning_rate 2e-4"));
        std::vector<std::string> names;
        for (const RecipeVariant& variant : variants)
            names.push_back(variant.recipe.runName);
        std::ranges::sort(names);
        QVERIFY(std::ranges::adjacent_find(names) == names.end());
    }

    void tooManyRunsAreRefusedBeforeTheyAreMade()
    {
        std::string seeds;
        for (int i = 0; i < 65; ++i)
            seeds += (i > 0 ? ", " : "") + std::to_string(i);
        const DraftCheck check = checkDraft(withText(usable(), key("seed"), seeds), {});
        QCOMPARE(check.runs, std::size_t { 65 });
        QVERIFY(problemOf(check, "seed").contains(QStringLiteral("65 runs")));
    }

    void oneRunKeepsItsName() { QVERIFY(draftVariants(usable()).front().recipe.runName.empty()); }
};

QTEST_GUILESS_MAIN(DraftCheckTest)
#include "draft_check_test.moc"
