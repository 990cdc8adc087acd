// SPDX-License-Identifier: Apache-2.0
// One row of a data set in the one form everything works with, whatever file and schema it came from.
#pragma once

#include "core/common/base/json.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

enum class RowKind {
    Chat, // messages (and tools): goes through the chat template
    Prompt, // prompt and completion, joined as they stand
    Text, // raw text, for continued pre-training
    Tokens, // already tokenised
};

// A turn. Roles are "system", "user", "assistant" and "tool", whatever the file called them.
struct Message {
    std::string role;
    std::string content;
    // null, or an object of further keys (tool_calls, name, …); a key "content" in it (null) replaces
    // `content`.
    OrderedJson more;
};

constexpr std::uint32_t kNoFile = 0xFFFFFFFF; // a row added by hand

struct RowSource {
    std::uint32_t file = 0; // index in the list of files read or imported, or kNoFile
    std::uint64_t line = 0; // from 1: where the row begins in the decoded text; the row's number for Parquet
};

struct DataRow {
    RowKind kind = RowKind::Chat;
    std::vector<Message> messages; // Chat; a system text is the first message
    OrderedJson tools; // Chat; null or an array of {"type": "function", "function": {…}}
    std::string prompt; // Prompt
    std::string completion; // Prompt
    std::string text; // Text
    std::vector<std::int32_t> ids; // Tokens
    std::vector<std::int32_t> labels; // Tokens; as long as ids, -100 where no loss is taken
    OrderedJson extra; // null, or an object of the columns that have no meaning for training
    RowSource source;
};

// A row that cannot be used, and why.
struct RowProblem {
    std::string file;
    std::uint64_t line = 0; // from 1; 0: the whole file
    std::string field; // the column; empty: the whole row
    std::string reason; // one sentence
};

using ContentHash = std::array<std::uint8_t, 16>;

// {"role", "content", …} of every message, as chat templates take them.
OrderedJson messagesJson(const DataRow& row);
// What a row trains on as one line of JSON with fixed key order: {"messages", "tools"?}, {"prompt",
// "completion"},
// {"text"} or {"input_ids", "labels"}. Extra columns and the source are not part of it.
std::string contentJson(const DataRow& row);
void appendContentJson(const DataRow& row, std::string& out);
// XXH3-128 of contentJson(), canonical (big-endian) bytes: equal on every machine.
ContentHash contentHash(std::string_view contentJson);
// The other way; `extraJson` may be empty. Throws Error(Input) naming `subject`.
DataRow rowFromContent(std::string_view contentJson, std::string_view extraJson, const std::string& subject);

// Everything a person can read in the row, turns separated by a line break: what search looks through.
std::string readableText(const DataRow& row);

// Appends `text` as a JSON string with its quotes.
void appendJsonString(std::string& out, std::string_view text);

} // namespace temper
