// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset.h"
#include "core/common/data/progress_throttle.h"
#include "core/common/data/words.h"

#include <algorithm>

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

} // namespace

bool Dataset::isIndexed() const
{
    return indexedTo() >= m_rowCount;
}

std::uint64_t Dataset::indexedTo() const
{
    const std::string value = withStoreErrors(m_path, [&] { return storeValue(*m_database, "indexed_to"); });
    return value.empty() ? 0 : std::stoull(value);
}

SearchResult Dataset::search(const std::string& text, std::size_t limit, const std::stop_token& stop) const
{
    const Phrase phrase(text);
    SearchResult result;
    result.fromIndex = isIndexed();
    if (phrase.words.empty())
        return result;
    const auto found = [&](std::uint64_t number) {
        if (result.rows.size() < limit)
            result.rows.push_back(number);
        ++result.total;
    };
    if (!result.fromIndex) {
        std::uint64_t number = 0;
        forEach(
            [&](DataRow&& row) {
                if (phrase.isIn(wordsOf(readableText(row))))
                    found(number);
                ++number;
            },
            stop);
        return result;
    }
    withStoreErrors(m_path, [&] {
        SQLite::Statement query(*m_database, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid");
        query.bind(1, phrase.query());
        while (query.executeStep())
            found(static_cast<std::uint64_t>(query.getColumn(0).getInt64()) - 1);
    });
    return result;
}

void Dataset::buildIndex(const ProgressFunction& progress, const std::stop_token& stop)
{
    ProgressThrottle throttle(progress);
    std::uint64_t done = indexedTo();
    while (done < m_rowCount && !stop.stop_requested()) {
        done = indexSome(done);
        throttle.report({ "indexing", done, m_rowCount, "rows" });
    }
    if (done >= m_rowCount)
        withStoreErrors(m_path, [&] { m_database->exec("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

std::uint64_t Dataset::indexSome(std::uint64_t from)
{
    std::vector<std::string> words;
    for (const DataRow& row : rows(from, kRowsATransaction))
        words.push_back(wordsOf(readableText(row)));
    return withStoreErrors(m_path, [&] {
        m_database->exec("PRAGMA synchronous=NORMAL");
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        if (const std::uint64_t now = std::stoull(storeValue(*m_database, "indexed_to")); now != from)
            return now; // another program indexes, too
        SQLite::Statement insert(*m_database, "INSERT INTO search(rowid, words) VALUES(?, ?)");
        for (std::size_t i = 0; i < words.size(); ++i) {
            insert.bind(1, static_cast<std::int64_t>(from + i + 1));
            insert.bindNoCopy(2, words[i]);
            insert.exec();
            insert.reset();
        }
        setStoreValue(*m_database, "indexed_to", std::to_string(from + words.size()));
        transaction.commit();
        return from + words.size();
    });
}

} // namespace temper
