// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/export_log.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_append_file.h"
#include "core/common/project/conversation_json.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/recipe_value.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace temper {

namespace fs = std::filesystem;

namespace {

fs::path logFile(const fs::path& project)
{
    return project / "exports" / "exports.jsonl";
}

const char* formName(ExportForm form)
{
    return form == ExportForm::Adapter ? "adapter" : "merged";
}

Json toJson(const ExportRecord& record, const fs::path& project)
{
    const AnswerSource place { {}, record.folder, {}, {}, 0 };
    Json json { { "form", formName(record.form) }, { "source", toJson(record.source, project) },
        { "folder", toJson(place, project)["model"] }, { "number_type", record.numberType },
        { "bytes", record.bytes }, { "created", record.created } };
    if (record.check)
        json["check"] = { { "greatest_difference", record.check->greatestDifference },
            { "positions", record.check->positions }, { "same_choice", record.check->sameChoice } };
    return json;
}

ExportRecord recordOf(const Json& json, const fs::path& project)
{
    ExportRecord record;
    record.form = json.at("form") == formName(ExportForm::Adapter) ? ExportForm::Adapter : ExportForm::Merged;
    record.source = answerSourceFromJson(json.at("source"), project);
    record.folder = answerSourceFromJson({ { "model", json.at("folder") } }, project).model;
    record.numberType = json.value("number_type", "");
    record.bytes = json.value("bytes", std::uint64_t { 0 });
    record.created = json.value("created", 0.0);
    if (json.contains("check")) {
        const Json& check = json.at("check");
        record.check = ExportCheck { check.value("greatest_difference", 0.0),
            check.value("positions", std::int64_t { 0 }), check.value("same_choice", std::int64_t { 0 }) };
    }
    return record;
}

} // namespace

void addExport(const fs::path& project, const ExportRecord& record)
{
    std::error_code ignored; // opening the file tells what is wrong
    fs::create_directories(logFile(project).parent_path(), ignored);
    AppendFile log(logFile(project));
    log.append(toLine(toJson(record, project)));
    log.sync();
}

std::vector<ExportRecord> listExports(const fs::path& project)
{
    std::vector<ExportRecord> records;
    std::ifstream stream(logFile(project), std::ios::binary);
    for (std::string text; std::getline(stream, text);) {
        const Json line = Json::parse(text, nullptr, false);
        try {
            if (line.is_object())
                records.push_back(recordOf(line, project));
        } catch (const Json::exception&) {
            continue; // written by another version
        }
    }
    std::ranges::reverse(records);
    return records;
}

std::uint64_t folderBytes(const fs::path& folder)
{
    std::uint64_t bytes = 0;
    std::error_code missing;
    for (const auto& entry : fs::recursive_directory_iterator(folder, missing)) {
        std::error_code gone;
        const std::uint64_t size = entry.is_regular_file(gone) ? entry.file_size(gone) : 0;
        bytes += gone ? 0 : size;
    }
    return bytes;
}

fs::path newExportFolder(const fs::path& project, const AnswerSource& source, ExportForm form)
{
    std::string name = source.name;
    if (source.step > 0)
        name += fmt::format("-step-{}", source.step);
    name = folderName(name) + (form == ExportForm::Adapter ? "-adapter" : "-merged");
    fs::path folder = project / "exports" / pathFromUtf8(name);
    std::error_code missing;
    for (int number = 2; fs::exists(folder, missing); ++number)
        folder = project / "exports" / pathFromUtf8(fmt::format("{}-{}", name, number));
    return folder;
}

} // namespace temper
