// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_reader.h"

#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/recipe/other_keys.h"
#include "core/common/recipe/recipe_paths.h"
#include "core/common/recipe/recipe_value.h"
#include "core/common/recipe/yaml_text.h"

#include <fmt/format.h>
#include <utility>

namespace temper {
namespace {

// Where a value was found, and so which exit code its problem has.
struct Place {
    std::string subject; // "recipe.yaml:3" or "--set"
    ErrorKind kind = ErrorKind::Input;
};

class Reader {
public:
    void read(const YamlEntry& entry, const Place& place);
    ReadRecipe finish(const std::filesystem::path& folder);

private:
    void readOurs(const RecipeKey& key, const YamlEntry& entry, const Place& place);
    void readOther(const OtherKey& key, const YamlEntry& entry, const Place& place);
    void readScheduleOptions(const YamlEntry& entry, const Place& place);

    ReadRecipe m_read;
    std::optional<double> m_lowestRate; // min_lr of lr_scheduler_kwargs, a rate and no ratio
};

[[noreturn]] void fail(const Place& place, const std::string& sentence, const std::string& remedy = {})
{
    throw Error(place.kind, sentence, place.subject, remedy);
}

RawValue settingValue(const std::string& text, const Place& place)
{
    try {
        return readYamlValue(text, place.subject);
    } catch (const Error& error) {
        fail(place, error.sentence(), error.remedy());
    }
}

[[noreturn]] void failUnknown(const std::string& name, const Place& place)
{
    std::vector<std::string_view> names;
    for (const RecipeKey& key : recipeKeys())
        names.push_back(key.name);
    const std::string_view near = nearestWord(name, names);
    const std::string meant = near.empty() ? "." : fmt::format("; did you mean {}?", near);
    fail(place, fmt::format("{} is not a key of a recipe{}", name.empty() ? "An empty name" : name, meant),
        near.empty() ? "The keys are listed by: temper-engine train --keys" : "");
}

std::string rawText(const RawValue& value)
{
    switch (value.kind) {
    case RawValue::Kind::Null:
        return {};
    case RawValue::Kind::Scalar:
        return value.text;
    case RawValue::Kind::List:
        return value.items.empty() ? "" : "[…]";
    case RawValue::Kind::Mapping:
        return value.entries.empty() ? "" : "{…}";
    }
    return {};
}

void Reader::read(const YamlEntry& entry, const Place& place)
{
    if (entry.key == "lr_scheduler_kwargs")
        return readScheduleOptions(entry, place);
    if (const RecipeKey* key = findRecipeKey(entry.key))
        return readOurs(*key, entry, place);
    if (const OtherKey* key = findOtherKey(entry.key))
        return readOther(*key, entry, place);
    failUnknown(entry.key, place);
}

void Reader::readOurs(const RecipeKey& key, const YamlEntry& entry, const Place& place)
{
    const auto given = m_read.places.find(std::string(key.name));
    if (given != m_read.places.end() && given->second != place.subject && place.kind == ErrorKind::Input)
        fail(place, fmt::format("{} was already given at {}.", key.name, given->second),
            "Remove one of the two lines.");
    if (const std::string problem = setKeyValue(key, entry.value, m_read.recipe); !problem.empty())
        fail(place, problem);
    m_read.places[std::string(key.name)] = place.subject;
}

void Reader::readOther(const OtherKey& key, const YamlEntry& entry, const Place& place)
{
    switch (key.kind) {
    case OtherKeyKind::CalledOtherwise:
        fail(place, fmt::format("{} is not a key of a recipe; did you mean {}?", key.name, key.ours));
    case OtherKeyKind::OffOnly:
        if (!isOffValue(rawText(entry.value)))
            fail(place, fmt::format("{} is not available in this version.", key.name),
                key.ours.empty() ? "Remove the line." : fmt::format("Remove the line and use {}.", key.ours));
        [[fallthrough]];
    case OtherKeyKind::NoEffect:
        m_read.warnings.push_back(fmt::format("{}: {} has no effect here{}", place.subject, key.name,
            key.ours.empty() ? "." : fmt::format("; use {}.", key.ours)));
    }
}

void Reader::readScheduleOptions(const YamlEntry& entry, const Place& place)
{
    if (entry.value.kind == RawValue::Kind::Null)
        return;
    if (entry.value.kind != RawValue::Kind::Mapping)
        fail(place, "lr_scheduler_kwargs: a mapping such as {min_lr_rate: 0.1} is expected.");
    for (const auto& [name, text] : entry.value.entries) {
        const RawValue value { .kind = RawValue::Kind::Scalar, .text = text, .items = {}, .entries = {} };
        if (name == "min_lr_rate") {
            readOurs(*findRecipeKey("lr_min_ratio"),
                { .key = "lr_min_ratio", .value = value, .line = entry.line }, place);
        } else if (name == "min_lr") {
            m_lowestRate = parseNumber(text);
            if (!m_lowestRate || *m_lowestRate < 0)
                fail(place, fmt::format("lr_scheduler_kwargs: min_lr: \"{}\" is not a number from 0.", text));
        } else {
            fail(place, fmt::format("lr_scheduler_kwargs: {} is not available in this version.", name),
                "Use min_lr_rate or min_lr.");
        }
    }
    m_read.places["lr_scheduler_kwargs"] = place.subject;
}

ReadRecipe Reader::finish(const std::filesystem::path& folder)
{
    Recipe& recipe = m_read.recipe;
    if (m_lowestRate) {
        if (*m_lowestRate > recipe.learningRate)
            throw Error(ErrorKind::Input,
                fmt::format("lr_scheduler_kwargs: min_lr: {} is above learning_rate {}.",
                    numberText(*m_lowestRate), numberText(recipe.learningRate)),
                m_read.places["lr_scheduler_kwargs"]);
        recipe.lrMinRatio = recipe.learningRate > 0 ? *m_lowestRate / recipe.learningRate : 0;
    }
    m_read.places.erase("lr_scheduler_kwargs");
    resolveRecipePaths(recipe, folder);
    return std::move(m_read);
}

} // namespace

ReadRecipe readRecipeText(std::string_view yaml,
    const std::string& subject,
    const std::filesystem::path& folder,
    const std::vector<std::string>& settings)
{
    Reader reader;
    for (const YamlEntry& entry : readYamlMapping(yaml, subject))
        reader.read(entry, { fmt::format("{}:{}", subject, entry.line), ErrorKind::Input });
    for (const std::string& setting : settings) {
        const Place place { "--set", ErrorKind::Usage };
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos || equals == 0)
            fail(place, fmt::format("\"{}\" is not of the form key=value.", setting));
        reader.read({ .key = setting.substr(0, equals),
                        .value = settingValue(setting.substr(equals + 1), place),
                        .line = 0 },
            place);
    }
    ReadRecipe read = reader.finish(folder);
    read.subject = subject;
    return read;
}

ReadRecipe readRecipeFile(const std::filesystem::path& file, const std::vector<std::string>& settings)
{
    constexpr std::uintmax_t kLargestRecipe = 4U << 20U;
    std::error_code unknown;
    if (std::filesystem::is_directory(file, unknown))
        throw Error(ErrorKind::Input, "this is a folder, not a recipe.", utf8FromPath(file),
            "Name the .yaml file in it.");
    if (const auto bytes = std::filesystem::file_size(file, unknown); !unknown && bytes > kLargestRecipe)
        throw Error(ErrorKind::Input, "this file is too large to be a recipe.", utf8FromPath(file));
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    return readRecipeText(readTextFile(file), utf8FromPath(file), folder, settings);
}

} // namespace temper
