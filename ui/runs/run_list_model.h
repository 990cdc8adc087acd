// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of the project as a list of values under two headings, what is in the queue and what was; words
// and colours are the delegate's.
#pragma once

#include "ui/runs/run_entry.h"

#include <QAbstractListModel>

namespace temper {

enum class RunSection { Queue, History };

class RunListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, EntryRole, SectionRole }; // SectionRole: of headings only

    using QAbstractListModel::QAbstractListModel;

    // Rows keep their places where the runs are the same ones.
    void setEntries(QList<RunEntry> entries);
    void setFilter(const QString& words); // all of them occur in name, note or state
    void setStarredOnly(bool starredOnly);

    const QList<RunEntry>& entries() const { return m_entries; }
    const RunEntry* entry(const QModelIndex& index) const; // nullptr: a heading or no row
    QModelIndex indexOf(const QString& id) const;
    QModelIndex firstRun() const;
    int countOf(RunState state) const;
    int shownRuns() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; // another name

Q_SIGNALS:
    void renameAsked(const QString& id, const QString& name);

private:
    struct Row {
        qsizetype entry = -1; // -1: the heading of the section
        RunSection section = RunSection::Queue;
        bool operator==(const Row&) const = default;
    };

    QList<Row> rowsOf(const QList<RunEntry>& entries) const;
    QStringList shownIds(const QList<RunEntry>& entries, const QList<Row>& rows) const;
    bool passes(const RunEntry& entry) const;
    void fill(QList<RunEntry> entries);

    QList<RunEntry> m_entries;
    QList<Row> m_rows;
    QStringList m_words;
    bool m_starredOnly = false;
};

} // namespace temper

Q_DECLARE_METATYPE(const temper::RunEntry*)
