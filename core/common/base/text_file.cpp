// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/text_file.h"

#include "core/common/base/error.h"

#include <fstream>
#include <iterator>

namespace temper {

namespace {

// "<(…)" of a shell and a redirected input are pipes that somebody writes to; any other pipe may never end.
bool isGivenByShell(const std::filesystem::path& path)
{
    const std::string text = path.string();
    return text == "/dev/stdin" || text.starts_with("/dev/fd/") || text.starts_with("/proc/self/fd/");
}

} // namespace

std::string readTextFile(const std::filesystem::path& path)
{
    std::error_code code;
    if (std::filesystem::is_directory(path, code))
        throw Error(ErrorKind::Input, "is a folder, a file was expected.", path.string());
    if (std::filesystem::is_other(path, code) && !isGivenByShell(path))
        throw Error(ErrorKind::Input, "is a pipe or a device, a file was expected.", path.string());
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        const bool exists = std::filesystem::exists(path, code);
        throw Error(ErrorKind::Environment, exists ? "cannot be opened for reading." : "does not exist.",
            path.string(), exists ? "Check its permissions." : "Check the path.");
    }
    std::string text;
    const auto size = std::filesystem::file_size(path, code);
    if (!code)
        text.reserve(size);
    text.assign(std::istreambuf_iterator<char>(file), {});
    if (file.bad())
        throw Error(ErrorKind::Environment, "cannot be read to its end.", path.string(), "Check the disk.");
    return text;
}

} // namespace temper
