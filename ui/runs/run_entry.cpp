// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_entry.h"

#include <algorithm>

namespace temper {

bool isInQueue(const RunEntry& entry)
{
    return entry.summary.state == RunState::Running || entry.place.has_value();
}

const RunEntry* findEntry(const QList<RunEntry>& entries, const QString& id)
{
    const std::string wanted = id.toStdString();
    const auto found = std::find_if(entries.begin(), entries.end(),
        [&](const RunEntry& entry) { return entry.summary.run.id() == wanted; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace temper
