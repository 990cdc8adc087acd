// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/example_project.h"

#include "core/common/base/error.h"
#include "core/common/base/text_file.h"
#include "core/common/recipe/recipe_reader.h"
#include "core/common/recipe/yaml_text.h"

#include <algorithm>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr const char* kDescription = "project.yaml";

[[noreturn]] void refuse(const std::string& subject, const YamlEntry& entry, const std::string& sentence)
{
    throw Error(ErrorKind::Input, entry.key + ": " + sentence, subject + ":" + std::to_string(entry.line));
}

std::string scalarOf(const std::string& subject, const YamlEntry& entry)
{
    if (entry.value.kind != RawValue::Kind::Scalar)
        refuse(subject, entry, "one text is wanted.");
    return entry.value.text;
}

BothLanguages bothOf(const std::string& subject, const YamlEntry& entry)
{
    BothLanguages both;
    for (const auto& [language, text] : entry.value.entries) {
        if (language == "en")
            both.english = text;
        else if (language == "zh")
            both.chinese = text;
    }
    if (both.english.empty() || both.chinese.empty())
        refuse(subject, entry, "a text in each language is wanted, as {en: …, zh: …}.");
    return both;
}

void take(const std::string& subject, const YamlEntry& entry, ExampleProject& example)
{
    if (entry.key == "title") {
        example.title = bothOf(subject, entry);
    } else if (entry.key == "teaches") {
        example.teaches = bothOf(subject, entry);
    } else if (entry.key == "minutes") {
        example.minutes = static_cast<int>(parseNumber(scalarOf(subject, entry)).value_or(0));
    } else if (entry.key == "model") {
        example.model = scalarOf(subject, entry);
    } else if (entry.key == "recipe") {
        example.recipe = pathFromUtf8(scalarOf(subject, entry));
    } else if (entry.key == "datasets") {
        for (const auto& [name, file] : entry.value.entries)
            example.datasets.push_back({ name, pathFromUtf8(file) });
    } else {
        refuse(
            subject, entry, "is not known; known are title, teaches, minutes, model, datasets and recipe.");
    }
}

} // namespace

ExampleProject readExample(const fs::path& folder)
{
    const fs::path file = folder / kDescription;
    const std::string subject = utf8FromPath(file);
    ExampleProject example;
    example.name = utf8FromPath(folder.filename());
    for (const YamlEntry& entry : readYamlMapping(readTextFile(file), subject))
        take(subject, entry, example);
    if (example.title.english.empty() || example.datasets.empty() || example.recipe.empty())
        throw Error(ErrorKind::Input, "needs title, datasets and recipe.", subject);
    example.recipe = folder / example.recipe;
    return example;
}

std::vector<ExampleProject> readExamples(const fs::path& folder)
{
    std::vector<ExampleProject> examples;
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, code)) {
        if (fs::exists(entry.path() / kDescription, code))
            examples.push_back(readExample(entry.path()));
    }
    std::ranges::sort(examples, {}, &ExampleProject::name);
    return examples;
}

NewProject exampleProject(const ExampleProject& example, const fs::path& shipped)
{
    NewProject project;
    for (const ExampleSet& set : example.datasets)
        project.sets.push_back({ set.name, shipped / set.file });
    project.recipe = readRecipeFile(example.recipe).recipe;
    return project;
}

} // namespace temper
