// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/log.h"

#include "core/common/base/os_process.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace temper {

namespace {

constexpr auto kRedrawEvery = std::chrono::milliseconds(100);
constexpr auto kLineEvery = std::chrono::seconds(10);
constexpr int kBarWidth = 24;

std::atomic<LogLevel> lowestLevel { LogLevel::Info };

std::string_view prefixOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug: ";
    case LogLevel::Info:
        return "";
    case LogLevel::Warning:
        return "warning: ";
    case LogLevel::Error:
        return "error: ";
    }
    return "";
}

std::string timeOfDay()
{
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%d %H:%M:%S} ", fmt::localtime(now));
}

// One write a line: threads and child processes that share stderr do not tear it apart.
void writeToStderr(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

// How an amount is written: in kB or MB where it counts bytes.
struct Scale {
    std::string unit;
    double divisor = 0.0; // 0: as it is
};

Scale scaleOf(const Progress& progress)
{
    if (progress.unit != "bytes")
        return { progress.unit };
    const bool small = std::max(progress.done, progress.total) < 1'000'000;
    return small ? Scale { "kB", 1e3 } : Scale { "MB", 1e6 };
}

std::string amount(std::uint64_t value, const Scale& scale)
{
    return scale.divisor > 0.0 ? fmt::format("{:.1f}", static_cast<double>(value) / scale.divisor)
                               : std::to_string(value);
}

std::string bar(const Progress& progress)
{
    if (progress.total == 0)
        return {};
    const double share
        = std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
    const int filled = static_cast<int>(share * kBarWidth);
    return fmt::format("[{:#<{}}{:.<{}}] ", "", filled, "", kBarWidth - filled);
}

} // namespace

void setLogLevel(LogLevel lowest)
{
    lowestLevel = lowest;
}

void logLine(LogLevel level, std::string_view text)
{
    if (level < lowestLevel.load())
        return;
    const std::string_view wipe = stderrIsTerminal() ? "\r\033[K" : "";
    const std::string time = stderrIsTerminal() ? "" : timeOfDay();
    writeToStderr(fmt::format("{}{}{}{}\n", wipe, time, prefixOf(level), text));
}

std::string describe(const Progress& progress)
{
    const Scale scale = scaleOf(progress);
    std::string text = progress.phase + " " + amount(progress.done, scale);
    if (progress.total > 0)
        text += " of " + amount(progress.total, scale);
    if (!scale.unit.empty())
        text += " " + scale.unit;
    if (progress.total > 0)
        text += fmt::format(" ({} %)", 100 * std::min(progress.done, progress.total) / progress.total);
    return text;
}

ProgressLine::ProgressLine()
    : m_isTerminal(stderrIsTerminal())
    , m_next(std::chrono::steady_clock::now()
          + (m_isTerminal ? std::chrono::nanoseconds(kRedrawEvery) : kLineEvery))
{
}

ProgressLine::~ProgressLine()
{
    if (m_isTerminal && m_isShown)
        writeToStderr("\r\033[K");
}

void ProgressLine::show(const Progress& progress)
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next)
        return;
    m_isShown = true;
    if (m_isTerminal) {
        m_next = now + kRedrawEvery;
        writeToStderr("\r\033[K" + bar(progress) + describe(progress));
    } else {
        m_next = now + kLineEvery;
        logInfo(describe(progress));
    }
}

} // namespace temper
