// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe while it is being written: the text of each key as it was typed, right or wrong. A value; the
// form's widgets hold nothing of their own.
#pragma once

#include "core/common/recipe/recipe_keys.h"
#include "core/common/recipe/yaml_text.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace temper {

struct RecipeDraft {
    // By the key's name; a key that is missing has its default. Lists of paths and of texts stand one item a
    // line, other lists behind commas; several values behind commas where one belongs ask for one run each.
    std::map<std::string, std::string, std::less<>> texts;
    std::vector<YamlEntry> others; // of the opened file, which are no keys of a recipe: kept as they were
    std::map<std::string, std::string, std::less<>> reasons; // why a value was proposed, by key
    std::filesystem::path folder; // where relative paths begin
    std::filesystem::path file; // opened from or saved to; empty: none
    std::string source; // the text of that file, whose comments are kept
};

// What the field shows: the text as typed, else the default.
std::string draftText(const RecipeDraft& draft, const RecipeKey& key);
bool isGiven(const RecipeDraft& draft, const RecipeKey& key);

// The draft with one key changed; its reason goes, being that of another value.
RecipeDraft withText(RecipeDraft draft, const RecipeKey& key, const std::string& text);
RecipeDraft withoutText(RecipeDraft draft, const RecipeKey& key);

// Without an entry of `others`, or with its value as that key's.
RecipeDraft withoutOther(RecipeDraft draft, std::size_t index);
RecipeDraft withOtherAs(RecipeDraft draft, std::size_t index, const RecipeKey& key);

// From YAML. Throws Error(Input) for text that is no YAML mapping; keys that are unknown, given twice or
// wrong are kept for the check to tell.
RecipeDraft readDraft(std::string_view yaml, const std::string& subject, const std::filesystem::path& folder);

// As YAML: the opened file's text with the changes in it, else the recipe written afresh with its
// explanations. What is wrong or unknown is written as it stands.
std::string draftYaml(const RecipeDraft& draft, bool chinese);

// The draft as it reads from another folder: relative paths that name something become absolute.
RecipeDraft movedDraft(RecipeDraft draft, const std::filesystem::path& folder);

// The values that a text asks runs for: more than one only for keys that hold one value.
std::vector<std::string> valuesOf(const RecipeKey& key, std::string_view text);

// The text of a field as what YAML would have said, and back.
RawValue rawValueOf(const RecipeKey& key, std::string_view text);
std::string textOfValue(const RecipeKey& key, const RawValue& value);

} // namespace temper
