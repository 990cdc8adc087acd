// SPDX-License-Identifier: GPL-3.0-or-later
// Data files, stores and a small tokenizer for the tests of the Data page.
#pragma once

#include "core/common/data/import.h"
#include "core/common/project/project.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace temper {

inline void writeSampleFile(const std::filesystem::path& path, const std::string& bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

// {"instruction", "output"} a line; row 7 of 10 speaks of sunsets.
inline std::string sampleJsonLines(int rows)
{
    std::string text;
    for (int i = 0; i < rows; ++i)
        text += R"({"instruction": "Question )" + std::to_string(i + 1)
            + (i % 10 == 6 ? " about a sunset" : " about bread") + R"(", "output": "Answer )"
            + std::to_string(i + 1) + "\"}\n";
    return text;
}

// A project with one set "first" of `rows` rows and one unusable line.
inline void makeSampleSet(const std::filesystem::path& folder, int rows)
{
    Project project = Project::isProject(folder) ? Project::open(folder) : Project::create(folder);
    const std::filesystem::path file = folder.parent_path() / "first.jsonl";
    writeSampleFile(file, sampleJsonLines(rows) + "{\"instruction\": \"No answer\"}\n");
    const ImportReport report = importFiles({ file }, folder / "data/first.sqlite", {});
    project.putDataset({ "first", "data/first.sqlite", report.rows, 0 });
}

// A folder with a byte-level tokenizer and the ChatML template, known to the project as a model.
inline std::filesystem::path makeSampleModel(const std::filesystem::path& project)
{
    const std::filesystem::path source(TEMPER_SOURCE_DIR);
    const std::filesystem::path model = project.parent_path() / "small-model";
    std::filesystem::create_directories(model);
    std::filesystem::copy_file(
        source / "tests/reference/text/tokenizers/qwen3/tokenizer.json", model / "tokenizer.json");
    std::ifstream templateFile(source / "resources/templates/chatml.jinja");
    const std::string chatTemplate { std::istreambuf_iterator<char>(templateFile), {} };
    writeSampleFile(model / "tokenizer_config.json",
        Json { { "chat_template", chatTemplate }, { "eos_token", "<|im_end|>" } }.dump());
    ModelEntry entry;
    entry.hash = "0123456789abcdef";
    entry.name = "Small model";
    entry.places = { model.string() };
    Project::open(project).putModel(entry);
    return model;
}

} // namespace temper
