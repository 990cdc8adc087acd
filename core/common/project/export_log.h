// SPDX-License-Identifier: Apache-2.0
// What was exported from a project, where to, and how the check of it went: exports/exports.jsonl.
#pragma once

#include "core/common/project/answer_source.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temper {

enum class ExportForm {
    Adapter, // PEFT folder
    Merged, // Hugging Face folder of the whole model
};

// The export was loaded again and read a probe text beside what it was made of.
struct ExportCheck {
    double greatestDifference = 0; // of a logit
    std::int64_t positions = 0; // of the probe text
    std::int64_t sameChoice = 0; // positions where both hold the same token for the most probable

    bool operator==(const ExportCheck&) const = default;
};

struct ExportRecord {
    ExportForm form = ExportForm::Adapter;
    AnswerSource source;
    std::filesystem::path folder;
    std::string numberType; // of a merged model's weights: float32, bfloat16, float16
    std::uint64_t bytes = 0;
    double created = 0; // seconds since 1970
    std::optional<ExportCheck> check; // nothing: it was not made, or was stopped

    bool operator==(const ExportRecord&) const = default;
};

// On the disk when it returns. Throws Error(Environment) as AppendFile.
void addExport(const std::filesystem::path& project, const ExportRecord& record);

// The latest first; lines of another form are passed over.
std::vector<ExportRecord> listExports(const std::filesystem::path& project);

// Of all files below the folder.
std::uint64_t folderBytes(const std::filesystem::path& folder);

// A folder below exports/ that does not exist yet, named after the source and the form.
std::filesystem::path
newExportFolder(const std::filesystem::path& project, const AnswerSource& source, ExportForm form);

} // namespace temper
