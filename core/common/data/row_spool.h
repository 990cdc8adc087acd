// SPDX-License-Identifier: Apache-2.0
// Many rows as text on the disk, read by number: sets larger than the memory can be mixed and split.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

class MappedFile;

// Lines without their line feed. Written first, then read; reading may come from several threads.
class RowSpool {
public:
    // Stays in memory up to 64 MiB, then goes to a file of the person's cache folder, which is gone with the
    // object.
    RowSpool();
    // The lines of a file, which must not change meanwhile. Throws Error(Environment) when it cannot be read.
    explicit RowSpool(const std::filesystem::path& lines);
    ~RowSpool();
    RowSpool(RowSpool&&) noexcept;
    RowSpool& operator=(RowSpool&&) noexcept;

    void add(std::string_view line); // Error(Environment) when the disk is full
    void finish(); // before the first reading; afterwards nothing is added

    std::uint64_t size() const { return m_ends.size(); }
    std::string_view line(std::uint64_t number) const;
    std::uint64_t lineBytes(std::uint64_t number) const; // with its line feed; touches no text
    std::uint64_t bytes() const { return m_ends.empty() ? 0 : m_ends.back(); }
    // Lets the system take back the memory of what was read.
    void release() const;

private:
    void toDisk();
    void removeFile() noexcept;

    std::vector<std::uint64_t> m_ends; // behind each line's line feed
    std::string m_text; // while in memory; else what is not written yet
    std::filesystem::path m_path; // of the spool's own file
    std::unique_ptr<std::ofstream> m_file;
    std::unique_ptr<MappedFile> m_mapped;
};

} // namespace temper
