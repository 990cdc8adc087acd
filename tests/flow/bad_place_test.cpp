// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/bad_input.h"

using namespace temper;
using namespace temper::flow;

namespace {

enum class Stand { Folder, Pipe, LinkToItself, LinkToNothing };

// Puts something that is no file where a file was.
void replaceBy(Stand stand, const QString& path)
{
    const std::filesystem::path place = path.toStdString();
    std::filesystem::remove_all(place);
    switch (stand) {
    case Stand::Folder:
        std::filesystem::create_directory(place);
        return;
    case Stand::Pipe:
        QProcess::execute("mkfifo", { path });
        return;
    case Stand::LinkToItself:
        std::filesystem::create_symlink(place.filename(), place);
        return;
    case Stand::LinkToNothing:
        std::filesystem::create_symlink("nowhere", place);
        return;
    }
}

std::function<QStringList(const Workplace&)> instead(const QString& file, Stand stand)
{
    return [=](const Workplace& place) {
        const QStringList arguments = train(place);
        replaceBy(stand, place.path(file));
        return arguments;
    };
}

// The same with rows that need the tokenizer.
std::function<QStringList(const Workplace&)> insteadOfTokenizer(Stand stand)
{
    return [=](const Workplace& place) {
        writeFile(place.path("rows.jsonl"), "{\"text\": \"Once upon a time\"}\n");
        const QStringList arguments = train(place, "stage: pt\nmax_steps: 3\n");
        replaceBy(stand, place.path("model/tokenizer.json"));
        return arguments;
    };
}

std::function<QStringList(const Workplace&)> setting(const QString& value)
{
    return [=](const Workplace& place) { return train(place) + QStringList { "--set", value }; };
}

std::function<QStringList(const Workplace&)> occupied(const QString& part, Stand stand)
{
    return [=](const Workplace& place) {
        std::filesystem::create_directory(place.path("run").toStdString());
        replaceBy(stand, place.path("run/" + part));
        return train(place);
    };
}

const QString kLong = QString(4000, 'x');

const std::vector<BadInput> kBadPlaces {
    { "weights: a folder", instead("model/model.safetensors", Stand::Folder), 1, "model.safetensors|folder" },
    { "weights: a pipe", instead("model/model.safetensors", Stand::Pipe), 1, "model.safetensors" },
    { "weights: a link to itself", instead("model/model.safetensors", Stand::LinkToItself), 1,
        "model.safetensors" },
    { "weights: a link to nothing", instead("model/model.safetensors", Stand::LinkToNothing), 1,
        "model.safetensors" },
    { "configuration: a folder", instead("model/config.json", Stand::Folder), 1, "config.json|folder" },
    { "configuration: a pipe", instead("model/config.json", Stand::Pipe), 1, "config.json|pipe" },
    { "configuration: a link to itself", instead("model/config.json", Stand::LinkToItself), 1,
        "config.json" },
    { "tokenizer: a folder", insteadOfTokenizer(Stand::Folder), 1, "tokenizer.json" },
    { "tokenizer: a pipe", insteadOfTokenizer(Stand::Pipe), 1, "tokenizer.json" },
    { "rows: a folder", instead("rows.jsonl", Stand::Folder), 1, "rows.jsonl|folder" },
    { "rows: a pipe", instead("rows.jsonl", Stand::Pipe), 1, "rows.jsonl" },
    { "rows: a link to itself", instead("rows.jsonl", Stand::LinkToItself), 1, "rows.jsonl" },
    { "rows: an endless device", setting("dataset=/dev/zero"), 1, "/dev/zero" },
    { "recipe: a folder", instead("recipe.yaml", Stand::Folder), 1, "recipe.yaml|folder" },
    { "recipe: a pipe", instead("recipe.yaml", Stand::Pipe), 1, "recipe.yaml|pipe" },
    { "recipe: an endless device",
        [](const Workplace& place) {
            return QStringList { "train", "/dev/zero", "--run", place.path("run") };
        },
        1, "/dev/zero" },
    { "model: a pipe",
        [](const Workplace& place) {
            replaceBy(Stand::Pipe, place.path("model.gguf"));
            return train(place) + QStringList { "--set", "model_name_or_path=" + place.path("model.gguf") };
        },
        1, "model.gguf" },
    { "model: a very long path", setting("model_name_or_path=" + kLong), 1, "model_name_or_path" },
    { "rows: a very long path", setting("dataset=" + kLong + ".jsonl"), 1, "dataset" },
    { "run: a very long path",
        [](const Workplace& place) {
            return train(place).mid(0, 2) + QStringList { "--run", place.path(kLong) };
        },
        1, "cannot be made" },
    { "run: a file",
        [](const Workplace& place) {
            writeFile(place.path("run"), "text");
            return train(place);
        },
        1, "cannot be made" },
    { "run: a link to itself", instead("run", Stand::LinkToItself), 1, "cannot be made" },
    { "run: where nobody can write",
        [](const Workplace& place) {
            return train(place).mid(0, 2) + QStringList { "--run", "/proc/run" };
        },
        1, "/proc/run|cannot be made" },
    { "events: a folder", occupied("events.jsonl", Stand::Folder), 1, "events.jsonl" },
    { "lock: a folder", occupied("lock", Stand::Folder), 1, "lock" },
    { "info of a pipe",
        [](const Workplace& place) {
            replaceBy(Stand::Pipe, place.path("model.gguf"));
            return QStringList { "info", place.path("model.gguf") };
        },
        1, "model.gguf" },
    { "import of a pipe",
        [](const Workplace& place) {
            replaceBy(Stand::Pipe, place.path("rows.jsonl"));
            return QStringList { "data", "import", place.path("rows.jsonl"), "--out",
                place.path("set.sqlite") };
        },
        1, "rows.jsonl" },
    { "estimate without a model",
        [](const Workplace& place) {
            std::filesystem::remove_all(place.path("model").toStdString());
            return QStringList { "estimate", place.recipe("recipe.yaml", kRecipe) };
        },
        1, "recipe.yaml:1|model" },
    { "dry run of no rows",
        [](const Workplace& place) {
            writeFile(place.path("rows.jsonl"), "");
            return train(place) + QStringList { "--dry-run" };
        },
        1, "rows.jsonl|empty" },
};

} // namespace

class BadPlaceTest : public QObject {
    Q_OBJECT

private slots:
    void placeThatCannotBeUsedIsToldInOneSentence_data();
    void placeThatCannotBeUsedIsToldInOneSentence();
};

void BadPlaceTest::placeThatCannotBeUsedIsToldInOneSentence_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < kBadPlaces.size(); ++i)
        QTest::newRow(kBadPlaces[i].name) << static_cast<int>(i);
}

void BadPlaceTest::placeThatCannotBeUsedIsToldInOneSentence()
{
    QFETCH(int, index);
    expectOneSentence(kBadPlaces[static_cast<std::size_t>(index)]);
}

QTEST_GUILESS_MAIN(BadPlaceTest)
#include "bad_place_test.moc"
