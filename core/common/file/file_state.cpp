// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/file_state.h"

#include <algorithm>
#include <vector>

namespace temper {

namespace {

namespace fs = std::filesystem;

std::string stateOfFile(const fs::path& file)
{
    std::error_code gone;
    const auto bytes = fs::file_size(file, gone);
    const auto written = fs::last_write_time(file, gone);
    return gone ? std::string()
                : file.filename().string() + " " + std::to_string(bytes) + " "
            + std::to_string(written.time_since_epoch().count()) + "\n";
}

} // namespace

std::string fileState(const fs::path& path)
{
    std::error_code problem;
    if (!fs::is_directory(path, problem))
        return stateOfFile(path);
    std::vector<std::string> states;
    for (fs::directory_iterator at(path, problem), end; !problem && at != end; at.increment(problem))
        if (std::error_code odd; at->is_regular_file(odd))
            states.push_back(stateOfFile(at->path()));
    std::sort(states.begin(), states.end());
    std::string whole;
    for (const std::string& state : states)
        whole += state;
    return whole;
}

} // namespace temper
