// SPDX-License-Identifier: Apache-2.0
// A log of lines that only grows and survives a kill at any instant: run events, votes.
#pragma once

#include "core/common/base/os_descriptor.h"

#include <filesystem>
#include <string_view>

namespace temper {

// Opens or creates; a last line without its line feed (torn by a kill) is cut off. Each append is one write
// of whole lines at the end of the file. Failures throw Error(Environment) with path and remedy.
class AppendFile {
public:
    explicit AppendFile(const std::filesystem::path& path);

    const std::filesystem::path& path() const noexcept { return m_path; }
    // One or more full lines; the line feed at the end is added when it is missing. What a full disk left of
    // a line is cut off again before the Error is thrown.
    void append(std::string_view lines);
    void sync(); // returns when everything appended is on the disk

private:
    std::filesystem::path m_path;
    Descriptor m_descriptor;
};

} // namespace temper
