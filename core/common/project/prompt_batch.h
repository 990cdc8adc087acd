// SPDX-License-Identifier: Apache-2.0
// Prompts from a file, to be put to two models one after the other, and the table of what they answered.
#pragma once

#include "core/common/base/progress.h"
#include "core/common/data/row.h"
#include "core/common/project/conversation.h"

#include <filesystem>
#include <string>
#include <vector>

namespace temper {

struct BatchPrompt {
    std::string shown; // the last thing the user says
    Json messages; // [{"role", "content"}…], ending with the user's
};

struct PromptBatch {
    std::filesystem::path file;
    std::vector<BatchPrompt> prompts;
    std::vector<RowProblem> problems; // rows without a prompt
};

// JSON, JSONL, CSV, Parquet or text (a prompt a line) in any encoding. Of an object "messages" is taken, else
// "prompt", "instruction" (with "input"), "question" or "text", else its only text. An answer at the end of
// "messages" is left out. Throws Error(Input) for a file without any prompt, Error(Cancelled) on stop.
PromptBatch readPromptBatch(const std::filesystem::path& file, const std::stop_token& stop = {});

struct BatchResult {
    BatchPrompt prompt;
    BySide<std::optional<ConversationAnswer>> answers;
};

enum class BatchFormat { JsonLines, Csv };

// JSONL: {"messages", "left": {"source", "text", "finish_reason", …}, "right"} a line. CSV: prompt, left
// answer, right answer, their numbers of tokens and finish reasons; with a byte order mark, which
// spreadsheets want.
void writeBatchResults(const std::filesystem::path& file,
    BatchFormat format,
    const std::vector<BatchResult>& results);

} // namespace temper
