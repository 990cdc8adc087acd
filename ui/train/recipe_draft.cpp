// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/recipe_draft.h"

#include "core/common/base/error.h"
#include "core/common/recipe/recipe_edit.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/recipe_writer.h"

#include <algorithm>

namespace temper {

namespace {

bool isList(const RecipeKey& key)
{
    const KeyType type = keyType(key);
    return type == KeyType::TextList || type == KeyType::NumberList || type == KeyType::Mapping;
}

bool hasItemsByLine(const RecipeKey& key)
{
    return keyType(key) == KeyType::TextList && key.listKind != ListKind::Names;
}

bool mayBeSwept(const RecipeKey& key)
{
    switch (keyType(key)) {
    case KeyType::WholeNumber:
    case KeyType::Number:
    case KeyType::Switch:
    case KeyType::Choice:
        return true;
    case KeyType::Text:
    case KeyType::Path:
    case KeyType::TextList:
    case KeyType::NumberList:
    case KeyType::Mapping:
        return false;
    }
    return false;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos)
            lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string joined(const std::vector<std::string>& items, std::string_view between)
{
    std::string text;
    for (const std::string& item : items) {
        text += text.empty() ? "" : between;
        text += item;
    }
    return text;
}

// The schedule's options of other programs are a key of ours, where they can be understood.
bool readScheduleOptions(const YamlEntry& entry, RecipeDraft& draft)
{
    try {
        const auto rate = draft.texts.find("learning_rate");
        const std::string yaml = recipeEntryText(entry)
            + (rate == draft.texts.end() ? std::string() : "learning_rate: " + rate->second + "\n");
        const Recipe recipe = readRecipeText(yaml, "recipe", draft.folder).recipe;
        draft.texts["lr_min_ratio"] = numberText(recipe.lrMinRatio);
        return true;
    } catch (const Error&) {
        return false;
    }
}

// What the opened file says of a key as it said it: "a, b" and [a, b] are the same list.
std::map<std::string, YamlEntry, std::less<>> sourceEntries(const RecipeDraft& draft)
{
    std::map<std::string, YamlEntry, std::less<>> entries;
    if (draft.source.empty())
        return entries;
    for (YamlEntry& entry : readYamlMapping(draft.source, "recipe")) {
        if (const RecipeKey* key = findRecipeKey(entry.key))
            entries.try_emplace(std::string(key->name), std::move(entry));
    }
    return entries;
}

std::vector<YamlEntry> entriesOf(const RecipeDraft& draft)
{
    std::vector<YamlEntry> entries;
    const auto source = sourceEntries(draft);
    for (const RecipeKey& key : recipeKeys()) {
        const auto text = draft.texts.find(key.name);
        const auto said = source.find(key.name);
        const std::string now = text == draft.texts.end() ? std::string() : text->second;
        if (said != source.end() && textOfValue(key, said->second.value) == now)
            entries.push_back(said->second);
        else if (!now.empty())
            entries.push_back({ std::string(key.name), rawValueOf(key, now), 0 });
    }
    entries.insert(entries.end(), draft.others.begin(), draft.others.end());
    return entries;
}

// The entries with those of `changes` in place of the same keys.
std::vector<YamlEntry> withChanges(std::vector<YamlEntry> entries, const std::vector<YamlEntry>& changes)
{
    for (const YamlEntry& change : changes) {
        const auto same = std::ranges::find(entries, change.key, &YamlEntry::key);
        if (same == entries.end())
            entries.push_back(change);
        else
            *same = change;
    }
    return entries;
}

// The parts of the draft that are right, as a recipe; paths as they were typed.
std::string explainedText(const RecipeDraft& draft, bool chinese)
{
    Recipe recipe;
    for (const RecipeKey& key : recipeKeys()) {
        const auto text = draft.texts.find(key.name);
        if (text != draft.texts.end())
            static_cast<void>(setKeyValue(key, rawValueOf(key, text->second), recipe));
    }
    RecipeTextOptions options;
    options.language = chinese ? Language::Chinese : Language::English;
    return recipeText(recipe, options);
}

} // namespace

std::string draftText(const RecipeDraft& draft, const RecipeKey& key)
{
    const auto text = draft.texts.find(key.name);
    return text == draft.texts.end() ? keyDefaultText(key) : text->second;
}

bool isGiven(const RecipeDraft& draft, const RecipeKey& key)
{
    const auto text = draft.texts.find(key.name);
    return text != draft.texts.end() && text->second != keyDefaultText(key);
}

RecipeDraft withText(RecipeDraft draft, const RecipeKey& key, const std::string& text)
{
    draft.texts[std::string(key.name)] = text;
    draft.reasons.erase(std::string(key.name));
    return draft;
}

RecipeDraft withoutText(RecipeDraft draft, const RecipeKey& key)
{
    draft.texts.erase(std::string(key.name));
    draft.reasons.erase(std::string(key.name));
    return draft;
}

RecipeDraft withoutOther(RecipeDraft draft, std::size_t index)
{
    if (index < draft.others.size())
        draft.others.erase(draft.others.begin() + static_cast<std::ptrdiff_t>(index));
    return draft;
}

RecipeDraft withOtherAs(RecipeDraft draft, std::size_t index, const RecipeKey& key)
{
    if (index >= draft.others.size())
        return draft;
    const std::string text = textOfValue(key, draft.others[index].value);
    return withText(withoutOther(std::move(draft), index), key, text);
}

std::vector<std::string> valuesOf(const RecipeKey& key, std::string_view text)
{
    if (!mayBeSwept(key))
        return { std::string(text) };
    std::vector<std::string> values = splitAtCommas(text);
    return values.empty() ? std::vector { std::string(text) } : values;
}

RawValue rawValueOf(const RecipeKey& key, std::string_view text)
{
    RawValue value;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return value;
    if (isList(key)) {
        value.kind = RawValue::Kind::List;
        value.items = hasItemsByLine(key) ? linesOf(text) : splitAtCommas(text);
        return value;
    }
    const std::vector<std::string> values = valuesOf(key, text);
    value.kind = values.size() > 1 ? RawValue::Kind::List : RawValue::Kind::Scalar;
    value.text = values.size() > 1 ? std::string() : values.front();
    value.items = values.size() > 1 ? values : std::vector<std::string>();
    return value;
}

std::string textOfValue(const RecipeKey& key, const RawValue& value)
{
    switch (value.kind) {
    case RawValue::Kind::Null:
        return {};
    case RawValue::Kind::Scalar:
        return key.listKind == ListKind::Paths && keyType(key) == KeyType::TextList
            ? joined(splitAtCommas(value.text), "\n")
            : value.text;
    case RawValue::Kind::List:
        return joined(value.items, hasItemsByLine(key) ? "\n" : ", ");
    case RawValue::Kind::Mapping:
        break;
    }
    std::vector<std::string> entries;
    for (const auto& [name, text] : value.entries)
        entries.push_back(name + "=" + text);
    return joined(entries, ", ");
}

RecipeDraft readDraft(std::string_view yaml, const std::string& subject, const std::filesystem::path& folder)
{
    RecipeDraft draft;
    draft.folder = folder;
    draft.source = yaml;
    for (YamlEntry& entry : readYamlMapping(yaml, subject)) {
        const RecipeKey* key = findRecipeKey(entry.key);
        const bool first = key && !draft.texts.contains(key->name);
        if (first && entry.value.kind != RawValue::Kind::Null)
            draft.texts[std::string(key->name)] = textOfValue(*key, entry.value);
        else if (!first)
            draft.others.push_back(std::move(entry));
    }
    const auto options = std::ranges::find(draft.others, "lr_scheduler_kwargs", &YamlEntry::key);
    if (options != draft.others.end() && readScheduleOptions(*options, draft))
        draft.others.erase(options);
    return draft;
}

std::string draftYaml(const RecipeDraft& draft, bool chinese)
{
    const std::vector<YamlEntry> entries = entriesOf(draft);
    if (!draft.source.empty()) {
        if (const auto edited = editedRecipeText(draft.source, entries))
            return *edited;
    }
    const std::string fresh = explainedText(draft, chinese);
    return editedRecipeText(fresh, withChanges(readYamlMapping(fresh, "recipe"), entries)).value_or(fresh);
}

RecipeDraft movedDraft(RecipeDraft draft, const std::filesystem::path& folder)
{
    if (draft.folder == folder)
        return draft;
    const RecipeDraft before = draft;
    for (auto& [name, text] : draft.texts) {
        const RecipeKey& key = *findRecipeKey(name);
        const bool isPath = keyType(key) == KeyType::Path || hasItemsByLine(key);
        if (!isPath || key.listKind == ListKind::Texts)
            continue;
        std::vector<std::string> items = linesOf(text);
        for (std::string& item : items) {
            std::error_code unreadable;
            const std::filesystem::path path = before.folder / pathFromUtf8(item);
            if (std::filesystem::exists(path, unreadable))
                item = utf8FromPath(path.lexically_normal());
        }
        text = joined(items, "\n");
    }
    draft.folder = folder;
    return draft;
}

} // namespace temper
