// SPDX-License-Identifier: Apache-2.0
// The repository's own files, for the tests that hold its layout.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace temper::layout {

struct SourceFile {
    std::string path; // relative to the repository, with forward slashes
    std::string text;
};

inline std::filesystem::path repository()
{
    return TEMPER_SOURCE_DIR;
}

inline bool isBelow(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

inline std::string readText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

// What the repository ships, in the order of the paths; build folders and other things that lie beside it are
// left out.
inline std::vector<std::string> shippedPaths()
{
    static constexpr std::string_view kFolders[] = { ".ci", "LICENSES", "app", "cmake", "core", "datasets",
        "installer", "kernels", "resources", "tests", "ui" };
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(repository())) {
        if (entry.is_regular_file())
            paths.push_back(entry.path().filename().string());
    }
    for (const std::string_view folder : kFolders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(repository() / folder)) {
            if (entry.is_regular_file())
                paths.push_back(entry.path().lexically_relative(repository()).generic_string());
        }
    }
    std::ranges::sort(paths);
    return paths;
}

inline bool isCode(std::string_view path)
{
    return path.ends_with(".h") || path.ends_with(".cpp") || path.ends_with(".cu");
}

inline bool isScript(std::string_view path)
{
    return path.ends_with(".sh") || path.ends_with(".cmake") || path.ends_with("CMakeLists.txt")
        || path == ".ci/run" || (isBelow(path, "installer") && path.find('.') == std::string_view::npos);
}

// C++, CUDA, CMake and shell, with their text.
inline std::vector<SourceFile> sourceFiles()
{
    std::vector<SourceFile> files;
    for (const std::string& path : shippedPaths()) {
        if (isCode(path) || isScript(path))
            files.push_back({ path, readText(repository() / path) });
    }
    return files;
}

inline std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// One finding a line, for a test's message.
inline std::string joined(const std::vector<std::string>& findings)
{
    std::string text;
    for (const std::string& finding : findings)
        text += "\n    " + finding;
    return text;
}

} // namespace temper::layout
