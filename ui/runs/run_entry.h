// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the list, as values.
#pragma once

#include "core/common/project/run_folder.h"
#include "core/common/recipe/recipe.h"

#include <QList>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace temper {

struct RunMethod {
    FinetuningType type = FinetuningType::Lora;
    std::int64_t loraRank = 0;

    bool operator==(const RunMethod&) const = default;
};

struct RunEntry {
    RunSummary summary;
    std::optional<RunMethod> method; // nothing where the recipe cannot be read
};

// Reads the folders; takes a while, so not on the GUI thread. The youngest first.
QList<RunEntry> readRunEntries(const std::filesystem::path& project, const std::stop_token& stop);

} // namespace temper
