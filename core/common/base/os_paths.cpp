// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_paths.h"

#include "core/common/base/error.h"
#include "core/common/base/os_error.h"

#include <cerrno>
#include <cstdlib>
#include <pwd.h>
#include <string>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestRuntimeFolder = 60; // a socket's whole path has 108 bytes

bool isOwnFolder(const fs::path& folder)
{
    struct stat status { };
    return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

} // namespace

// A relative path in one of these variables is to be ignored (XDG Base Directory Specification).
fs::path folderFromEnvironment(const char* variable)
{
    const char* const value = std::getenv(variable);
    const fs::path path = value ? value : "";
    return path.is_absolute() ? path : fs::path();
}

fs::path homeFolder()
{
    const fs::path home = folderFromEnvironment("HOME");
    if (!home.empty())
        return home;
    const passwd* const entry = ::getpwuid(::geteuid());
    return entry && entry->pw_dir ? fs::path(entry->pw_dir) : fs::path("/");
}

fs::path userConfigFolder()
{
    const fs::path base = folderFromEnvironment("XDG_CONFIG_HOME");
    return (base.empty() ? homeFolder() / ".config" : base) / "temper";
}

fs::path userCacheFolder()
{
    const fs::path base = folderFromEnvironment("XDG_CACHE_HOME");
    return (base.empty() ? homeFolder() / ".cache" : base) / "temper";
}

fs::path userDataFolder()
{
    const fs::path base = folderFromEnvironment("XDG_DATA_HOME");
    return (base.empty() ? homeFolder() / ".local" / "share" : base) / "temper";
}

fs::path temporaryFolder()
{
    const fs::path folder = folderFromEnvironment("TMPDIR");
    return folder.empty() ? fs::path("/tmp") : folder;
}

fs::path runtimeFolder()
{
    const fs::path base = folderFromEnvironment("XDG_RUNTIME_DIR");
    const bool useBase = isOwnFolder(base) && base.native().size() <= kLongestRuntimeFolder;
    const fs::path folder
        = useBase ? base / "temper" : fs::path("/tmp/temper-" + std::to_string(::geteuid()));
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        throwSystemError(errno, "creating the folder", folder);
    if (!isOwnFolder(folder))
        throw Error(ErrorKind::Environment,
            "is not a folder of this user, so that it cannot hold sockets safely.", folder.string(),
            "Remove it, or set XDG_RUNTIME_DIR to a folder of your own.");
    if (::chmod(folder.c_str(), 0700) != 0)
        throwSystemError(errno, "closing the folder to others", folder);
    return folder;
}

std::uint64_t freeDiskBytes(const fs::path& path)
{
    fs::path existing = fs::absolute(path.empty() ? fs::path(".") : path);
    std::error_code code;
    while (!fs::exists(existing, code) && existing.has_relative_path())
        existing = existing.parent_path();
    struct statvfs status { };
    if (::statvfs(existing.c_str(), &status) != 0)
        throwSystemError(errno, "asking for the free space", existing);
    return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

} // namespace temper
