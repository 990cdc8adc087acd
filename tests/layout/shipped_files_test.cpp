// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/common/recipe/recipe_reader.h"
#include "tests/layout/source_tree.h"

#include <QtTest>
#include <set>

using namespace temper;
using namespace temper::layout;

namespace {

constexpr std::uintmax_t kRepositoryBudget = 40 * 1000 * 1000; // bytes

std::vector<std::filesystem::path> dataSetFolders()
{
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(repository() / "datasets")) {
        if (entry.is_directory())
            folders.push_back(entry.path());
    }
    return folders;
}

// The first question of every line.
std::vector<std::string> questionsOf(const std::filesystem::path& file)
{
    std::vector<std::string> questions;
    for (const std::string& line : linesOf(readText(file))) {
        const Json messages = parseJson(line, file.string()).at("messages");
        for (const Json& message : messages) {
            if (message.at("role") == "user") {
                questions.push_back(message.at("content"));
                break;
            }
        }
    }
    return questions;
}

} // namespace

class ShippedFilesTest : public QObject {
    Q_OBJECT

private slots:
    void repositoryStaysSmall();
    void everyRecipeIsRead();
    void everyDataSetHasACardAndItsParts();
    void heldOutQuestionsAreNotTrainedOn();
    void everyCardHasItsThreeLines();
};

void ShippedFilesTest::repositoryStaysSmall()
{
    std::uintmax_t bytes = 0;
    for (const std::string& path : shippedPaths())
        bytes += std::filesystem::file_size(repository() / path);
    QVERIFY2(bytes < kRepositoryBudget, std::to_string(bytes).c_str());
}

void ShippedFilesTest::everyRecipeIsRead()
{
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(repository() / "resources/recipes")) {
        const ReadRecipe read = readRecipeFile(entry.path());
        QVERIFY2(read.warnings.empty(), entry.path().c_str());
        QVERIFY2(!read.recipe.modelNameOrPath.empty(), entry.path().c_str());
        ++count;
    }
    QCOMPARE(count, 3); // one a finetuning_type that is trained
}

void ShippedFilesTest::everyDataSetHasACardAndItsParts()
{
    QVERIFY(dataSetFolders().size() >= 2);
    for (const std::filesystem::path& folder : dataSetFolders()) {
        const std::string card = readText(folder / "README.md");
        QVERIFY2(card.find("Licence: CC0-1.0") != std::string::npos, folder.c_str());
        QVERIFY2(!questionsOf(folder / "train.jsonl").empty(), folder.c_str());
        QVERIFY2(!questionsOf(folder / "eval.jsonl").empty(), folder.c_str());
        const auto rows = std::to_string(questionsOf(folder / "train.jsonl").size());
        QVERIFY2(card.find(rows + " rows") != std::string::npos,
            (folder.string() + ": the card does not say " + rows).c_str());
    }
}

void ShippedFilesTest::heldOutQuestionsAreNotTrainedOn()
{
    for (const std::filesystem::path& folder : dataSetFolders()) {
        const std::vector<std::string> trained = questionsOf(folder / "train.jsonl");
        const std::set<std::string> known(trained.begin(), trained.end());
        QVERIFY2(
            known.size() == trained.size(), (folder.string() + ": a question stands there twice").c_str());
        for (const char* part : { "eval.jsonl", "held-out.jsonl" }) {
            for (const std::string& question : questionsOf(folder / part))
                QVERIFY2(!known.contains(question), question.c_str());
        }
    }
}

void ShippedFilesTest::everyCardHasItsThreeLines()
{
    for (const char* part : { "train.jsonl", "eval.jsonl" }) {
        for (const std::string& line : linesOf(readText(repository() / "datasets/cards" / part))) {
            const std::vector<std::string> card
                = linesOf(parseJson(line, part).at("messages").at(1).at("content").get<std::string>());
            QCOMPARE(card.size(), std::size_t { 3 });
            QVERIFY2(card[0].starts_with("Short: ") && card[1].starts_with("Why: ")
                    && card[2].starts_with("Try: "),
                line.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(ShippedFilesTest)
#include "shipped_files_test.moc"
