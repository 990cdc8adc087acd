// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/kept_draft.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/recipe/recipe_value.h"

namespace temper {

namespace {

std::filesystem::path fileIn(const std::filesystem::path& project)
{
    return project / "new-run.json";
}

} // namespace

void keepDraft(const std::filesystem::path& project, const RecipeDraft& draft)
{
    Json kept { { "recipe", draftYaml(draft, false) }, { "folder", utf8FromPath(draft.folder) },
        { "file", utf8FromPath(draft.file) }, { "reasons", Json::object() } };
    for (const auto& [key, reason] : draft.reasons)
        kept["reasons"][key] = reason;
    writeFileAtomically(fileIn(project), toLine(kept) + "\n");
}

std::optional<RecipeDraft> keptDraft(const std::filesystem::path& project)
{
    try {
        const Json kept = readJsonFile(fileIn(project));
        const std::filesystem::path folder = pathFromUtf8(kept.value("folder", std::string()));
        RecipeDraft draft = readDraft(kept.at("recipe").get<std::string>(), "new-run.json", folder);
        draft.file = pathFromUtf8(kept.value("file", std::string()));
        const Json reasons = kept.value("reasons", Json::object());
        for (const auto& [key, reason] : reasons.items())
            draft.reasons[key] = reason.get<std::string>();
        return draft;
    } catch (const Error&) {
        return std::nullopt;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace temper
