// SPDX-License-Identifier: GPL-3.0-or-later
// A project with one run that the real engine has trained on the tiny reference model, for tests of what is
// done with results.
#pragma once

#include "core/common/project/project.h"
#include "core/common/recipe/recipe.h"

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <filesystem>

namespace temper {

class TunedProject {
public:
    TunedProject()
    {
        const std::filesystem::path reference = TEMPER_SOURCE_DIR "/tests/reference/engine";
        std::filesystem::copy(reference / "tiny-llama", model());
        for (const char* name : { "tokenizer.json", "tokenizer_config.json" })
            std::filesystem::copy(reference / "byte-tokenizer" / name, model() / name);
        // Room for long answers, and no token that ends one.
        replace("config.json", "\"max_position_embeddings\": 128", "\"max_position_embeddings\": 8192");
        for (const char* file : { "config.json", "generation_config.json" })
            replace(file, "\"eos_token_id\": 2", "\"eos_token_id\": 255");
        Project::create(folder());
    }

    std::filesystem::path model() const { return path() / "tiny"; }
    std::filesystem::path folder() const { return path() / "project"; }
    std::filesystem::path path() const { return m_place.path().toStdString(); }
    QString text(const char* name) const { return m_place.filePath(QLatin1String(name)); }

    // False where the engine refused; what it said is in `problem`.
    bool train()
    {
        QFile recipe(text("recipe.yaml"));
        if (!recipe.open(QIODevice::WriteOnly))
            return false;
        recipe.write(
            "run_name: Persona\nmodel_name_or_path: tiny\nthreads: 1\nlearning_rate: 0.02\nmax_steps: 8\n"
            "save_steps: 4\nper_device_train_batch_size: 4\ndataset: ");
        recipe.write(TEMPER_SOURCE_DIR "/tests/reference/engine/rows.jsonl\n");
        recipe.close();
        QProcess engine;
        engine.start(QStringLiteral(TEMPER_ENGINE),
            { QStringLiteral("train"), recipe.fileName(), QStringLiteral("--run"),
                text("project/runs/persona") });
        const bool ended = engine.waitForFinished(120000);
        problem = engine.readAllStandardError();
        return ended && engine.exitCode() == 0;
    }

    QByteArray problem;

private:
    void replace(const char* file, const QByteArray& from, const QByteArray& to) const
    {
        QFile config(text("tiny/") + QLatin1String(file));
        if (!config.open(QIODevice::ReadWrite))
            return;
        const QByteArray content = config.readAll().replace(from, to);
        config.resize(0);
        config.seek(0);
        config.write(content);
    }

    QTemporaryDir m_place;
};

} // namespace temper
