// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/row_spool.h"

#include "core/common/base/error.h"
#include "core/common/base/os_mapped_file.h"
#include "core/common/base/os_paths.h"
#include "core/common/base/os_process.h"

#include <atomic>
#include <charconv>
#include <cstring>

namespace temper {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kInMemory = std::size_t { 64 } << 20;
constexpr std::size_t kWrittenAtOnce = std::size_t { 4 } << 20;
constexpr std::string_view kPrefix = "rows-";

// What killed programs left, by the process number in the name.
void removeAbandoned(const fs::path& folder)
{
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(kPrefix))
            continue;
        std::int64_t process = 0;
        const char* const digits = name.data() + kPrefix.size();
        std::error_code ignored;
        if (std::from_chars(digits, name.data() + name.size(), process).ec == std::errc()
            && !isProcessAlive(process))
            fs::remove(entry.path(), ignored);
    }
}

fs::path newFile()
{
    static std::atomic<int> number = 0;
    const fs::path folder = userCacheFolder() / "spool";
    std::error_code code;
    fs::create_directories(folder, code);
    removeAbandoned(folder);
    return folder / (std::string(kPrefix) + std::to_string(processId()) + "-" + std::to_string(++number));
}

} // namespace

RowSpool::RowSpool() = default;

RowSpool::RowSpool(const fs::path& lines)
    : m_mapped(std::make_unique<MappedFile>(lines))
{
    const std::string_view text = m_mapped->text();
    m_mapped->advise(Access::Sequential);
    for (std::size_t at = 0, released = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        m_ends.push_back(end);
        at = end;
        if (at - released < kInMemory)
            continue;
        release();
        released = at;
    }
}

RowSpool::~RowSpool()
{
    removeFile();
}

RowSpool::RowSpool(RowSpool&&) noexcept = default;
RowSpool& RowSpool::operator=(RowSpool&&) noexcept = default;

void RowSpool::add(std::string_view line)
{
    m_text.append(line).push_back('\n');
    m_ends.push_back(bytes() + line.size() + 1);
    if (m_text.size() >= (m_file ? kWrittenAtOnce : kInMemory))
        toDisk();
}

void RowSpool::toDisk()
{
    if (!m_file) {
        m_path = newFile();
        m_file = std::make_unique<std::ofstream>(m_path, std::ios::binary);
    }
    m_file->write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
    m_file->flush();
    if (!*m_file)
        throw Error(ErrorKind::Environment, "cannot be written: the disk may be full.", m_path.string(),
            "Make room on the disk, or let XDG_CACHE_HOME name a folder on a larger one.");
    m_text = {};
}

void RowSpool::finish()
{
    if (!m_file)
        return;
    toDisk();
    m_file.reset();
    m_mapped = std::make_unique<MappedFile>(m_path);
}

std::string_view RowSpool::line(std::uint64_t number) const
{
    const std::string_view text = m_mapped ? m_mapped->text() : std::string_view(m_text);
    std::string_view line = text.substr(m_ends[number] - lineBytes(number), lineBytes(number));
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    return line;
}

std::uint64_t RowSpool::lineBytes(std::uint64_t number) const
{
    return m_ends[number] - (number == 0 ? 0 : m_ends[number - 1]);
}

void RowSpool::release() const
{
    if (m_mapped)
        m_mapped->advise(Access::DontNeed);
}

void RowSpool::removeFile() noexcept
{
    if (m_path.empty())
        return;
    m_file.reset();
    m_mapped.reset();
    std::error_code ignored;
    fs::remove(m_path, ignored);
}

} // namespace temper
