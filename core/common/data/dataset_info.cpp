// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/dataset_info.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"

#include <array>
#include <utility>

namespace temper {

namespace {

namespace fs = std::filesystem;
using Pair = std::pair<const char*, const char*>;

// Their word, ours.
constexpr std::array kColumns { Pair { "prompt", "prompt" }, Pair { "query", "input" },
    Pair { "response", "answer" }, Pair { "history", "history" }, Pair { "system", "system" },
    Pair { "messages", "messages" }, Pair { "tools", "tools" } };
// Their tag, the usual name of that role.
constexpr std::array kRoles { Pair { "user_tag", "user" }, Pair { "assistant_tag", "assistant" },
    Pair { "observation_tag", "observation" }, Pair { "function_tag", "function_call" },
    Pair { "system_tag", "system" } };
constexpr std::array kMedia { "images", "videos", "audios" };

fs::path listOf(const fs::path& folder)
{
    return folder / "dataset_info.json";
}

OrderedJson readList(const fs::path& folder)
{
    std::error_code code;
    if (!fs::is_regular_file(listOf(folder), code))
        return OrderedJson::object();
    OrderedJson list = readOrderedJsonFile(listOf(folder));
    if (!list.is_object())
        throw Error(
            ErrorKind::Input, "is no list of data sets: an object was expected.", listOf(folder).string());
    return list;
}

std::string textOf(const OrderedJson& entry, const char* key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void readColumns(const OrderedJson& entry, ListedDataset& set)
{
    const auto columns = entry.find("columns");
    if (columns == entry.end() || !columns->is_object())
        return;
    for (const auto& [theirs, ours] : kColumns)
        if (const std::string column = textOf(*columns, theirs); !column.empty())
            set.reading.columns[ours] = column;
    for (const char* medium : kMedia)
        if (columns->contains(medium))
            set.notes.push_back(std::string(medium) + " are passed over: only text is trained on.");
}

void readTags(const OrderedJson& entry, ListedDataset& set)
{
    const auto tags = entry.find("tags");
    if (tags == entry.end() || !tags->is_object())
        return;
    set.reading.tags.role = textOf(*tags, "role_tag");
    set.reading.tags.content = textOf(*tags, "content_tag");
    for (const auto& [theirs, ours] : kRoles)
        if (const std::string tag = textOf(*tags, theirs); !tag.empty())
            set.reading.tags.roles[tag] = ours;
}

ListedDataset listedDataset(const fs::path& folder, const std::string& name, const OrderedJson& entry)
{
    const std::string subject = listOf(folder).string() + ": " + name;
    if (!entry.is_object())
        throw Error(ErrorKind::Input, "is no description of a data set: an object was expected.", subject);
    const std::string file = textOf(entry, "file_name");
    if (file.empty())
        throw Error(ErrorKind::Input, "names no file of this machine.", subject,
            "Fetch the data and name it with file_name.");
    ListedDataset set;
    set.file = folder / fs::path(file);
    std::error_code code;
    if (!fs::is_regular_file(set.file, code))
        throw Error(ErrorKind::Input,
            fs::is_directory(set.file, code) ? "names a folder, a file was expected."
                                             : "names a file that does not exist.",
            subject, "Correct file_name: " + set.file.string());
    readColumns(entry, set);
    readTags(entry, set);
    if (entry.value("ranking", OrderedJson(false)) == true)
        set.notes.push_back("ranking is passed over: this stage trains on answers, not on preferences.");
    if (const auto samples = entry.find("num_samples");
        samples != entry.end() && samples->is_number_unsigned())
        set.samples = samples->get<std::uint64_t>();
    return set;
}

} // namespace

std::optional<ListedDataset> findListedDataset(const fs::path& folder, const std::string& name)
{
    const OrderedJson list = readList(folder);
    const auto entry = list.find(name);
    return entry == list.end() ? std::nullopt : std::optional(listedDataset(folder, name, *entry));
}

std::vector<std::string> listedDatasets(const fs::path& folder)
{
    const OrderedJson list = readList(folder);
    std::vector<std::string> names;
    for (const auto& entry : list.items())
        names.push_back(entry.key());
    return names;
}

} // namespace temper
