// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the list, as values.
#pragma once

#include "core/common/project/run_folder.h"
#include "core/common/project/run_notes.h"
#include "core/common/recipe/recipe.h"

#include <QList>
#include <QString>
#include <optional>

namespace temper {

struct RunMethod {
    FinetuningType type = FinetuningType::Lora;
    std::int64_t loraRank = 0;

    bool operator==(const RunMethod&) const = default;
};

struct RunEntry {
    RunSummary summary;
    std::optional<RunMethod> method; // nothing where the recipe cannot be read
    RunNotes notes = {};
    std::optional<int> place = {}; // in the queue: 0 is the next one
    bool hasRecipe = true;
};

// A run that waits in the queue, or trains.
bool isInQueue(const RunEntry& entry);

// The one with that id; nullptr: none.
const RunEntry* findEntry(const QList<RunEntry>& entries, const QString& id);

} // namespace temper
