// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that holds an open data set: pages of rows and edits, one after the other, off the GUI thread.
#pragma once

#include "core/common/base/error.h"
#include "core/common/data/dataset.h"
#include "core/common/data/dataset_editor.h"

#include <QObject>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace temper {

// Opened when first asked for, in the thread that asks.
class OpenDataset {
public:
    explicit OpenDataset(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }

    const std::filesystem::path& path() const { return m_path; }
    const Dataset& rows();
    DatasetEditor& editor();

private:
    std::filesystem::path m_path;
    std::optional<Dataset> m_rows;
    std::optional<DatasetEditor> m_editor;
};

class DatasetThread {
public:
    // Answers arrive in the thread of `receiver`, which outlives this object.
    DatasetThread(QObject* receiver, std::filesystem::path path);
    // Drops what waits; never blocks on what is under way.
    ~DatasetThread();
    DatasetThread(const DatasetThread&) = delete;
    DatasetThread& operator=(const DatasetThread&) = delete;

    // In the order of the calls; exactly one of the two is called unless the thread is destroyed before.
    template <class Result>
    void ask(std::function<Result(OpenDataset&)> work,
        std::function<void(const Result&)> succeeded,
        std::function<void(const Error&)> failed)
    {
        post([line = std::weak_ptr(m_line), work = std::move(work), succeeded = std::move(succeeded),
                 failed = std::move(failed)](OpenDataset& set) {
            try {
                auto result = std::make_shared<const Result>(work(set));
                deliver(line, [succeeded, result] { succeeded(*result); });
            } catch (const Error& error) {
                deliver(line, [failed, error] { failed(error); });
            } catch (const std::exception& error) {
                deliver(line, [failed, own = Error(ErrorKind::Internal, error.what())] { failed(own); });
            }
        });
    }

private:
    struct Line {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<std::function<void(OpenDataset&)>> waiting;
        QObject* receiver = nullptr; // null: closed
    };

    void post(std::function<void(OpenDataset&)> job);
    static void deliver(const std::weak_ptr<Line>& line, std::function<void()> call);
    static void work(const std::shared_ptr<Line>& line, const std::filesystem::path& path);

    std::shared_ptr<Line> m_line;
    std::shared_ptr<std::thread> m_thread;
};

} // namespace temper
