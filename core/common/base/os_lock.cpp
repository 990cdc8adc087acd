// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_lock.h"

#include "core/common/base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace temper {

namespace {

// Locks of the open file, not of the process: another open of the same file in this process conflicts as
// well.
struct flock wholeFile()
{
    struct flock lock { };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

bool isSameFile(int descriptor, const std::filesystem::path& path)
{
    struct stat opened { };
    struct stat named { };
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

} // namespace

std::optional<FileLock> FileLock::tryLock(const std::filesystem::path& path)
{
    for (;;) {
        Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
        if (!descriptor.isOpen())
            throwSystemError(errno, "opening the lock", path);
        struct flock lock = wholeFile();
        if (::fcntl(descriptor.number(), F_OFD_SETLK, &lock) != 0) {
            if (errno == EAGAIN || errno == EACCES)
                return {};
            throwSystemError(errno, "locking", path);
        }
        // Somebody may have removed the file between opening and locking it: then the lock guards nothing.
        if (isSameFile(descriptor.number(), path))
            return FileLock(std::move(descriptor));
    }
}

bool FileLock::isHeld(const std::filesystem::path& path)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.isOpen() && errno == ENOENT)
        return false;
    if (!descriptor.isOpen())
        throwSystemError(errno, "opening the lock", path);
    struct flock lock = wholeFile();
    if (::fcntl(descriptor.number(), F_OFD_GETLK, &lock) != 0)
        throwSystemError(errno, "looking at the lock", path);
    return lock.l_type != F_UNLCK;
}

FileLock::FileLock(Descriptor descriptor)
    : m_descriptor(std::move(descriptor))
{
}

} // namespace temper
