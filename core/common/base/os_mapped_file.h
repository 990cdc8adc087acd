// SPDX-License-Identifier: Apache-2.0
// A whole file mapped read-only into memory, so that weights are read without a copy and shared between
// programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace temper {

enum class Access {
    Normal,
    Sequential, // read once from front to back
    Random,
    WillNeed, // start reading ahead now
    DontNeed, // the pages may be dropped; they come back from the file when touched
};

class MappedFile {
public:
    // Throws Error(Environment) when the file cannot be opened or mapped, Error(Input) when it is no regular
    // file.
    explicit MappedFile(const std::filesystem::path& path);
    // Bytes already in memory under a name, for what does not lie on a disk.
    MappedFile(std::filesystem::path name, std::vector<std::byte> bytes);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    static std::shared_ptr<const MappedFile> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const noexcept { return m_path; }
    const std::byte* data() const noexcept { return m_data; } // nullptr for an empty file
    std::uint64_t bytes() const noexcept { return m_bytes; }
    std::string_view text() const noexcept;

    // Hints for the whole file or for a part of it; never fails.
    void advise(Access access) const noexcept { advise(access, 0, m_bytes); }
    void advise(Access access, std::uint64_t offset, std::uint64_t length) const noexcept;

private:
    std::filesystem::path m_path;
    const std::byte* m_data = nullptr;
    std::uint64_t m_bytes = 0;
    std::vector<std::byte> m_owned;
    int m_pages = -1; // of rememberPages
};

} // namespace temper
