// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_difference.h"

#include <QtTest>

using namespace temper;

class RecipeDifferenceTest : public QObject {
    Q_OBJECT
private slots:
    void onlyDifferingKeysAreListedInTheOrderOfTheTable()
    {
        Recipe first;
        first.learningRate = 1e-4;
        first.runName = "first";
        Recipe second = first;
        second.runName = "second";
        second.learningRate = 2e-4;
        Recipe third = second;
        third.finetuningType = FinetuningType::Full;
        const std::array recipes { first, second, third };
        const std::vector<DifferingKey> found = recipeDifferences(recipes);
        QCOMPARE(found.size(), std::size_t { 2 });
        QCOMPARE(std::string(found[0].key->name), std::string("finetuning_type"));
        QVERIFY(found[0].values == (std::vector<std::string> { "lora", "lora", "full" }));
        QCOMPARE(std::string(found[1].key->name), std::string("learning_rate"));
        QVERIFY(found[1].values == (std::vector<std::string> { "1e-4", "2e-4", "2e-4" }));
    }

    void sameRecipesDifferInNothing()
    {
        const std::array recipes { Recipe {}, Recipe {} };
        QVERIFY(recipeDifferences(recipes).empty());
        QVERIFY(recipeDifferences({}).empty());
    }
};

QTEST_GUILESS_MAIN(RecipeDifferenceTest)
#include "recipe_difference_test.moc"
