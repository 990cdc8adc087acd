// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace temper {
namespace {

constexpr std::size_t kLongestQuote = 60;

std::string inQuotes(std::string_view text)
{
    if (text.size() <= kLongestQuote)
        return fmt::format("\"{}\"", text);
    std::size_t end = kLongestQuote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not inside a character
        --end;
    return fmt::format("\"{}…\"", text.substr(0, end));
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// What a number out of range was probably meant to be, in the decade of the usual value or as a percentage.
std::string meantNumber(const RecipeKey& key, double value)
{
    double meant = 0;
    const double usual = key.typical.value_or(parseNumber(keyDefaultText(key)).value_or(0));
    if (key.scale == KeyScale::Ratio)
        meant = value / 100;
    else if (key.scale == KeyScale::Logarithmic && keyType(key) == KeyType::Number && value > 0 && usual > 0)
        meant = *parseNumber(
            fmt::format("{:.6g}", value * std::pow(10.0, std::round(std::log10(usual / value)))));
    const bool fits
        = meant > 0 && meant >= key.minimum.value_or(meant) && meant <= key.maximum.value_or(meant);
    return fits ? fmt::format("; did you mean {}?", numberText(meant)) : std::string(".");
}

std::string rangeProblem(const RecipeKey& key, double value)
{
    if (key.maximum && value > *key.maximum)
        return fmt::format("{}: {} is above {}{}", key.name, numberText(value), numberText(*key.maximum),
            meantNumber(key, value));
    if (key.minimum && value < *key.minimum)
        return fmt::format("{}: {} is below {}.", key.name, numberText(value), numberText(*key.minimum));
    if (key.minimum && key.minimumIsExcluded && value <= *key.minimum)
        return fmt::format("{}: {} is not above {}.", key.name, numberText(value), numberText(*key.minimum));
    return {};
}

std::string wrongType(const RecipeKey& key, std::string_view text, std::string_view expected)
{
    const std::string standard = keyDefaultText(key);
    const std::string hint = standard.empty() ? std::string() : fmt::format("; the default is {}", standard);
    return fmt::format("{}: {} is not {}{}.", key.name, inQuotes(text), expected, hint);
}

std::string choiceList(const RecipeKey& key)
{
    std::string list;
    for (std::size_t i = 0; i < key.choices.size(); ++i) {
        const std::string_view comma = i == 0 ? "" : i + 1 == key.choices.size() ? " or " : ", ";
        list += fmt::format("{}{}", comma, key.choices[i].text);
    }
    return list;
}

// Puts a raw value into the field of one key; each overload answers for one type of field.
class Setter {
public:
    Setter(const RecipeKey& key, const RawValue& value, Recipe& recipe)
        : m_key(key)
        , m_value(value)
        , m_recipe(recipe)
    {
    }

    std::string operator()(std::string Recipe::*field) const
    {
        m_recipe.*field = m_value.text;
        return {};
    }

    std::string operator()(std::filesystem::path Recipe::*field) const
    {
        m_recipe.*field = pathFromUtf8(m_value.text);
        return {};
    }

    std::string operator()(std::int64_t Recipe::*field) const
    {
        const std::optional<double> number = parseNumber(m_value.text);
        constexpr double kExact = 9007199254740992.0; // beyond 2^53 a double skips whole numbers
        if (!number)
            return wrongType(m_key, m_value.text, "a whole number");
        if (*number != std::floor(*number) || std::abs(*number) > kExact)
            return fmt::format("{}: {} is not a whole number; did you mean {}?", m_key.name,
                numberText(*number), numberText(std::clamp(std::round(*number), -kExact, kExact)));
        m_recipe.*field = static_cast<std::int64_t>(*number);
        return rangeProblem(m_key, *number);
    }

    std::string operator()(double Recipe::*field) const { return setNumber(m_recipe.*field); }

    std::string operator()(std::optional<double> Recipe::*field) const
    {
        double number = 0;
        const std::string problem = setNumber(number);
        m_recipe.*field = number;
        return problem;
    }

    std::string operator()(bool Recipe::*field) const
    {
        const std::optional<bool> on = parseSwitch(m_value.text);
        if (!on)
            return wrongType(m_key, m_value.text, "true or false");
        m_recipe.*field = *on;
        return {};
    }

    std::string operator()(std::vector<std::string> Recipe::*field) const
    {
        m_recipe.*field = listItems();
        return {};
    }

    std::string operator()(std::vector<double> Recipe::*field) const
    {
        std::vector<double> numbers;
        for (const std::string& item : listItems()) {
            const std::optional<double> number = parseNumber(item);
            if (!number)
                return wrongType(m_key, item, "a number");
            if (const std::string problem = rangeProblem(m_key, *number); !problem.empty())
                return problem;
            numbers.push_back(*number);
        }
        m_recipe.*field = std::move(numbers);
        return {};
    }

    std::string operator()(std::map<std::string, std::string> Recipe::*field) const
    {
        std::map<std::string, std::string> entries(m_value.entries.begin(), m_value.entries.end());
        for (const std::string& item :
            m_value.kind == RawValue::Kind::Mapping ? std::vector<std::string>() : listItems()) {
            const std::size_t equals = item.find('=');
            const std::string_view name = trimmed(std::string_view(item).substr(0, equals));
            if (equals == std::string::npos || name.empty())
                return fmt::format("{}: {} is not of the form name=column.", m_key.name, inQuotes(item));
            entries[std::string(name)] = trimmed(std::string_view(item).substr(equals + 1));
        }
        m_recipe.*field = std::move(entries);
        return {};
    }

    std::string operator()(const ChoiceField& field) const
    {
        std::vector<std::string_view> known;
        for (std::size_t i = 0; i < m_key.choices.size(); ++i) {
            known.push_back(m_key.choices[i].text);
            if (isChoice(m_key.choices[i].text)) {
                field.write(m_recipe, static_cast<int>(i));
                return {};
            }
        }
        if (std::ranges::find(m_key.laterChoices, m_value.text) != m_key.laterChoices.end())
            return fmt::format("{}: {} is not available in this version; choose {}.", m_key.name,
                m_value.text, choiceList(m_key));
        const std::string_view near = nearestWord(m_value.text, known);
        const std::string meant = near.empty() ? "." : fmt::format("; did you mean {}?", near);
        return fmt::format(
            "{}: {} is not {}{}", m_key.name, inQuotes(m_value.text), choiceList(m_key), meant);
    }

private:
    // YAML's other words for true and false also fit choices that use them (bf16: yes, eval_strategy: off).
    bool isChoice(std::string_view choice) const
    {
        const std::optional<bool> given = parseSwitch(m_value.text);
        const std::optional<bool> offered = parseSwitch(choice);
        return m_value.text == choice || (given && offered && *given == *offered);
    }

    std::string setNumber(double& number) const
    {
        const std::optional<double> parsed = parseNumber(m_value.text);
        if (!parsed)
            return wrongType(m_key, m_value.text, "a number");
        number = *parsed;
        return rangeProblem(m_key, number);
    }

    std::vector<std::string> listItems() const
    {
        if (m_value.kind == RawValue::Kind::List)
            return m_value.items;
        std::error_code unreadable; // a file whose name has a comma is one entry all the same
        const bool isOnePath = m_key.listKind == ListKind::Paths
            && std::filesystem::exists(pathFromUtf8(m_value.text), unreadable);
        if (m_key.listKind == ListKind::Texts || isOnePath)
            return { m_value.text };
        return splitAtCommas(m_value.text);
    }

    const RecipeKey& m_key;
    const RawValue& m_value;
    Recipe& m_recipe;
};

// Copies the field of one key from another recipe.
void copyField(const RecipeKey& key, const Recipe& from, Recipe& to)
{
    std::visit(
        [&](const auto& field) {
            if constexpr (std::is_same_v<std::decay_t<decltype(field)>, ChoiceField>)
                field.write(to, field.read(from));
            else
                to.*field = from.*field;
        },
        key.field);
}

} // namespace

std::string setKeyValue(const RecipeKey& key, const RawValue& value, Recipe& recipe)
{
    const KeyType type = keyType(key);
    const bool isList = type == KeyType::TextList || type == KeyType::NumberList || type == KeyType::Mapping;
    Recipe changed = recipe;
    if (value.kind == RawValue::Kind::Null) {
        copyField(key, Recipe {}, recipe);
        return {};
    }
    if (value.kind == RawValue::Kind::List && !isList)
        return fmt::format(
            "{}: a list stands where one value ({}) is expected.", key.name, keyTypeName(type));
    if (value.kind == RawValue::Kind::Mapping && type != KeyType::Mapping)
        return fmt::format(
            "{}: a mapping stands where a value ({}) is expected.", key.name, keyTypeName(type));
    const std::string problem = std::visit(Setter(key, value, changed), key.field);
    if (problem.empty())
        copyField(key, changed, recipe);
    return problem;
}

std::vector<std::string> splitAtCommas(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        if (const std::string_view part = trimmed(text.substr(0, comma)); !part.empty())
            parts.emplace_back(part);
        if (comma == std::string_view::npos)
            return parts;
        text.remove_prefix(comma + 1);
    }
}

} // namespace temper
