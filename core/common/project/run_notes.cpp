// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/run_notes.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"

namespace temper {

std::filesystem::path runNotesFile(const RunFolder& run)
{
    return run.folder() / "notes.json";
}

RunNotes readRunNotes(const RunFolder& run)
{
    std::error_code missing;
    if (!std::filesystem::exists(runNotesFile(run), missing))
        return {};
    try {
        const Json json = readJsonFile(runNotesFile(run));
        return { json.value("name", std::string()), json.value("note", std::string()),
            json.value("starred", false) };
    } catch (const Error&) {
        return {};
    } catch (const Json::exception&) {
        return {};
    }
}

void writeRunNotes(const RunFolder& run, const RunNotes& notes)
{
    OrderedJson json;
    json["name"] = notes.name;
    json["note"] = notes.note;
    json["starred"] = notes.starred;
    writeFileAtomically(
        runNotesFile(run), json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n");
}

} // namespace temper
