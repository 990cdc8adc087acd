// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_counter.h"

#include "ui/task/long_work.h"

namespace temper {

SetCounter::SetCounter(QObject* parent)
    : QObject(parent)
    , m_loading(this)
    , m_counting(this)
    , m_relay(this, [this](const Progress& progress) {
        if (m_busy)
            Q_EMIT progressed(progress);
    })
{
}

void SetCounter::setSet(const std::filesystem::path& set)
{
    stop();
    m_set = set;
    m_totals.reset();
}

void SetCounter::setSettings(const RenderSettings& settings)
{
    const bool sameTools
        = settings.model == m_settings.model && settings.chatTemplate == m_settings.chatTemplate && m_tools;
    stop();
    m_settings = settings;
    m_totals.reset();
    if (!sameTools)
        return load();
    auto tools = std::make_shared<RenderTools>(*m_tools);
    tools->settings = settings;
    m_tools = std::move(tools);
    Q_EMIT toolsChanged();
}

void SetCounter::load()
{
    m_loading.cancel();
    m_tools.reset();
    Q_EMIT toolsChanged();
    if (m_settings.model.empty())
        return;
    m_loading.start([settings = m_settings](const std::stop_token&) { return loadRenderTools(settings); },
        [this](const std::shared_ptr<const RenderTools>& tools) {
            auto current = std::make_shared<RenderTools>(*tools);
            current->settings = m_settings; // cutoff and loss may have changed meanwhile
            m_tools = std::move(current);
            Q_EMIT toolsChanged();
        },
        [this](const Error& error) { Q_EMIT toolsFailed(error); });
}

void SetCounter::count()
{
    if (!m_tools || m_set.empty())
        return;
    m_busy = true;
    Q_EMIT started();
    m_counting.start(
        [set = m_set, tools = m_tools, sender = m_relay.sender()](const std::stop_token& stop) {
            const LongWork place;
            return std::make_shared<const SetTotals>(countTotals(set, *tools, sender(stop), stop));
        },
        [this](const std::shared_ptr<const SetTotals>& totals) {
            m_totals = totals;
            m_busy = false;
            Q_EMIT ended();
        },
        [this](const Error& error) {
            m_busy = false;
            Q_EMIT failed(error);
            Q_EMIT ended();
        });
}

void SetCounter::stop()
{
    m_counting.cancel();
    if (!m_busy)
        return;
    m_busy = false;
    Q_EMIT ended();
}

} // namespace temper
