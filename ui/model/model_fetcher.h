// SPDX-License-Identifier: GPL-3.0-or-later
// One model being fetched, in a thread of its own, so that hours of waiting keep nobody else from working.
#pragma once

#include "ui/model/model_fetch.h"

#include <QObject>
#include <memory>

class QThread;

namespace temper {

class ModelFetcher : public QObject {
    Q_OBJECT
public:
    explicit ModelFetcher(QObject* parent = nullptr);
    ~ModelFetcher() override; // stops, and waits for the thread

    void start(const FetchOrder& order); // not while it is running
    void stop();
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    // After start(): any number of the first, then exactly one of the others.
    void progressed(const temper::Progress& progress);
    void succeeded(const QString& path); // a folder or a GGUF file
    void failed(const temper::Error& error); // of kind Cancelled after stop()

private:
    void run(const FetchOrder& order, const std::stop_token& stop);
    void finish();

    QThread* m_thread = nullptr;
    std::stop_source m_stop;
};

} // namespace temper
