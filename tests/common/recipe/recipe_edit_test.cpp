// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_edit.h"

#include <QTest>

using namespace temper;

namespace {

const std::string kRecipe = "# my recipe\n"
                            "learning_rate: 2.0e-4   # found by trial\n"
                            "\n"
                            "# the data\n"
                            "dataset:\n"
                            "  - a.jsonl\n"
                            "  - b.jsonl\n"
                            "report_to: none\n";

YamlEntry entry(const std::string& key, const std::string& text)
{
    return { key, { .kind = RawValue::Kind::Scalar, .text = text, .items = {}, .entries = {} }, 0 };
}

std::vector<YamlEntry> entries()
{
    return readYamlMapping(kRecipe, "recipe");
}

QString edited(const std::vector<YamlEntry>& wanted)
{
    return QString::fromStdString(editedRecipeText(kRecipe, wanted).value_or("none"));
}

} // namespace

class RecipeEditTest : public QObject {
    Q_OBJECT

private slots:
    void unchangedRecipeStaysByteForByte() { QCOMPARE(edited(entries()), QString::fromStdString(kRecipe)); }

    void changedValueKeepsItsCommentInItsColumn()
    {
        std::vector<YamlEntry> wanted = entries();
        wanted[0] = entry("learning_rate", "1e-4");
        const QString text = edited(wanted);
        QVERIFY2(text.contains("learning_rate: 1e-4     # found by trial\n"), qPrintable(text));
        QVERIFY(text.contains("# the data\ndataset:\n  - a.jsonl\n  - b.jsonl\nreport_to: none\n"));
    }

    void removedEntryLeavesTheOthers()
    {
        std::vector<YamlEntry> wanted = entries();
        wanted.erase(wanted.begin() + 1);
        QCOMPARE(edited(wanted),
            QString(
                "# my recipe\nlearning_rate: 2.0e-4   # found by trial\n\n# the data\nreport_to: none\n"));
    }

    void newEntryStandsAtTheEndUnderItsSentence()
    {
        std::vector<YamlEntry> wanted = entries();
        wanted.push_back(entry("seed", "7"));
        QVERIFY(edited(wanted).endsWith("same seed gives the same run.\nseed: 7\n"));
    }

    void listOfNumbersIsOneLineAndTextIsQuotedWhereItLooksLikeANumber()
    {
        YamlEntry rates { "learning_rate",
            { .kind = RawValue::Kind::List, .text = {}, .items = { "1e-4", "2e-4" }, .entries = {} }, 0 };
        QCOMPARE(recipeEntryText(rates), std::string("learning_rate: [1e-4, 2e-4]\n"));
        QCOMPARE(recipeEntryText(entry("run_name", "7")), std::string("run_name: \"7\"\n"));
        QCOMPARE(recipeEntryText(entry("packing", "true")), std::string("packing: true\n"));
    }

    void aliasIsReplacedByItsKey()
    {
        const std::string yaml = "modules_to_save: [lm_head]\n";
        const auto text = editedRecipeText(yaml, { entry("additional_target", "embed_tokens") });
        QCOMPARE(text.value_or("none"), std::string("additional_target: embed_tokens\n"));
    }

    void recipeOnOneLineCannotBeEditedByLines()
    {
        QVERIFY(!editedRecipeText("{seed: 1, packing: true}", { entry("seed", "2") }));
    }
};

QTEST_GUILESS_MAIN(RecipeEditTest)
#include "recipe_edit_test.moc"
