// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_append_file.h"

#include "core/common/base/os_atomic_file.h"
#include "core/common/base/os_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace temper {

namespace {

// The length of the file up to and with its last line feed.
off_t lengthOfWholeLines(int descriptor, const std::filesystem::path& path)
{
    std::array<char, 65536> block;
    off_t end = ::lseek(descriptor, 0, SEEK_END);
    while (end > 0) {
        const off_t begin = std::max<off_t>(0, end - static_cast<off_t>(block.size()));
        const auto wanted = static_cast<std::size_t>(end - begin);
        const ssize_t count = ::pread(descriptor, block.data(), wanted, begin);
        if (count != static_cast<ssize_t>(wanted))
            throwSystemError(count < 0 ? errno : EIO, "reading the end", path);
        const auto position = std::string_view(block.data(), wanted).rfind('\n');
        if (position != std::string_view::npos)
            return begin + static_cast<off_t>(position) + 1;
        end = begin;
    }
    return 0;
}

} // namespace

AppendFile::AppendFile(const std::filesystem::path& path)
    : m_path(path)
{
    std::error_code code;
    const bool isNew = !std::filesystem::exists(path, code);
    m_descriptor = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    if (!m_descriptor.isOpen())
        throwSystemError(errno, "opening for appending", path);
    if (isNew)
        syncFolder(path.parent_path());
    const off_t length = lengthOfWholeLines(m_descriptor.number(), path);
    if (length != ::lseek(m_descriptor.number(), 0, SEEK_END)
        && ::ftruncate(m_descriptor.number(), length) != 0)
        throwSystemError(errno, "cutting a torn last line", path);
}

void AppendFile::append(std::string_view lines)
{
    std::string text(lines);
    if (!text.ends_with('\n'))
        text += '\n';
    const off_t before = ::lseek(m_descriptor.number(), 0, SEEK_END);
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t count = ::write(m_descriptor.number(), text.data() + written, text.size() - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            const int code = errno;
            [[maybe_unused]] const int cut = ::ftruncate(m_descriptor.number(), before);
            throwSystemError(code, "appending", m_path);
        }
        written += static_cast<std::size_t>(count);
    }
}

void AppendFile::sync()
{
    if (::fdatasync(m_descriptor.number()) != 0)
        throwSystemError(errno, "syncing to disk", m_path);
}

} // namespace temper
