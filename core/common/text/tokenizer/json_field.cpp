// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer/json_field.h"

namespace temper {

JsonField::JsonField(const Json& value, std::string file, std::string key)
    : m_value(&value)
    , m_file(std::move(file))
    , m_key(std::move(key))
{
}

Error JsonField::error(const std::string& sentence, const std::string& remedy) const
{
    return Error(ErrorKind::Input, sentence, m_file + (m_key.empty() ? "" : ", key " + m_key), remedy);
}

bool JsonField::has(const char* name) const
{
    if (!m_value->is_object())
        throw error("must be a JSON object.");
    const auto found = m_value->find(name);
    return found != m_value->end() && !found->is_null();
}

JsonField JsonField::at(const char* name) const
{
    if (!has(name))
        throw error("the key \"" + std::string(name) + "\" is missing.");
    return JsonField(m_value->at(name), m_file, m_key.empty() ? name : m_key + "." + name);
}

std::vector<JsonField> JsonField::elements(const char* name) const
{
    const JsonField list = at(name);
    if (!list.value().is_array())
        throw list.error("must be a JSON array.");
    std::vector<JsonField> elements;
    for (std::size_t i = 0; i < list.value().size(); ++i)
        elements.emplace_back(list.value()[i], m_file, list.m_key + "[" + std::to_string(i) + "]");
    return elements;
}

std::string JsonField::text(const char* name) const
{
    const JsonField field = at(name);
    if (!field.value().is_string())
        throw field.error("must be a string.");
    return field.value().get<std::string>();
}

std::string JsonField::textOr(const char* name, const std::string& otherwise) const
{
    return has(name) ? text(name) : otherwise;
}

bool JsonField::flagOr(const char* name, bool otherwise) const
{
    if (!has(name))
        return otherwise;
    const JsonField field = at(name);
    if (!field.value().is_boolean())
        throw field.error("must be true or false.");
    return field.value().get<bool>();
}

std::int64_t JsonField::integer(const char* name) const
{
    const JsonField field = at(name);
    if (!field.value().is_number_integer())
        throw field.error("must be a whole number.");
    return field.value().get<std::int64_t>();
}

std::int64_t JsonField::integerOr(const char* name, std::int64_t otherwise) const
{
    return has(name) ? integer(name) : otherwise;
}

std::string joinNames(const std::vector<std::string>& names)
{
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

} // namespace temper
