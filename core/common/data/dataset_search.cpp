// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"
#include "core/common/data/progress_throttle.h"
#include "core/common/data/search_index.h"
#include "core/common/data/stored_row.h"
#include "core/common/data/words.h"

#include <algorithm>
#include <iterator>

namespace temper {

namespace {

constexpr std::uint64_t kRowsATransaction = 2000;

// "fine tuning*" as the words of a phrase, the last one perhaps only begun.
struct Phrase {
    explicit Phrase(const std::string& text)
        : words(wordsOf(text))
        , openEnd(text.ends_with('*'))
    {
    }

    bool isIn(const std::string& rowWords) const
    {
        const std::string wanted = " " + words + (openEnd ? "" : " ");
        return (" " + rowWords + " ").find(wanted) != std::string::npos;
    }
    // Words hold letters and digits only: nothing in them needs escaping.
    std::string query() const { return "\"" + words + "\"" + (openEnd ? " *" : ""); }

    std::string words;
    bool openEnd;
};

std::vector<std::uint64_t> without(const std::vector<std::uint64_t>& all,
    const std::vector<std::uint64_t>& some)
{
    std::vector<std::uint64_t> left;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(left));
    return left;
}

std::vector<std::uint64_t> common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    std::vector<std::uint64_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

} // namespace

struct Dataset::Found {
    std::vector<std::uint64_t> numbers; // whether in use or set aside
    bool fromIndex = true;
};

std::uint64_t Dataset::indexedRows() const
{
    return withStoreErrors(m_path, [&] { return std::min(indexedTo(*m_database), rowCount()); });
}

bool Dataset::isIndexed() const
{
    return indexedRows() >= rowCount();
}

Dataset::Found
Dataset::find(const std::string& text, const ProgressFunction& progress, const std::stop_token& stop) const
{
    const Phrase phrase(text);
    return withStoreErrors(m_path, [&] {
        Found found;
        // One view of the store: a row must not move from what is scanned into the index in between.
        const SQLite::Transaction view(*m_database);
        const std::uint64_t rows = rowCount();
        const std::uint64_t indexed = std::min(indexedTo(*m_database), rows);
        found.fromIndex = indexed == rows;
        if (phrase.words.empty())
            return found;
        SQLite::Statement query(*m_database, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid");
        query.bind(1, phrase.query());
        while (query.executeStep())
            found.numbers.push_back(numberOf(query.getColumn(0).getInt64()));
        SQLite::Statement scan(*m_database, "SELECT id, content FROM rows WHERE id > ? ORDER BY id");
        scan.bind(1, static_cast<std::int64_t>(indexed));
        StoredRowReader reader;
        ProgressThrottle throttle(progress);
        while (scan.executeStep()) {
            throwIfStopped(stop);
            const std::uint64_t number = numberOf(scan.getColumn(0).getInt64());
            const auto content = scan.getColumn(1);
            const DataRow row = reader.read(
                { content.getText(), static_cast<std::size_t>(content.getBytes()) }, {}, m_path.string());
            if (phrase.isIn(wordsOf(readableText(row))))
                found.numbers.push_back(number);
            throttle.report({ "searching", number + 1, rows, "rows" });
        }
        return found;
    });
}

SearchResult Dataset::search(const std::string& text, std::size_t limit, const std::stop_token& stop) const
{
    Found found = find(text, {}, stop);
    SearchResult result;
    result.fromIndex = found.fromIndex;
    result.rows = without(found.numbers, rowsSetAside());
    result.total = result.rows.size();
    result.rows.resize(std::min(limit, result.rows.size()));
    return result;
}

RowSelection
Dataset::select(const RowFilter& filter, const ProgressFunction& progress, const std::stop_token& stop) const
{
    const bool all = wordsOf(filter.words).empty();
    std::vector<std::uint64_t> found;
    if (!all)
        found = find(filter.words, progress, stop).numbers;
    switch (filter.shown) {
    case RowsShown::All:
        return all ? RowSelection::allBut(rowCount(), {}) : RowSelection::of(std::move(found));
    case RowsShown::InUse:
        return all ? RowSelection::allBut(rowCount(), rowsSetAside())
                   : RowSelection::of(without(found, rowsSetAside()));
    case RowsShown::SetAside:
        return RowSelection::of(all ? rowsSetAside() : common(found, rowsSetAside()));
    case RowsShown::Changed:
        return RowSelection::of(all ? rowsChanged() : common(found, rowsChanged()));
    }
    return {};
}

void Dataset::buildIndex(const ProgressFunction& progress, const std::stop_token& stop)
{
    ProgressThrottle throttle(progress);
    withStoreErrors(m_path, [&] { m_database->exec("PRAGMA synchronous=NORMAL"); });
    std::uint64_t done = indexedRows();
    while (done < rowCount() && !stop.stop_requested()) {
        done = indexSome(done);
        throttle.report({ "indexing", done, rowCount(), "rows" });
    }
    if (done >= rowCount())
        withStoreErrors(m_path, [&] { m_database->exec("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

std::uint64_t Dataset::indexSome(std::uint64_t from)
{
    const std::uint64_t seen = revision();
    std::vector<std::string> words;
    for (const DataRow& row : rows(from, kRowsATransaction))
        words.push_back(wordsOf(readableText(row)));
    return withStoreErrors(m_path, [&] {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        const std::uint64_t now = indexedTo(*m_database);
        if (now != from || storeNumber(*m_database, "revision") != seen)
            return now; // somebody edits or indexes, too: these words may be old
        SearchIndex index(*m_database);
        for (std::size_t i = 0; i < words.size(); ++i)
            index.put(static_cast<std::int64_t>(from + i + 1), words[i]);
        setStoreNumber(*m_database, "indexed_to", from + words.size());
        transaction.commit();
        return from + words.size();
    });
}

} // namespace temper
