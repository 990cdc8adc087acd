// SPDX-License-Identifier: Apache-2.0
// A value of tokenizer.json that knows its file and key, so that what is wrong with it can be said.
#pragma once

#include "core/common/base/error.h"
#include "core/common/base/json.h"

#include <optional>
#include <string>
#include <vector>

namespace temper {

// A view: the document must outlive it. Every getter throws Error(Input) naming file and key for a wrong
// type.
class JsonField {
public:
    JsonField(const Json& value, std::string file, std::string key);

    const Json& value() const { return *m_value; }
    const std::string& key() const { return m_key; }
    Error error(const std::string& sentence, const std::string& remedy = {}) const;

    bool has(const char* name) const; // present and not null
    JsonField at(const char* name) const;
    std::vector<JsonField> elements(const char* name) const;

    std::string text(const char* name) const;
    std::string textOr(const char* name, const std::string& otherwise) const;
    bool flagOr(const char* name, bool otherwise) const;
    std::int64_t integer(const char* name) const;
    std::int64_t integerOr(const char* name, std::int64_t otherwise) const;

private:
    const Json* m_value;
    std::string m_file;
    std::string m_key;
};

// "a, b, c" for the known kinds in an error.
std::string joinNames(const std::vector<std::string>& names);

// Makes the part that field's "type" names from a table of {name, make}; an unknown name lists the known
// ones.
template <typename Table, typename... Context>
auto makeByType(const Table& table, const JsonField& field, const char* what, const Context&... context)
{
    const std::string type = field.text("type");
    for (const auto& kind : table)
        if (type == kind.name)
            return kind.make(field, context...);
    std::vector<std::string> known;
    for (const auto& kind : table)
        known.emplace_back(kind.name);
    throw field.at("type").error(std::string("the ") + what + " \"" + type + "\" is not known here.",
        "Known are " + joinNames(known) + ".");
}

} // namespace temper
