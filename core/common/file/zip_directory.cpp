// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/zip_directory.h"

#include "core/common/base/error.h"
#include "core/common/file/quoted_name.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace temper {

static_assert(std::endian::native == std::endian::little, "numbers are used as they lie in the file");

namespace {

constexpr std::string_view kEndMark { "PK\x05\x06", 4 };
constexpr std::string_view kEnd64Mark { "PK\x06\x06", 4 };
constexpr std::string_view kLocatorMark { "PK\x06\x07", 4 };
constexpr std::string_view kEntryMark { "PK\x01\x02", 4 };
constexpr std::string_view kLocalMark { "PK\x03\x04", 4 };
constexpr std::uint64_t kEndBytes = 22;
constexpr std::uint64_t kLocatorBytes = 20;
constexpr std::uint64_t kEnd64Bytes = 56;
constexpr std::uint64_t kEntryBytes = 46;
constexpr std::uint64_t kLocalBytes = 30;
constexpr std::uint64_t kLongestComment = 65535;
constexpr std::uint32_t kElsewhere = 0xFFFFFFFF; // the number stands in the zip64 field

class Reader {
public:
    Reader(std::string_view archive, const std::string& subject, const std::string& remedy)
        : m_archive(archive)
        , m_subject(subject)
        , m_remedy(remedy)
    {
    }

    [[noreturn]] void refuse(const std::string& sentence) const
    {
        throw Error(ErrorKind::Input, sentence, m_subject, m_remedy);
    }

    std::string_view part(std::uint64_t offset, std::uint64_t bytes) const
    {
        if (offset > m_archive.size() || bytes > m_archive.size() - offset)
            refuse("is cut off or damaged: its table of contents leads beyond the end of the file.");
        return m_archive.substr(offset, bytes);
    }

    template <typename Number> Number number(std::uint64_t offset) const
    {
        Number value;
        std::memcpy(&value, part(offset, sizeof value).data(), sizeof value);
        return value;
    }

    void expect(std::uint64_t offset, std::string_view mark) const
    {
        if (part(offset, mark.size()) != mark)
            refuse("is damaged: its table of contents is broken.");
    }

    std::uint64_t bytes() const { return m_archive.size(); }
    std::string_view archive() const { return m_archive; }

private:
    std::string_view m_archive;
    const std::string& m_subject;
    const std::string& m_remedy;
};

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t entries = 0;
};

Directory findDirectory(const Reader& reader)
{
    const std::uint64_t window = std::min(reader.bytes(), kEndBytes + kLongestComment);
    const std::size_t found = reader.archive().substr(reader.bytes() - window).rfind(kEndMark);
    if (found == std::string_view::npos)
        reader.refuse("is cut off: the end of the archive is missing.");
    const std::uint64_t end = reader.bytes() - window + found;
    Directory directory { reader.number<std::uint32_t>(end + 16), reader.number<std::uint16_t>(end + 10) };
    const bool has64
        = end >= kLocatorBytes && reader.part(end - kLocatorBytes, kLocatorMark.size()) == kLocatorMark;
    if (!has64)
        return directory;
    const auto end64 = reader.number<std::uint64_t>(end - kLocatorBytes + 8);
    reader.part(end64, kEnd64Bytes);
    reader.expect(end64, kEnd64Mark);
    return { reader.number<std::uint64_t>(end64 + 48), reader.number<std::uint64_t>(end64 + 32) };
}

struct Entry {
    std::string name;
    std::uint64_t bytes = 0;
    std::uint64_t stored = 0;
    std::uint64_t local = 0; // offset of its own header
    std::uint64_t next = 0; // offset of the next entry of the table
    bool isPlain = false;
};

// The numbers that did not fit lie in the extra field of kind 1, in this order, each only when it is needed.
void readZip64(const Reader& reader, std::uint64_t at, std::uint64_t end, Entry& entry)
{
    while (at + 4 <= end) {
        const auto kind = reader.number<std::uint16_t>(at);
        const auto length = reader.number<std::uint16_t>(at + 2);
        at += 4;
        std::uint64_t field = at;
        if (kind == 1)
            for (std::uint64_t* number : { &entry.bytes, &entry.stored, &entry.local })
                if (*number == kElsewhere && field + 8 <= at + length) {
                    *number = reader.number<std::uint64_t>(field);
                    field += 8;
                }
        at += length;
    }
}

Entry readEntry(const Reader& reader, std::uint64_t at)
{
    reader.part(at, kEntryBytes);
    reader.expect(at, kEntryMark);
    Entry entry;
    const auto flags = reader.number<std::uint16_t>(at + 8);
    const auto method = reader.number<std::uint16_t>(at + 10);
    entry.stored = reader.number<std::uint32_t>(at + 20);
    entry.bytes = reader.number<std::uint32_t>(at + 24);
    entry.local = reader.number<std::uint32_t>(at + 42);
    const auto nameBytes = reader.number<std::uint16_t>(at + 28);
    const auto extraBytes = reader.number<std::uint16_t>(at + 30);
    const auto commentBytes = reader.number<std::uint16_t>(at + 32);
    entry.name = reader.part(at + kEntryBytes, nameBytes);
    const std::uint64_t extra = at + kEntryBytes + nameBytes;
    reader.part(extra, extraBytes);
    readZip64(reader, extra, extra + extraBytes, entry);
    entry.next = extra + extraBytes + commentBytes;
    entry.isPlain = method == 0 && (flags & 1U) == 0 && entry.stored == entry.bytes;
    return entry;
}

std::string_view contentOf(const Reader& reader, const Entry& entry)
{
    if (!entry.isPlain)
        reader.refuse(
            "its part " + quotedName(entry.name) + " is compressed or encrypted, which PyTorch never does.");
    reader.part(entry.local, kLocalBytes);
    reader.expect(entry.local, kLocalMark);
    const std::uint64_t data = entry.local + kLocalBytes + reader.number<std::uint16_t>(entry.local + 26)
        + reader.number<std::uint16_t>(entry.local + 28);
    return reader.part(data, entry.bytes);
}

} // namespace

std::map<std::string, std::string_view>
storedZipEntries(std::string_view archive, const std::string& subject, const std::string& remedy)
{
    const Reader reader(archive, subject, remedy);
    const Directory directory = findDirectory(reader);
    if (directory.entries > archive.size() / kEntryBytes)
        reader.refuse("is damaged: it says that it has more parts than fit into its size.");
    std::map<std::string, std::string_view> entries;
    std::uint64_t at = directory.offset;
    for (std::uint64_t i = 0; i < directory.entries; ++i) {
        Entry entry = readEntry(reader, at);
        at = entry.next;
        const std::string_view content = contentOf(reader, entry);
        if (!entries.emplace(entry.name, content).second)
            reader.refuse("two of its parts have the name " + quotedName(entry.name) + ".");
    }
    return entries;
}

} // namespace temper
