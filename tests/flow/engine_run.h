// SPDX-License-Identifier: Apache-2.0
// The real program, run on the tiny reference model in a temporary folder, as a person would run it.
#pragma once

#include "core/common/link/events.h"
#include "core/common/project/run_folder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QThread>
#include <filesystem>
#include <functional>
#include <memory>

namespace temper::flow {

inline const std::filesystem::path kReference = TEMPER_SOURCE_DIR "/tests/reference/engine";

struct Answer {
    int code = -1; // −1: it did not end by itself
    QString out;
    QString error;
};

inline Answer answerOf(QProcess& process)
{
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return { -1, {}, QString::fromUtf8(process.readAllStandardError()) };
    }
    return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()) };
}

inline std::unique_ptr<QProcess> startEngine(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(TEMPER_ENGINE, arguments);
    process->waitForStarted();
    return process;
}

inline Answer runEngine(const QStringList& arguments)
{
    return answerOf(*startEngine(arguments));
}

inline void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A temporary folder with a copy of the model and the rows.
class Workplace {
public:
    Workplace()
    {
        std::filesystem::copy(kReference / "tiny-llama", path("model").toStdString());
        std::filesystem::copy(kReference / "rows.jsonl", path("rows.jsonl").toStdString());
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    RunFolder run(const QString& name) const { return RunFolder(path(name).toStdString()); }

    // A recipe of short LoRA training with dropout; `lines` follow and are the only ones with their keys.
    QString recipe(const QString& name, const QByteArray& lines) const
    {
        writeFile(path(name),
            "model_name_or_path: model\ndataset: rows.jsonl\nlearning_rate: 0.001\nthreads: 1\n"
            "per_device_train_batch_size: 4\nlora_dropout: 0.1\n"
                + lines);
        return path(name);
    }

    Answer train(const QString& recipe, const QString& run, const QStringList& more = {}) const
    {
        return runEngine(QStringList { "train", recipe, "--run", path(run) } + more);
    }

private:
    QTemporaryDir m_folder;
};

inline std::vector<double> losses(const RunFolder& run)
{
    std::vector<double> list;
    for (const TimedEvent& event : effectiveEvents(readEvents(run.eventsFile())))
        if (const auto* step = std::get_if<StepEvent>(&event.event))
            list.push_back(step->loss);
    return list;
}

template <typename Kind> std::vector<Kind> eventsOf(const RunFolder& run)
{
    std::vector<Kind> list;
    for (const TimedEvent& event : readEvents(run.eventsFile()))
        if (const auto* found = std::get_if<Kind>(&event.event))
            list.push_back(*found);
    return list;
}

inline std::int64_t lastStep(const RunFolder& run)
{
    return summariseRun(run).step;
}

inline bool waitUntil(const std::function<bool()>& holds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds()) {
        if (clock.hasExpired(60000))
            return false;
        QThread::msleep(2);
    }
    return true;
}

inline bool waitForStep(const RunFolder& run, std::int64_t step)
{
    return waitUntil([&] { return lastStep(run) >= step; });
}

} // namespace temper::flow
