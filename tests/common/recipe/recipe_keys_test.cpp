// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/other_keys.h"
#include "core/common/recipe/recipe_keys.h"
#include "core/common/recipe/recipe_value.h"

#include <QTest>
#include <set>

using namespace temper;

class RecipeKeysTest : public QObject {
    Q_OBJECT

private slots:
    void everyKeyIsDocumentedInBothLanguages();
    void namesAreUnique();
    void titlesAreUnique();
    void defaultsAreWithinTheirRanges();
    void groupsStandTogether();
    void otherProgramsKeysLeadToOurs();
    void hashIgnoresWhatDoesNotChangeTheNumbers();
    void numbersAreWrittenShortAndExact_data();
    void numbersAreWrittenShortAndExact();
    void nearestWordIsTheOneMeant_data();
    void nearestWordIsTheOneMeant();
};

void RecipeKeysTest::everyKeyIsDocumentedInBothLanguages()
{
    for (const RecipeKey& key : recipeKeys()) {
        const QString name = QString::fromUtf8(key.name.data(), qsizetype(key.name.size()));
        QVERIFY2(!key.title.english.empty() && !key.title.chinese.empty(), qPrintable(name));
        QVERIFY2(key.english.ends_with('.') && key.english.size() > 15, qPrintable(name));
        QVERIFY2(key.chinese.ends_with("。"), qPrintable(name));
        for (const KeyChoice& choice : key.choices)
            QVERIFY2(!choice.english.empty() && !choice.chinese.empty(), qPrintable(name));
        QCOMPARE(keyType(key) == KeyType::Choice, !key.choices.empty());
    }
}

void RecipeKeysTest::namesAreUnique()
{
    std::set<std::string_view> names { "lr_scheduler_kwargs" };
    for (const RecipeKey& key : recipeKeys()) {
        QVERIFY2(names.insert(key.name).second, std::string(key.name).c_str());
        QVERIFY2(findOtherKey(key.name) == nullptr, std::string(key.name).c_str());
        for (const std::string_view alias : key.aliases)
            QVERIFY2(
                names.insert(alias).second && findOtherKey(alias) == nullptr, std::string(alias).c_str());
    }
}

void RecipeKeysTest::titlesAreUnique()
{
    std::set<std::string_view> english;
    std::set<std::string_view> chinese;
    for (const RecipeKey& key : recipeKeys()) {
        QVERIFY2(english.insert(key.title.english).second, std::string(key.name).c_str());
        QVERIFY2(chinese.insert(key.title.chinese).second, std::string(key.name).c_str());
    }
}

void RecipeKeysTest::defaultsAreWithinTheirRanges()
{
    for (const RecipeKey& key : recipeKeys()) {
        const std::string standard = keyDefaultText(key);
        const KeyType type = keyType(key);
        if (type != KeyType::Number && type != KeyType::WholeNumber)
            continue;
        QVERIFY2(key.minimum && key.maximum, std::string(key.name).c_str());
        Recipe recipe;
        const RawValue value { .kind = standard.empty() ? RawValue::Kind::Null : RawValue::Kind::Scalar,
            .text = standard,
            .items = {},
            .entries = {} };
        QCOMPARE(setKeyValue(key, value, recipe), std::string());
        QVERIFY(recipe == Recipe {});
    }
}

void RecipeKeysTest::groupsStandTogether()
{
    int last = 0;
    for (const RecipeKey& key : recipeKeys()) {
        QVERIFY2(static_cast<int>(key.group) >= last, std::string(key.name).c_str());
        last = static_cast<int>(key.group);
    }
}

void RecipeKeysTest::otherProgramsKeysLeadToOurs()
{
    for (const char* name :
        { "base_model", "lora_r", "sequence_len", "max_seq_length", "micro_batch_size", "val_set_size" }) {
        const OtherKey* other = findOtherKey(name);
        QVERIFY2(other != nullptr && other->kind == OtherKeyKind::CalledOtherwise, name);
        QVERIFY2(findRecipeKey(other->ours) != nullptr, name);
    }
}

void RecipeKeysTest::hashIgnoresWhatDoesNotChangeTheNumbers()
{
    Recipe recipe;
    const std::string hash = recipeHash(recipe);
    QCOMPARE(hash.size(), std::size_t(32));
    recipe.outputDir = "/elsewhere";
    recipe.loggingSteps = 10;
    recipe.saveTotalLimit = 2;
    recipe.freezeTrainableLayers = 5; // no effect with lora
    QCOMPARE(recipeHash(recipe), hash);
    recipe.seed = 43;
    QVERIFY(recipeHash(recipe) != hash);
}

void RecipeKeysTest::numbersAreWrittenShortAndExact_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 100.0 << "100";
    QTest::newRow("small") << 5e-5 << "5e-5";
    QTest::newRow("negative") << -2.5e-4 << "-2.5e-4";
    QTest::newRow("plain") << 0.001 << "0.001";
    QTest::newRow("exact") << 0.1 + 0.2 << "0.30000000000000004";
    QTest::newRow("large") << 1e20 << "1e+20";
    QTest::newRow("zero") << 0.0 << "0";
}

void RecipeKeysTest::numbersAreWrittenShortAndExact()
{
    QFETCH(double, value);
    const std::string text = numberText(value);
    QTEST(QString::fromStdString(text), "text");
    QCOMPARE(parseNumber(text).value_or(-1), value);
}

void RecipeKeysTest::nearestWordIsTheOneMeant_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("meant");
    QTest::newRow("missing letter") << "lora_rnk"
                                    << "lora_rank";
    QTest::newRow("swapped") << "lora_rnak"
                             << "lora_rank";
    QTest::newRow("other separator") << "learning-rate"
                                     << "learning_rate";
    QTest::newRow("nothing near") << "zzzzzz"
                                  << "";
    QTest::newRow("empty") << ""
                           << "";
}

void RecipeKeysTest::nearestWordIsTheOneMeant()
{
    QFETCH(QString, word);
    const std::vector<std::string_view> words { "lora_rank", "lora_alpha", "learning_rate", "seed" };
    const std::string_view near = nearestWord(word.toStdString(), words);
    QTEST(QString::fromUtf8(near.data(), qsizetype(near.size())), "meant");
}

QTEST_GUILESS_MAIN(RecipeKeysTest)
#include "recipe_keys_test.moc"
