// SPDX-License-Identifier: Apache-2.0
#include "core/engine/generate/stop_text.h"

#include <algorithm>
#include <utility>

namespace temper {

namespace {

// How much of the end of `text` is a beginning of `stop`.
std::size_t openEnd(std::string_view text, std::string_view stop)
{
    for (std::size_t length = std::min(text.size(), stop.size() - 1); length > 0; --length)
        if (text.ends_with(stop.substr(0, length)))
            return length;
    return 0;
}

} // namespace

StopText::StopText(std::vector<std::string> stops)
    : m_stops(std::move(stops))
{
    std::erase_if(m_stops, [](const std::string& stop) { return stop.empty(); });
}

std::string StopText::push(std::string_view piece)
{
    if (m_found)
        return {};
    m_held += piece;
    std::size_t stopAt = std::string::npos;
    for (const std::string& stop : m_stops)
        stopAt = std::min(stopAt, m_held.find(stop));
    if (stopAt != std::string::npos) {
        m_found = true;
        std::string text = m_held.substr(0, stopAt);
        m_held.clear();
        return text;
    }
    std::size_t open = 0;
    for (const std::string& stop : m_stops)
        open = std::max(open, openEnd(m_held, stop));
    std::string text = m_held.substr(0, m_held.size() - open);
    m_held.erase(0, text.size());
    return text;
}

std::string StopText::finish()
{
    return std::exchange(m_held, {});
}

} // namespace temper
