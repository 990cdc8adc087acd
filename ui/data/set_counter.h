// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the chosen model's tokenizer and counts a set with it, in the background; only the newest wish
// counts.
#pragma once

#include "ui/data/set_totals.h"
#include "ui/task/latest_task.h"
#include "ui/task/progress_relay.h"

#include <QObject>

namespace temper {

class SetCounter : public QObject {
    Q_OBJECT
public:
    explicit SetCounter(QObject* parent = nullptr);

    void setSet(const std::filesystem::path& set); // empty: none; forgets what was counted
    void setSettings(const RenderSettings& settings); // loads the tools; does not count
    std::shared_ptr<const RenderTools> tools() const { return m_tools; }
    std::shared_ptr<const SetTotals> totals() const { return m_totals; }
    bool isCounting() const { return m_busy; }

    void count(); // once the tools are there
    void stop();

Q_SIGNALS:
    void toolsChanged(); // tools() is null while they load or when there is no model
    void toolsFailed(const temper::Error& error);
    void started();
    void progressed(const temper::Progress& progress);
    void ended(); // with totals(), or without after stop() and failed()
    void failed(const temper::Error& error);

private:
    void load();

    std::filesystem::path m_set;
    RenderSettings m_settings;
    std::shared_ptr<const RenderTools> m_tools;
    std::shared_ptr<const SetTotals> m_totals;
    bool m_busy = false;
    LatestTask<std::shared_ptr<const RenderTools>> m_loading;
    LatestTask<std::shared_ptr<const SetTotals>> m_counting;
    ProgressRelay m_relay;
};

} // namespace temper
