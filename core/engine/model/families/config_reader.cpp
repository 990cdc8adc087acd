// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model/families/config_reader.h"

#include "core/common/base/error.h"

#include <cmath>

namespace temper {

ConfigReader::ConfigReader(const Json& object, std::string subject)
    : m_object(object)
    , m_subject(std::move(subject))
{
    if (!object.is_object())
        throw Error(ErrorKind::Input, "is not a JSON object.", m_subject);
}

const Json* ConfigReader::find(const std::string& key) const
{
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

void ConfigReader::refuse(const std::string& key, const char* expected) const
{
    throw Error(ErrorKind::Input, key + " is not " + expected + ".", m_subject);
}

bool ConfigReader::has(const std::string& key) const { return find(key) != nullptr; }

std::int64_t ConfigReader::integer(const std::string& key) const
{
    if (!has(key))
        throw Error(ErrorKind::Input, key + " is missing.", m_subject);
    return integer(key, 0);
}

std::int64_t ConfigReader::integer(const std::string& key, std::int64_t fallback) const
{
    const Json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_number_integer())
        refuse(key, "a whole number");
    return value->get<std::int64_t>();
}

double ConfigReader::number(const std::string& key, double fallback) const
{
    const Json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_number() || !std::isfinite(value->get<double>()))
        refuse(key, "a number");
    return value->get<double>();
}

bool ConfigReader::flag(const std::string& key, bool fallback) const
{
    const Json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_boolean())
        refuse(key, "true or false");
    return value->get<bool>();
}

std::string ConfigReader::text(const std::string& key, const std::string& fallback) const
{
    const Json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_string())
        refuse(key, "a text");
    return value->get<std::string>();
}

std::vector<std::int64_t> ConfigReader::integers(const std::string& key) const
{
    const Json* value = find(key);
    std::vector<std::int64_t> list;
    if (!value)
        return list;
    if (value->is_number_integer())
        return { value->get<std::int64_t>() };
    if (!value->is_array())
        refuse(key, "a whole number or a list of them");
    for (const Json& item : *value) {
        if (!item.is_number_integer())
            refuse(key, "a list of whole numbers");
        list.push_back(item.get<std::int64_t>());
    }
    return list;
}

std::optional<ConfigReader> ConfigReader::object(const std::string& key) const
{
    const Json* value = find(key);
    if (!value)
        return std::nullopt;
    if (!value->is_object())
        refuse(key, "an object");
    return ConfigReader(*value, m_subject);
}

} // namespace temper
