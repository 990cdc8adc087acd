// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/json.h"
#include "core/engine/model/tensor_files.h"
#include "tests/flow/bad_input.h"

#include <ATen/ATen.h>
#include <QTest>
#include <limits>

using namespace temper;
using namespace temper::flow;

namespace {

QByteArray littleEndian(std::uint64_t value)
{
    QByteArray bytes;
    for (int i = 0; i < 8; ++i)
        bytes.append(static_cast<char>(value >> (8 * i)));
    return bytes;
}

QStringList lyingHeaderLength(const Workplace& place)
{
    QByteArray file = readFile(place.path("model/model.safetensors"));
    writeFile(place.path("model/model.safetensors"), file.replace(0, 8, littleEndian(1ull << 62)));
    return train(place);
}

QStringList infiniteWeight(const Workplace& place)
{
    const auto path = place.path("model/model.safetensors").toStdString();
    std::vector<NamedTensor> tensors = readTensors(path);
    for (NamedTensor& tensor : tensors)
        if (tensor.name.ends_with("down_proj.weight"))
            tensor.tensor.fill_(std::numeric_limits<float>::infinity());
    saveTensors(path, tensors);
    return train(place);
}

// Hundreds of gigabytes by its header; the file has its size but no blocks on the disk.
QStringList modelBeyondMemory(const Workplace& place)
{
    const std::int64_t size = 1 << 20, vocabulary = 1 << 20;
    Json config = Json::parse(readFile(place.path("model/config.json")).toStdString());
    config["vocab_size"] = vocabulary;
    config["hidden_size"] = size;
    config["intermediate_size"] = 16;
    config["num_attention_heads"] = 1;
    config["num_key_value_heads"] = 1;
    config["head_dim"] = 2;
    config["num_hidden_layers"] = 1;
    config["tie_word_embeddings"] = true;
    writeFile(place.path("model/config.json"), QByteArray::fromStdString(config.dump()));
    const std::int64_t bytes = size * vocabulary * 4;
    const OrderedJson header { { "model.embed_tokens.weight",
        { { "dtype", "F32" }, { "shape", { vocabulary, size } }, { "data_offsets", { 0, bytes } } } } };
    const QByteArray text = QByteArray::fromStdString(header.dump());
    const QString path = place.path("model/model.safetensors");
    writeFile(path, littleEndian(static_cast<std::uint64_t>(text.size())) + text);
    std::filesystem::resize_file(path.toStdString(), static_cast<std::uintmax_t>(bytes + text.size() + 8));
    return train(place);
}

QStringList textWithoutTokenizer(const Workplace& place)
{
    writeFile(place.path("rows.jsonl"),
        R"({"text": "Once upon a time"})"
        "\n");
    return train(place, "stage: pt\nmax_steps: 3\n");
}

QStringList brokenTokenizer(const Workplace& place)
{
    writeFile(
        place.path("model/tokenizer.json"), R"({"version": "1.0", "model": {"type": "BPE", "vocab": 3}})");
    return textWithoutTokenizer(place);
}

QStringList fileInPlaceOfTheRunsParent(const Workplace& place)
{
    writeFile(place.path("occupied"), "text");
    QStringList arguments = train(place);
    arguments.back() = place.path("occupied/run");
    return arguments;
}

const std::vector<BadInput> kBadInputs {
    // the model
    { "no such model",
        [](const Workplace& place) {
            return train(place) + QStringList { "--set", "model_name_or_path=" + place.path("nosuch") };
        },
        1, "nosuch" },
    { "folder without a model",
        [](const Workplace& place) {
            std::filesystem::create_directory(place.path("empty").toStdString());
            return train(place) + QStringList { "--set", "model_name_or_path=" + place.path("empty") };
        },
        1, "empty" },
    { "cut weights", cut("model/model.safetensors", 200000), 1, "model.safetensors" },
    { "empty weights", cut("model/model.safetensors", 0), 1, "model.safetensors" },
    { "weights cut in the header", cut("model/model.safetensors", 300), 1, "model.safetensors" },
    { "header of impossible length", lyingHeaderLength, 1, "model.safetensors" },
    { "header that is no JSON", replaced("model/model.safetensors", "\"F32\"", "F32F!"), 1,
        "model.safetensors" },
    { "weights of an unknown type", replaced("model/model.safetensors", "\"F32\"", "\"X99\""), 1, "X99" },
    { "shape that contradicts the bytes", replaced("model/model.safetensors", "[256,64]", "[256,65]"), 1,
        "model.safetensors" },
    { "missing weight", replaced("model/model.safetensors", "embed_tokens", "embed_tokenz"), 1,
        "embed_tokens" },
    { "infinite weight", infiniteWeight, 1, "loss" },
    { "weights beyond the memory", modelBeyondMemory, 1, "memory" },
    { "unknown architecture",
        [](const Workplace& place) {
            QByteArray config = readFile(place.path("model/config.json"));
            writeFile(place.path("model/config.json"),
                config.replace("\"llama\"", "\"nosuch\"").replace("LlamaForCausalLM", "NoSuchForCausalLM"));
            return train(place);
        },
        1, "nosuch" },
    { "cut config.json", cut("model/config.json", 100), 1, "config.json" },
    { "hidden size of nothing", replaced("model/config.json", "\"hidden_size\": 64", "\"hidden_size\": 0"), 1,
        "hidden_size" },
    { "hidden size of another model",
        replaced("model/config.json", "\"hidden_size\": 64", "\"hidden_size\": 32"), 1, "weight|[64]|[32]" },
    { "gguf that is something else", gguf("GIF89a, not a model at all, but long enough to look at"), 1,
        "model.gguf" },
    { "gguf cut in its header", gguf(QByteArray("GGUF\3\0\0\0\1\0\0\0", 12)), 1, "model.gguf" },
    { "gguf of impossible counts",
        gguf(QByteArray("GGUF\3\0\0\0", 8) + littleEndian(1ull << 60) + littleEndian(1ull << 61)), 1,
        "model.gguf" },
    { "text without a tokenizer", textWithoutTokenizer, 1, "tokenizer" },
    { "broken tokenizer", brokenTokenizer, 1, "tokenizer.json" },

    // the rows
    { "no such rows", recipe("eval_dataset: nosuch.jsonl\n"), 1, "nosuch.jsonl" },
    { "empty rows", rows(""), 1, "rows.jsonl" },
    { "binary rows",
        rows(QByteArray("\x7f"
                        "ELF\2\1\1\0\0\0\0\0\xff\xfe\x80\0\0\n",
            19)
                 .repeated(50)),
        1, "rows.jsonl" },
    { "half a line of JSON", rows("{\"input_ids\": [1, 2, 3], \"lab"), 1, "rows.jsonl" },
    { "rows of unknown columns", rows("{\"colour\": \"red\"}\n{\"colour\": \"blue\"}\n"), 1,
        "rows.jsonl|colour" },
    { "rows without a token to train on",
        rows("{\"input_ids\": [1, 2, 3], \"labels\": [-100, -100, -100]}\n"), 1, "train on" },
    { "ids and labels of different length", rows("{\"input_ids\": [1, 2, 3], \"labels\": [1, 2]}\n"), 1,
        "labels" },
    { "ids beyond the vocabulary", rows("{\"input_ids\": [1, 2, 300], \"labels\": [1, 2, 300]}\n"), 1,
        "300" },
    { "ids below 0", rows("{\"input_ids\": [1, -2, 3], \"labels\": [1, -2, 3]}\n"), 1, "input_ids|negative" },

    // the recipe
    { "no such recipe",
        [](const Workplace& place) {
            return QStringList { "train", place.path("nosuch.yaml") };
        },
        1, "nosuch.yaml" },
    { "broken YAML", recipe("packing: [true\n"), 1, "recipe.yaml" },
    { "unknown key", recipe("lora_rnk: 8\n"), 1, "recipe.yaml:|lora_rnk|lora_rank" },
    { "text for a number", recipe("lora_rank: eight\n"), 1, "recipe.yaml:|lora_rank" },
    { "number out of range", recipe("lora_rank: 0\n"), 1, "recipe.yaml:|lora_rank" },
    { "learning rate out of range",
        [](const Workplace& place) {
            return train(place) + QStringList { "--set", "learning_rate=1e9" };
        },
        2, "learning_rate" },
    { "unknown choice", recipe("finetuning_type: magic\n"), 1, "recipe.yaml:|finetuning_type|lora" },
    { "target that the model has not", recipe("lora_target: nosuch_proj\n"), 1, "nosuch_proj" },
    { "adapter that is not there", recipe("adapter_name_or_path: nosuch\n"), 1, "nosuch" },

    // the place and the command
    { "run folder that cannot be made", fileInPlaceOfTheRunsParent, 1, "occupied" },
    { "no folder for the run",
        [](const Workplace& place) {
            return QStringList { "train", place.recipe("recipe.yaml", kRecipe) };
        },
        2, "--run" },
    { "unknown command", [](const Workplace&) { return QStringList { "trian" }; }, 2, "trian" },
    { "no recipe", [](const Workplace&) { return QStringList { "train" }; }, 2, "recipe" },
    { "control of a run that is not there",
        [](const Workplace& place) {
            return QStringList { "control", place.path("nosuch"), "stop" };
        },
        1, "nosuch" },
};

} // namespace

