// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/jinja_json.h"

namespace temper::jinja {

Value valueFromJson(const OrderedJson& json)
{
    switch (json.type()) {
    case OrderedJson::value_t::boolean:
        return json.get<bool>();
    case OrderedJson::value_t::number_integer:
        return json.get<std::int64_t>();
    case OrderedJson::value_t::number_unsigned: {
        const auto number = json.get<std::uint64_t>();
        const bool fits = number <= static_cast<std::uint64_t>(INT64_MAX);
        return fits ? Value(static_cast<std::int64_t>(number)) : Value(static_cast<double>(number));
    }
    case OrderedJson::value_t::number_float:
        return json.get<double>();
    case OrderedJson::value_t::string:
        return json.get_ref<const std::string&>();
    case OrderedJson::value_t::array: {
        std::vector<Value> items;
        items.reserve(json.size());
        for (const auto& item : json)
            items.push_back(valueFromJson(item));
        return Value::list(std::move(items));
    }
    case OrderedJson::value_t::object: {
        Dict entries;
        for (const auto& [key, item] : json.items())
            entries.set(key, valueFromJson(item));
        return Value::dict(std::move(entries));
    }
    case OrderedJson::value_t::null:
    case OrderedJson::value_t::binary:
    case OrderedJson::value_t::discarded:
        return nullptr;
    }
    return nullptr;
}

} // namespace temper::jinja
