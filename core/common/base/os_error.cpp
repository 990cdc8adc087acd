// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_error.h"

#include "core/common/base/error.h"

#include <cerrno>
#include <system_error>

namespace temper {

namespace {

std::string remedyFor(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return "The disk is full: free some space or choose another folder.";
    case EACCES:
    case EPERM:
        return "Check the permissions of the file and its folder.";
    case EROFS:
        return "The disk is mounted read-only: choose another folder.";
    case EFBIG:
        return "Files of this size are not allowed here: raise the limit (ulimit -f) or choose another disk.";
    case ENOENT:
    case ENOTDIR:
        return "Check the path.";
    case ENAMETOOLONG:
        return "Use a shorter name.";
    case EMFILE:
    case ENFILE:
        return "Too many files are open: close some programs or raise the limit (ulimit -n).";
    case ENOMEM:
        return "Close other programs to free memory.";
    case EIO:
        return "Check the disk.";
    default:
        return {};
    }
}

} // namespace

void throwSystemError(int code, const std::string& action, const std::filesystem::path& path)
{
    throw Error(ErrorKind::Environment, action + " failed: " + std::generic_category().message(code) + ".",
        path.string(), remedyFor(code));
}

} // namespace temper
