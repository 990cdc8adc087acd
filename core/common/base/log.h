// SPDX-License-Identifier: Apache-2.0
// What the engine says on stderr beside its answers: log lines and one line of progress.
#pragma once

#include "core/common/base/progress.h"

#include <chrono>
#include <string>
#include <string_view>

namespace temper {

enum class LogLevel { Debug, Info, Warning, Error };

// One line on stderr, safe from any thread; with the time in front of it where stderr is no terminal (a log
// file).
void logLine(LogLevel level, std::string_view text);
void setLogLevel(LogLevel lowest); // Info at first; lower ones are passed over
inline void logInfo(std::string_view text)
{
    logLine(LogLevel::Info, text);
}
inline void logWarning(std::string_view text)
{
    logLine(LogLevel::Warning, text);
}

// Shows where work is: a bar that is drawn over itself (ten times a second at most) where stderr is a
// terminal, else a line every ten seconds. Work that ends sooner leaves no line behind.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine(); // wipes the bar
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const Progress& progress);

private:
    bool m_isTerminal;
    bool m_isShown = false;
    std::chrono::steady_clock::time_point m_next;
};

// The text of such a line without its bar: "loading 12.4 of 98.3 MB (13 %)".
std::string describe(const Progress& progress);

} // namespace temper
