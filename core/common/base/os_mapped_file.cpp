// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/os_mapped_file.h"

#include "core/common/base/error.h"
#include "core/common/base/os_descriptor.h"
#include "core/common/base/os_error.h"
#include "core/common/base/os_lost_pages.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temper {

namespace {

int adviceOf(Access access)
{
    switch (access) {
    case Access::Normal:
        return MADV_NORMAL;
    case Access::Sequential:
        return MADV_SEQUENTIAL;
    case Access::Random:
        return MADV_RANDOM;
    case Access::WillNeed:
        return MADV_WILLNEED;
    case Access::DontNeed:
        return MADV_DONTNEED;
    }
    return MADV_NORMAL;
}

} // namespace

MappedFile::MappedFile(const std::filesystem::path& path)
    : m_path(path)
{
    // O_NONBLOCK: a named pipe must be refused below, not waited for.
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.isOpen())
        throwSystemError(errno, "opening for reading", path);
    struct stat status { };
    if (::fstat(descriptor.number(), &status) != 0)
        throwSystemError(errno, "asking for the size", path);
    if (S_ISDIR(status.st_mode))
        throw Error(ErrorKind::Input, "is a folder, a file was expected.", path.string());
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorKind::Input, "is not a regular file.", path.string());
    if (status.st_size == 0)
        return;
    void* const address = ::mmap(
        nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
    if (address == MAP_FAILED)
        throwSystemError(errno, "mapping into memory", path);
    m_data = static_cast<const std::byte*>(address);
    m_bytes = static_cast<std::uint64_t>(status.st_size);
    m_pages = rememberPages(address, m_bytes, path);
}

MappedFile::MappedFile(std::filesystem::path name, std::vector<std::byte> bytes)
    : m_path(std::move(name))
    , m_owned(std::move(bytes))
{
    m_data = m_owned.empty() ? nullptr : m_owned.data();
    m_bytes = m_owned.size();
}

MappedFile::~MappedFile()
{
    if (!m_data || !m_owned.empty())
        return;
    forgetPages(m_pages);
    ::munmap(const_cast<std::byte*>(m_data), m_bytes);
}

std::shared_ptr<const MappedFile> MappedFile::open(const std::filesystem::path& path)
{
    return std::make_shared<const MappedFile>(path);
}

std::string_view MappedFile::text() const noexcept
{
    return { reinterpret_cast<const char*>(m_data), m_bytes };
}

void MappedFile::advise(Access access, std::uint64_t offset, std::uint64_t length) const noexcept
{
    if (!m_data || !m_owned.empty() || offset >= m_bytes)
        return;
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const std::uint64_t begin = offset / page * page;
    const std::uint64_t end = offset + std::min(length, m_bytes - offset);
    ::madvise(const_cast<std::byte*>(m_data) + begin, end - begin, adviceOf(access));
}

} // namespace temper
