// SPDX-License-Identifier: Apache-2.0
// Which columns of a file mean what: found from its first rows, or told by a person.
#pragma once

#include "core/common/data/record.h"
#include "core/common/data/row.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

enum class Schema { Tokens, Messages, ShareGpt, Alpaca, QuestionAnswer, PromptCompletion, Text };

std::string_view schemaName(Schema schema); // "tokens", "messages", "sharegpt", "alpaca", …

// Meaning to column name. Meanings: messages, prompt, input, answer, completion, system, history, text,
// tools, input_ids, labels. prompt with answer is a conversation of one turn each; prompt with completion is
// text joined as it stands.
using ColumnMap = std::map<std::string, std::string>;

// "prompt=question,answer=solution". Throws Error(Usage) naming an unknown meaning, with the list of the
// known.
ColumnMap parseColumnMap(std::string_view text);

// What turns of a conversation are called where it is neither role and content nor from and value.
struct TurnTags {
    std::string role; // key of the turn; empty: the usual ones
    std::string content;
    std::map<std::string, std::string> roles; // the file's name to a usual one: user, assistant, observation, …
};

enum class Strictness {
    Imported, // a row without an answer, or with an empty one, is a problem
    Stored, // rows that are in a store already: whatever has the right shape
};

struct Layout {
    Schema schema = Schema::Alpaca;
    ColumnMap columns;
    double confidence = 1.0; // share of the sampled rows that have what the schema needs
    Strictness strictness = Strictness::Imported;
    TurnTags tags {};
};

// From up to 200 rows of a batch; `columns` given by a person win. Throws Error(Input) that names the columns
// found and says how to map them when no schema fits at least half of the rows; nothing when no record is a
// JSON object.
std::optional<Layout>
findLayout(const RecordBatch& batch, const ColumnMap& columns, const std::string& subject);

} // namespace temper
