// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_atomic_file.h"

#include "core/common/base/error.h"
#include "core/common/base/os_error.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temper {

namespace {

constexpr std::size_t kBufferBytes = std::size_t { 1 } << 18;
constexpr std::size_t kLongestName = 200; // of the 255 bytes a name may have, the rest is for the suffix

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

std::filesystem::path followLink(const std::filesystem::path& path)
{
    std::error_code code;
    if (!std::filesystem::is_symlink(path, code))
        return path;
    const auto real = std::filesystem::weakly_canonical(path, code);
    return code ? path : real;
}

std::filesystem::path temporaryNameFor(const std::filesystem::path& target)
{
    static std::atomic<unsigned> count { 0 };
    const std::string name = target.filename().string().substr(0, kLongestName);
    return folderOf(target)
        / ("." + name + ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
}

void syncPath(const std::filesystem::path& path, int flags)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags));
    if (!descriptor.isOpen())
        throwSystemError(errno, "opening for syncing", path);
    const int code = ::fsync(descriptor.number()) == 0 ? 0 : errno;
    // Some network and FUSE file systems cannot sync a folder and say so with EINVAL; nothing more can be
    // done there.
    if (code != 0 && code != EINVAL && code != ENOTSUP)
        throwSystemError(code, "syncing to disk", path);
}

} // namespace

AtomicFile::AtomicFile(const std::filesystem::path& target, Readers readers)
    : m_target(followLink(target))
    , m_temporary(temporaryNameFor(m_target))
{
    struct stat status { };
    const bool exists = ::stat(m_target.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode))
        throw Error(ErrorKind::Input, "is not a regular file and cannot be replaced.", m_target.string(),
            "Choose another name.");
    const mode_t mode = readers == Readers::OwnerOnly ? 0600 : 0666;
    m_descriptor = Descriptor(::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (!m_descriptor.isOpen())
        throwSystemError(errno, "creating", m_target);
    if (exists && readers == Readers::Usual)
        ::fchmod(m_descriptor.number(), status.st_mode & 07777);
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::write(const void* data, std::size_t bytes)
{
    const char* const text = static_cast<const char*>(data);
    m_bytesWritten += bytes;
    if (m_buffer.size() + bytes < kBufferBytes) {
        m_buffer.append(text, bytes);
        return;
    }
    writeOut(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
    if (bytes < kBufferBytes)
        m_buffer.append(text, bytes);
    else
        writeOut(text, bytes);
}

void AtomicFile::writeOut(const char* data, std::size_t bytes)
{
    if (!m_descriptor.isOpen())
        throw Error(ErrorKind::Internal, "was written to after it had been closed.", m_target.string());
    while (bytes > 0) {
        const ssize_t count = ::write(m_descriptor.number(), data, bytes);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throwSystemError(errno, "writing", m_target);
        data += count;
        bytes -= static_cast<std::size_t>(count);
    }
}

void AtomicFile::commit()
{
    writeOut(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
    if (::fsync(m_descriptor.number()) != 0)
        throwSystemError(errno, "syncing to disk", m_target);
    if (!m_descriptor.close() || ::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        const int code = errno;
        ::unlink(m_temporary.c_str());
        throwSystemError(code, "writing", m_target);
    }
    syncFolder(folderOf(m_target));
}

void AtomicFile::discard() noexcept
{
    if (!m_descriptor.isOpen())
        return;
    m_descriptor.close();
    ::unlink(m_temporary.c_str());
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view content, Readers readers)
{
    AtomicFile file(path, readers);
    file.write(content);
    file.commit();
}

void syncFolder(const std::filesystem::path& folder)
{
    syncPath(folder.empty() ? "." : folder, O_DIRECTORY);
}

void syncFile(const std::filesystem::path& path)
{
    syncPath(path, 0);
}

void renameDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        throwSystemError(errno, "renaming to " + to.string(), from);
    syncFolder(folderOf(to));
    if (folderOf(from) != folderOf(to))
        syncFolder(folderOf(from));
}

} // namespace temper
