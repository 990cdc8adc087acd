// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a long list that are fetched elsewhere when they are looked at: the newest wish first, pages
// scrolled past not at all, the least used ones forgotten.
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <functional>
#include <vector>

namespace temper {

template <class Row> class PageCache {
public:
    static constexpr int kPageRows = 64;

    // Asks for a page; the answer comes to keep() with the ticket, or failed().
    using Fetch = std::function<void(int page, quint64 ticket)>;
    using Arrived = std::function<void(int firstRow, int endRow)>;

    // `owner` outlives the cache and lives in its thread.
    PageCache(QObject* owner, Fetch fetch, Arrived arrived)
        : m_owner(owner)
        , m_fetch(std::move(fetch))
        , m_arrived(std::move(arrived))
    {
    }

    void clear()
    {
        ++m_ticket;
        m_pages.clear();
        m_wanted.clear();
        m_fetching = false;
    }

    // What is here stays on show until the new pages come.
    void refetch()
    {
        ++m_ticket;
        m_fetching = false;
        for (Page& page : m_pages)
            page.stale = true;
    }

    // nullptr: not here yet; it is asked for.
    const Row* row(int index)
    {
        const int number = index / kPageRows;
        const auto page = m_pages.find(number);
        if (page == m_pages.end()) {
            want(number);
            return nullptr;
        }
        page->used = ++m_clock;
        if (page->stale)
            want(number);
        const auto at = static_cast<std::size_t>(index % kPageRows);
        return at < page->rows.size() ? &page->rows[at] : nullptr;
    }

    void keep(int number, quint64 ticket, std::vector<Row> rows)
    {
        if (ticket != m_ticket)
            return;
        m_fetching = false;
        const int first = number * kPageRows;
        m_pages[number] = { std::move(rows), ++m_clock, false };
        forgetLeastUsed();
        m_arrived(first, first + kPageRows);
        fetchNext();
    }

    // True when the failure is about what is still wanted.
    bool failed(quint64 ticket)
    {
        if (ticket != m_ticket)
            return false;
        m_fetching = false;
        return true;
    }

private:
    static constexpr qsizetype kPagesKept = 96;
    static constexpr qsizetype kWishesKept = 4;

    struct Page {
        std::vector<Row> rows;
        quint64 used = 0;
        bool stale = false;
    };

    void want(int page)
    {
        m_wanted.removeOne(page);
        m_wanted.append(page);
        if (m_scheduled || m_fetching)
            return;
        m_scheduled = true;
        QMetaObject::invokeMethod(
            m_owner,
            [this] {
                m_scheduled = false;
                fetchNext();
            },
            Qt::QueuedConnection);
    }

    void fetchNext()
    {
        while (m_wanted.size() > kWishesKept)
            m_wanted.removeFirst();
        if (m_fetching || m_wanted.isEmpty())
            return;
        m_fetching = true;
        m_fetch(m_wanted.takeLast(), m_ticket);
    }

    void forgetLeastUsed()
    {
        while (m_pages.size() > kPagesKept) {
            auto oldest = m_pages.begin();
            for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
                if (page->used < oldest->used)
                    oldest = page;
            }
            m_pages.erase(oldest);
        }
    }

    QObject* m_owner;
    Fetch m_fetch;
    Arrived m_arrived;
    QHash<int, Page> m_pages;
    QList<int> m_wanted; // the newest last
    quint64 m_ticket = 0; // answers to an earlier one are dropped
    quint64 m_clock = 0;
    bool m_scheduled = false;
    bool m_fetching = false;
};

} // namespace temper
