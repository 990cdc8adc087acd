// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/recipe_edit.h"

#include "core/common/base/error.h"
#include "core/common/recipe/recipe_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace temper {
namespace {

using Lines = std::vector<std::string>;

bool sameValue(const RawValue& a, const RawValue& b)
{
    return a.kind == b.kind && a.text == b.text && a.items == b.items && a.entries == b.entries;
}

std::string ownName(const std::string& name)
{
    const RecipeKey* key = findRecipeKey(name);
    return key ? std::string(key->name) : name;
}

bool isText(const RecipeKey* key)
{
    if (!key)
        return false;
    const KeyType type = keyType(*key);
    return type == KeyType::Text || type == KeyType::Path || type == KeyType::TextList;
}

// Numbers and switches stand bare unless the key holds text, where quotes keep them text for every reader.
std::string scalar(const RecipeKey* key, const std::string& text)
{
    const bool bare = !isText(key) && (parseNumber(text) || parseSwitch(text));
    return bare ? text : yamlScalar(text);
}

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string joined(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

// Where an entry stands: the lines [first, end), counted from 0.
struct Span {
    std::size_t first = 0;
    std::size_t end = 0;
};

// Nothing where two entries share a line or one does not begin its line.
std::optional<std::vector<Span>> spansOf(const std::vector<YamlEntry>& entries, const Lines& lines)
{
    std::vector<Span> spans;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto first = static_cast<std::size_t>(entries[i].line - 1);
        const std::size_t next
            = i + 1 < entries.size() ? static_cast<std::size_t>(entries[i + 1].line - 1) : lines.size();
        const bool begins = first < lines.size() && lines[first].starts_with(entries[i].key + ":");
        if (!begins || next <= first)
            return std::nullopt;
        std::size_t end = next;
        while (end > first + 1 && (lines[end - 1].empty() || lines[end - 1].front() == '#'))
            --end;
        spans.push_back({ first, end });
    }
    return spans;
}

// " # …" with the blanks before it, where the entry is one line whose value has no # itself.
std::string commentBehind(const YamlEntry& entry, const Lines& lines, const Span& span)
{
    const std::string& line = lines[span.first];
    const bool plain = span.end == span.first + 1 && entry.value.text.find('#') == std::string::npos
        && entry.value.kind != RawValue::Kind::Mapping;
    const std::size_t at = plain ? line.find(" #") : std::string::npos;
    return at == std::string::npos ? std::string() : line.substr(at + 1);
}

Lines rewritten(const YamlEntry& entry, const std::string& comment, std::size_t column)
{
    Lines text = linesOf(recipeEntryText(entry));
    if (comment.empty())
        return text;
    std::string& first = text.front();
    first.resize(std::max(first.size() + 1, column), ' ');
    first += comment;
    return text;
}

bool saysExactly(const std::string& yaml, const std::vector<YamlEntry>& wanted)
{
    const std::vector<YamlEntry> found = readYamlMapping(yaml, "recipe");
    return found.size() == wanted.size() && std::ranges::all_of(wanted, [&](const YamlEntry& entry) {
        return std::ranges::any_of(found, [&](const YamlEntry& other) {
            return ownName(other.key) == ownName(entry.key) && sameValue(other.value, entry.value);
        });
    });
}

void appendNew(const YamlEntry& entry, Lines& text)
{
    if (const RecipeKey* key = findRecipeKey(entry.key))
        text.push_back(fmt::format("# {}", key->english));
    for (std::string& line : linesOf(recipeEntryText(entry)))
        text.push_back(std::move(line));
}

// Walks through the old lines once and writes the new ones.
Lines editedLines(const std::vector<YamlEntry>& old,
    const std::vector<Span>& spans,
    const Lines& lines,
    std::vector<YamlEntry> wanted)
{
    Lines text;
    std::size_t line = 0;
    for (std::size_t i = 0; i < old.size(); ++i) {
        text.insert(text.end(), lines.begin() + static_cast<std::ptrdiff_t>(line),
            lines.begin() + static_cast<std::ptrdiff_t>(spans[i].first));
        line = spans[i].end;
        const auto found = std::ranges::find_if(
            wanted, [&](const YamlEntry& entry) { return ownName(entry.key) == ownName(old[i].key); });
        if (found == wanted.end())
            continue;
        const std::string comment = commentBehind(old[i], lines, spans[i]);
        const Lines kept(lines.begin() + static_cast<std::ptrdiff_t>(spans[i].first),
            lines.begin() + static_cast<std::ptrdiff_t>(spans[i].end));
        const std::size_t column = comment.empty() ? 0 : lines[spans[i].first].size() - comment.size();
        const Lines written
            = sameValue(found->value, old[i].value) ? kept : rewritten(*found, comment, column);
        text.insert(text.end(), written.begin(), written.end());
        wanted.erase(found);
    }
    text.insert(text.end(), lines.begin() + static_cast<std::ptrdiff_t>(line), lines.end());
    for (const YamlEntry& entry : wanted)
        appendNew(entry, text);
    return text;
}

} // namespace

std::string recipeEntryText(const YamlEntry& entry)
{
    const RecipeKey* key = findRecipeKey(entry.key);
    const bool block = key && isText(key) && key->listKind != ListKind::Names;
    std::string text = yamlScalar(entry.key) + ":";
    switch (entry.value.kind) {
    case RawValue::Kind::Null:
        break;
    case RawValue::Kind::Scalar:
        text += " " + scalar(key, entry.value.text);
        break;
    case RawValue::Kind::List:
        for (const std::string& item : entry.value.items)
            text += (block ? "\n  - " : text.back() == ':' ? " [" : ", ") + scalar(key, item);
        text += entry.value.items.empty() ? " []" : block ? "" : "]";
        break;
    case RawValue::Kind::Mapping:
        for (const auto& [name, value] : entry.value.entries)
            text += fmt::format("\n  {}: {}", yamlScalar(name), scalar(key, value));
        text += entry.value.entries.empty() ? " {}" : "";
        break;
    }
    return text + "\n";
}

std::optional<std::string> editedRecipeText(std::string_view yaml, const std::vector<YamlEntry>& wanted)
{
    const std::vector<YamlEntry> old = readYamlMapping(yaml, "recipe");
    const Lines lines = linesOf(yaml);
    const auto spans = spansOf(old, lines);
    if (!spans)
        return std::nullopt;
    std::string text = joined(editedLines(old, *spans, lines, wanted));
    try {
        if (saysExactly(text, wanted))
            return text;
    } catch (const Error&) {
        return std::nullopt; // a layout that line by line cannot follow, such as an anchor
    }
    return std::nullopt;
}

} // namespace temper
