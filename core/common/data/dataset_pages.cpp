// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"
#include "core/common/data/stored_row.h"

#include <algorithm>
#include <sqlite3.h>

namespace temper {

namespace {

constexpr std::uint64_t kReadWhole = 64 << 10; // content of more bytes is summarised from its beginning
constexpr std::size_t kBeginning = 8 << 10;

constexpr const char* kState = " EXISTS(SELECT 1 FROM aside WHERE row = rows.id), EXISTS(SELECT 1 FROM edits "
                               "WHERE row = rows.id AND kind IN ('edit', "
                               "'add') AND step <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = "
                               "'step')) FROM rows WHERE id = ?";

// A text's beginning without a character cut in two.
std::string beginning(std::string_view text, std::size_t characters)
{
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (starts && characters-- == 0)
            break;
    }
    return std::string(text.substr(0, end));
}

std::string firstIds(const std::vector<std::int32_t>& ids, std::size_t characters)
{
    std::string text;
    for (std::size_t i = 0; i < ids.size() && text.size() < characters; ++i)
        text += (i > 0 ? " " : "") + std::to_string(ids[i]);
    return text;
}

void summarise(const DataRow& row, std::size_t characters, RowSummary& summary)
{
    summary.turns = row.messages.size();
    for (const Message& message : row.messages) {
        if (message.role == "assistant")
            summary.answer = beginning(message.content, characters);
        else if (summary.answer.empty() && (message.role == "user" || summary.prompt.empty()))
            summary.prompt = beginning(message.content, characters);
    }
    if (row.kind == RowKind::Prompt) {
        summary.prompt = beginning(row.prompt, characters);
        summary.answer = beginning(row.completion, characters);
    } else if (row.kind == RowKind::Text)
        summary.prompt = beginning(row.text, characters);
    else if (row.kind == RowKind::Tokens)
        summary.prompt = firstIds(row.ids, characters);
}

// The text of the first string that follows `key` in content that is cut off somewhere.
std::string firstText(std::string_view content, std::string_view key, std::size_t characters)
{
    const std::size_t found = content.find(key);
    if (found == std::string_view::npos)
        return {};
    content.remove_prefix(found + key.size());
    std::size_t end = 0;
    while (end < content.size() && content[end] != '"')
        end += content[end] == '\\' ? 2 : 1;
    std::string text(content.substr(0, std::min(end, content.size())));
    if (end >= content.size()) // leave out an escape or character that may be cut
        text = beginning(
            text.substr(0,
                text.find_last_of('\\', text.size() - 1) > text.size() - 8 ? text.find_last_of('\\')
                                                                           : text.size()),
            std::max<std::size_t>(text.size(), 4) - 4);
    const Json parsed = Json::parse("\"" + text + "\"", nullptr, false);
    return parsed.is_string() ? beginning(parsed.get<std::string>(), characters) : std::string();
}

void summariseBeginning(std::string_view content, std::size_t characters, RowSummary& summary)
{
    switch (summary.kind) {
    case RowKind::Chat: {
        const std::size_t user = content.find("{\"role\":\"user\"");
        summary.prompt = firstText(
            content.substr(user == std::string_view::npos ? 0 : user), "\"content\":\"", characters);
        break;
    }
    case RowKind::Prompt:
        summary.prompt = firstText(content, "\"prompt\":\"", characters);
        break;
    case RowKind::Text:
        summary.prompt = firstText(content, "\"text\":\"", characters);
        break;
    case RowKind::Tokens:
        summary.prompt
            = beginning(content.substr(std::min(content.size(), content.find('[') + 1)), characters);
        break;
    }
}

// Stored contents by id, as much of each as is wanted: SQLite's columns would bring a text of 50 MB as a
// whole.
class ContentReader {
public:
    explicit ContentReader(const SQLite::Database& database)
        : m_database(database)
    {
    }
    ~ContentReader() { sqlite3_blob_close(m_blob); }
    ContentReader(const ContentReader&) = delete;
    ContentReader& operator=(const ContentReader&) = delete;

    std::uint64_t open(std::int64_t id)
    {
        sqlite3* const handle = m_database.getHandle();
        const int code = m_blob ? sqlite3_blob_reopen(m_blob, id)
                                : sqlite3_blob_open(handle, "main", "rows", "content", id, 0, &m_blob);
        if (code != SQLITE_OK)
            throw SQLite::Exception(handle, code);
        return static_cast<std::uint64_t>(sqlite3_blob_bytes(m_blob));
    }

    std::string read(std::size_t bytes)
    {
        std::string text(bytes, '\0');
        const int code = sqlite3_blob_read(m_blob, text.data(), static_cast<int>(bytes), 0);
        if (code != SQLITE_OK)
            throw SQLite::Exception(m_database.getHandle(), code);
        return text;
    }

private:
    const SQLite::Database& m_database;
    sqlite3_blob* m_blob = nullptr;
};

template <typename Visit>
void forPositions(const RowSelection& selection, std::uint64_t first, std::uint64_t count, Visit visit)
{
    const std::uint64_t end = first + std::min(count, selection.size() - std::min(first, selection.size()));
    for (std::uint64_t position = first; position < end; ++position)
        visit(selection.number(position));
}

} // namespace

std::vector<DatasetRow>
Dataset::rows(const RowSelection& selection, std::uint64_t first, std::uint64_t count) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<DatasetRow> page;
        StoredRowReader reader;
        SQLite::Statement query(*m_database, std::string("SELECT file, line, content, extra,") + kState);
        forPositions(selection, first, count, [&](std::uint64_t number) {
            query.reset();
            query.bind(1, idOf(number));
            if (!query.executeStep())
                return; // taken back since
            const auto extra = query.getColumn(3);
            const auto content = query.getColumn(2);
            page.push_back({ number,
                reader.read({ content.getText(), static_cast<std::size_t>(content.getBytes()) },
                    extra.isNull()
                        ? std::string_view()
                        : std::string_view(extra.getText(), static_cast<std::size_t>(extra.getBytes())),
                    m_path.string()),
                query.getColumn(4).getInt() != 0, query.getColumn(5).getInt() != 0 });
            page.back().row.source = { static_cast<std::uint32_t>(query.getColumn(0).getInt64()),
                static_cast<std::uint64_t>(query.getColumn(1).getInt64()) };
        });
        return page;
    });
}

std::vector<RowSummary> Dataset::summaries(const RowSelection& selection,
    std::uint64_t first,
    std::uint64_t count,
    std::size_t characters) const
{
    return withStoreErrors(m_path, [&] {
        std::vector<RowSummary> page;
        StoredRowReader reader;
        ContentReader contents(*m_database);
        SQLite::Statement query(*m_database, std::string("SELECT kind,") + kState);
        forPositions(selection, first, count, [&](std::uint64_t number) {
            query.reset();
            query.bind(1, idOf(number));
            if (!query.executeStep())
                return;
            RowSummary summary;
            summary.number = number;
            summary.kind = static_cast<RowKind>(query.getColumn(0).getInt());
            summary.isSetAside = query.getColumn(1).getInt() != 0;
            summary.isChanged = query.getColumn(2).getInt() != 0;
            summary.bytes = contents.open(idOf(number));
            if (summary.bytes <= kReadWhole)
                summarise(
                    reader.read(contents.read(summary.bytes), {}, m_path.string()), characters, summary);
            else
                summariseBeginning(contents.read(kBeginning), characters, summary);
            page.push_back(std::move(summary));
        });
        return page;
    });
}

} // namespace temper
