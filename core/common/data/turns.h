// SPDX-License-Identifier: Apache-2.0
// Reads the turns of a conversation whatever they are called; included by source files of this folder only.
#pragma once

#include "core/common/data/row.h"
#include "core/common/data/schema.h"

#include <simdjson.h>
#include <string>
#include <vector>

namespace temper {

class TurnReader {
public:
    void setTags(TurnTags tags) { m_tags = std::move(tags); }
    // A list of {"role"/"from", "content"/"value", …} (or a text that holds one). Appends; false with a
    // problem that names the turn.
    bool read(const simdjson::dom::element& value,
        const std::string& column,
        std::vector<Message>& messages,
        RowProblem& problem);
    // [[question, answer], …]
    bool readHistory(const simdjson::dom::element& value,
        const std::string& column,
        std::vector<Message>& messages,
        RowProblem& problem);
    // A list of tools, or a text that holds one; each is wrapped as {"type": "function", "function": …} if it
    // is bare.
    bool readTools(const simdjson::dom::element& value,
        const std::string& column,
        OrderedJson& tools,
        RowProblem& problem);

private:
    bool readTurn(const simdjson::dom::object& turn, Message& message, RowProblem& problem);
    bool readContent(const simdjson::dom::element& content, Message& message, RowProblem& problem);
    // The list itself, or the one its text holds.
    bool list(const simdjson::dom::element& value, simdjson::dom::array& out);

    bool isRoleKey(std::string_view key) const;
    bool isContentKey(std::string_view key) const;
    bool readRole(const simdjson::dom::object& turn, std::string_view& role) const;

    TurnTags m_tags;
    simdjson::dom::parser m_parser;
};

} // namespace temper
