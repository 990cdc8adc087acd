// SPDX-License-Identifier: Apache-2.0
// Files that are either wholly new or wholly old, whatever happens in between: temporary name, sync, rename,
// sync.
#pragma once

#include "core/common/base/os_descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace temper {

// Who may read a new file: as usual for this user (umask), or nobody else (keys of endpoints).
enum class Readers { Usual, OwnerOnly };

// Written beside its target under a temporary name. Without commit() the target stays as it was and the
// temporary file goes. Every failure (disk full, not writable, folder missing) throws Error(Environment) with
// path and remedy. A target that is a link is written where it points; one that exists and is no regular file
// is refused (Error Input).
class AtomicFile {
public:
    explicit AtomicFile(const std::filesystem::path& target, Readers readers = Readers::Usual);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view text) { write(text.data(), text.size()); }
    void write(const void* data, std::size_t bytes);
    std::uint64_t bytesWritten() const noexcept { return m_bytesWritten; }

    void commit(); // once; afterwards nothing more can be written
    void discard() noexcept;

private:
    void writeOut(const char* data, std::size_t bytes);

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    Descriptor m_descriptor;
    std::uint64_t m_bytesWritten = 0;
    std::string m_buffer;
};

void writeFileAtomically(const std::filesystem::path& path,
    std::string_view content,
    Readers readers = Readers::Usual);

// Makes names created, renamed or removed in the folder durable.
void syncFolder(const std::filesystem::path& folder);

// Makes one file's content durable; for files written by other means (std::ofstream, a library).
void syncFile(const std::filesystem::path& path);

// Renames a file or folder within one file system, replacing a file (or an empty folder), and syncs the
// folders concerned.
void renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace temper
