// SPDX-License-Identifier: Apache-2.0
// Where a person's own files lie on this system, and how much room a disk has.
#pragma once

#include <cstdint>
#include <filesystem>

namespace temper {

// Folders of the person, none of them created here: $XDG_CONFIG_HOME/temper (else ~/.config/temper) for
// settings and keys, $XDG_CACHE_HOME/temper (else ~/.cache/temper) for what may be deleted at any time,
// $XDG_DATA_HOME/temper (else ~/.local/share/temper) for models that were fetched.
std::filesystem::path homeFolder();
std::filesystem::path userConfigFolder();
std::filesystem::path userCacheFolder();
std::filesystem::path userDataFolder();

// The path a variable of the environment names; empty where it is unset or names a relative one.
std::filesystem::path folderFromEnvironment(const char* variable);

// For short-lived files: $TMPDIR, else the system's.
std::filesystem::path temporaryFolder();

// A folder of this user alone (mode 0700) for sockets: $XDG_RUNTIME_DIR/temper, else /tmp/temper-<user id>.
// Created when missing. Throws Error(Environment) when it belongs to somebody else.
std::filesystem::path runtimeFolder();

// Bytes that this user may still write to the file system of the path, which need not exist yet.
std::uint64_t freeDiskBytes(const std::filesystem::path& path);

} // namespace temper
