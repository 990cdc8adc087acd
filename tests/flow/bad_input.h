// SPDX-License-Identifier: Apache-2.0
// What people do wrong, as arguments of the real program, and what it must answer: one sentence and the right
// exit code.
#pragma once

#include "tests/flow/engine_run.h"

#include <QTest>

namespace temper::flow {

constexpr const char* kRecipe = "max_steps: 3\n";

// What a person did wrong, and the words that must tell them.
struct BadInput {
    const char* name;
    std::function<QStringList(const Workplace&)> prepare; // the arguments of the program
    int code;
    const char* words; // separated by |
};

inline QStringList train(const Workplace& place, const QByteArray& lines = kRecipe)
{
    return { "train", place.recipe("recipe.yaml", lines), "--run", place.path("run") };
}

inline std::function<QStringList(const Workplace&)> recipe(const QByteArray& lines)
{
    return [lines](const Workplace& place) { return train(place, kRecipe + lines); };
}

inline std::function<QStringList(const Workplace&)> rows(const QByteArray& content)
{
    return [content](const Workplace& place) {
        writeFile(place.path("rows.jsonl"), content);
        return train(place);
    };
}

inline std::function<QStringList(const Workplace&)>
replaced(const QString& file, const QByteArray& before, const QByteArray& after)
{
    return [=](const Workplace& place) {
        writeFile(place.path(file), readFile(place.path(file)).replace(before, after));
        return train(place);
    };
}

inline std::function<QStringList(const Workplace&)> cut(const QString& file, qsizetype bytes)
{
    return [=](const Workplace& place) {
        writeFile(place.path(file), readFile(place.path(file)).left(bytes));
        return train(place);
    };
}

inline std::function<QStringList(const Workplace&)> gguf(const QByteArray& content)
{
    return [content](const Workplace& place) {
        writeFile(place.path("model.gguf"), content);
        return train(place) + QStringList { "--set", "model_name_or_path=" + place.path("model.gguf") };
    };
}

inline void expectOneSentence(const BadInput& bad)
{
    const Workplace place;
    const Answer answer = runEngine(bad.prepare(place));
    const QString said = answer.error.trimmed();
    QVERIFY2(answer.code == bad.code, qPrintable(QString("exit code %1: %2").arg(answer.code).arg(said)));
    for (const QString& words : QString(bad.words).split('|'))
        QVERIFY2(said.contains(words), qPrintable(said));
    const QString sentence = said.split('\n').back();
    QVERIFY2(sentence.size() < 500, qPrintable(said));
    for (const char* leak : { "internal error", "terminate called", "std::", "c10::", "Exception raised" })
        QVERIFY2(!said.contains(leak, Qt::CaseInsensitive), qPrintable(said));
    std::error_code unreadable;
    QVERIFY(!std::filesystem::exists(place.run("run").adapterFolder(), unreadable));
}

} // namespace temper::flow