class BadInputTest : public QObject {
    Q_OBJECT

private slots:
    void badInputEndsInOneSentence_data();
    void badInputEndsInOneSentence();
    void oneBrokenRowAmongGoodOnesIsPassedOverAndTold();
    void failedRunTellsItsProblemInItsEvents();
};

void BadInputTest::badInputEndsInOneSentence_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < kBadInputs.size(); ++i)
        QTest::newRow(kBadInputs[i].name) << static_cast<int>(i);
}

void BadInputTest::badInputEndsInOneSentence()
{
    QFETCH(int, index);
    expectOneSentence(kBadInputs[static_cast<std::size_t>(index)]);
}

void BadInputTest::oneBrokenRowAmongGoodOnesIsPassedOverAndTold()
{
    const Workplace place;
    writeFile(place.path("rows.jsonl"), readFile(place.path("rows.jsonl")) + "{\"input_ids\": [1, 2\n");
    const Answer answer = place.train(place.recipe("recipe.yaml", kRecipe), "run");
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const auto warnings = eventsOf<WarningEvent>(place.run("run"));
    QCOMPARE(warnings.size(), 1u);
    QVERIFY(QString::fromStdString(warnings.front().message).contains("line 41"));
}

void BadInputTest::failedRunTellsItsProblemInItsEvents()
{
    const Workplace place;
    const Answer answer = runEngine(infiniteWeight(place));
    QCOMPARE(answer.code, 1);
    QCOMPARE(place.run("run").state(), RunState::Failed);
    QCOMPARE(eventsOf<ErrorEvent>(place.run("run")).size(), 1u);
    QVERIFY(QString::fromStdString(summariseRun(place.run("run")).problem).contains("loss"));
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
