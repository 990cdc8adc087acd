// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/bad_input.h"

using namespace temper;
using namespace temper::flow;

namespace {

std::function<QStringList(const Workplace&)> setting(const QString& value)
{
    return [=](const Workplace& place) { return train(place) + QStringList { "--set", value }; };
}

// Each list holds the one before it nine times.
QByteArray aliasBomb()
{
    QByteArray text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char name = 'b'; name <= 'j'; ++name) {
        const QByteArray before = QByteArray("*") + static_cast<char>(name - 1) + ", ";
        text += QByteArray(1, name) + ": &" + name + " [" + before.repeated(8) + before.left(2) + "]\n";
    }
    return text;
}

// Exit code 1 for what stands in a file, 2 for what was typed and cannot be a value of its key.
const std::vector<BadInput> kBadRecipes {
    { "not a number", recipe("weight_decay: .nan\n"), 1, "recipe.yaml:|weight_decay" },
    { "infinite", recipe("weight_decay: .inf\n"), 1, "recipe.yaml:|weight_decay" },
    { "beyond every number", recipe("weight_decay: 1e400\n"), 1, "recipe.yaml:|weight_decay" },
    { "negative", recipe("warmup_ratio: -0.1\n"), 1, "recipe.yaml:|warmup_ratio|below" },
    { "fraction of a row", recipe("val_size: 1.5\n"), 1, "recipe.yaml:|val_size" },
    { "more evaluation rows than rows", recipe("val_size: 1000\n"), 1, "val_size|nothing to train on" },
    { "all rows for evaluation", recipe("val_size: 40\n"), 1, "val_size|nothing to train on" },
    { "cutoff of one token", recipe("cutoff_len: 1\n"), 1, "cutoff_len" },
    { "no epoch", recipe("num_train_epochs: 0\n"), 1, "num_train_epochs" },
    { "a billion batches a step", recipe("gradient_accumulation_steps: 1000000000\n"), 1,
        "gradient_accumulation_steps" },
    { "steps below -1", [](const Workplace& place) { return train(place, "max_steps: -2\n"); }, 1,
        "max_steps" },
    { "no step between checkpoints", recipe("save_steps: 0\n"), 1, "save_steps" },
    { "no step between loss entries", recipe("logging_steps: 0\n"), 1, "logging_steps" },
    { "list for a number", recipe("lora_rank: [8]\n"), 1, "recipe.yaml:|lora_rank" },
    { "key given twice", recipe("seed: 1\nseed: 2\n"), 1, "recipe.yaml:|seed" },
    { "zero byte", recipe(QByteArray("seed: 1\0\n", 9)), 1, "recipe.yaml:" },
    { "lists in lists without end", recipe("columns: " + QByteArray("[").repeated(100000) + "\n"), 1,
        "recipe.yaml:" },
    { "mappings in mappings without end", recipe("columns: " + QByteArray("{a: ").repeated(100000) + "\n"), 1,
        "recipe.yaml:" },
    { "aliases that grow", recipe(aliasBomb()), 1, "recipe.yaml:" },
    { "alias of nothing", recipe("run_name: *nosuch\n"), 1, "recipe.yaml:" },
    { "second document", recipe("---\nseed: 1\n"), 1, "recipe.yaml:" },
    { "evaluation steps without evaluation", recipe("early_stopping_patience: 2\n"), 1,
        "early_stopping_patience" },
    { "no matrix to adapt", recipe("lora_target: []\n"), 1, "lora_target" },
    { "unknown key typed", setting("lora_rnk=8"), 2, "--set|lora_rank" },
    { "wrong type typed", setting("lora_rank=eight"), 2, "--set|lora_rank" },
    { "line break typed", setting("seed=1\n2"), 2, "--set|seed" },
    { "no value typed", setting("lora_rank"), 2, "--set|key=value" },
    { "missing file typed", setting("dataset=nosuch.jsonl"), 1, "--set|nosuch.jsonl" },
    { "unknown option", [](const Workplace& place) { return train(place) + QStringList("--runn"); }, 2,
        "--runn" },
};

} // namespace

class BadRecipeTest : public QObject {
    Q_OBJECT

private slots:
    void badRecipeEndsInOneSentence_data();
    void badRecipeEndsInOneSentence();
    void edgesThatAreAllowedTrain_data();
    void edgesThatAreAllowedTrain();
};

void BadRecipeTest::badRecipeEndsInOneSentence_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < kBadRecipes.size(); ++i)
        QTest::newRow(kBadRecipes[i].name) << static_cast<int>(i);
}

void BadRecipeTest::badRecipeEndsInOneSentence()
{
    QFETCH(int, index);
    expectOneSentence(kBadRecipes[static_cast<std::size_t>(index)]);
}

void BadRecipeTest::edgesThatAreAllowedTrain_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("entries"); // of the loss curve
    QTest::newRow("rate of nothing") << QByteArray("max_steps: 2\nlearning_rate: 0\n") << 2;
    QTest::newRow("no step wanted: epochs count") << QByteArray("max_steps: 0\nnum_train_epochs: 0.2\n") << 2;
    QTest::newRow("entries beyond the end") << QByteArray("max_steps: 2\nlogging_steps: 1000\n") << 1;
    QTest::newRow("checkpoints beyond the end") << QByteArray("max_steps: 2\nsave_steps: 1000\n") << 2;
    QTest::newRow("evaluations beyond the end")
        << QByteArray("max_steps: 2\nval_size: 4\neval_steps: 1000\n") << 2;
    QTest::newRow("two tokens a row") << QByteArray("max_steps: 2\ncutoff_len: 2\n") << 2;
}

void BadRecipeTest::edgesThatAreAllowedTrain()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, entries);
    const Workplace place;
    const QString file
        = place.recipe("recipe.yaml", lines.contains("learning_rate") ? QByteArray("max_steps: 2\n") : lines);
    const QStringList more
        = lines.contains("learning_rate") ? QStringList { "--set", "learning_rate=0" } : QStringList();
    const Answer answer = place.train(file, "run", more);
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QCOMPARE(losses(place.run("run")).size(), static_cast<std::size_t>(entries));
    QVERIFY(std::filesystem::exists(place.run("run").checkpointsFolder() / "step-000002" / "DONE"));
}

QTEST_GUILESS_MAIN(BadRecipeTest)
#include "bad_recipe_test.moc"
