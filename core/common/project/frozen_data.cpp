// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/frozen_data.h"

#include "core/common/base/error.h"
#include "core/common/base/json.h"
#include "core/common/base/os_atomic_file.h"

#include <charconv>
#include <fmt/ranges.h>
#include <fstream>
#include <memory>
#include <optional>
#include <xxhash.h>

namespace temper {
namespace {

constexpr int kVersion = 1;

std::string_view splitName(RowSplit split)
{
    return split == RowSplit::Train ? "train" : "evaluation";
}

std::string headText(const FrozenData& data)
{
    OrderedJson head { { "temper_rows", kVersion }, { "rows", data.rows.size() },
        { "sets", OrderedJson::array() } };
    for (const FrozenSet& set : data.sets)
        head["sets"].push_back({ { "name", set.name }, { "rows", set.rows } });
    return toLine(head);
}

std::string rowText(const FrozenRow& row)
{
    return fmt::format(
        "[{},{},\"{:02x}\",\"{}\"]", row.set, row.row, fmt::join(row.hash, ""), splitName(row.split));
}

[[noreturn]] void failAt(const std::filesystem::path& path, std::uint64_t line, const std::string& sentence)
{
    throw Error(ErrorKind::Input, sentence, fmt::format("{}:{}", path.string(), line),
        "The run's data folder is damaged; start a new run.");
}

bool parseHash(const std::string& text, ContentHash& hash)
{
    if (text.size() != 2 * hash.size())
        return false;
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const char* digits = text.data() + 2 * i;
        if (std::from_chars(digits, digits + 2, hash[i], 16).ptr != digits + 2)
            return false;
    }
    return true;
}

// Nothing for a row that contradicts itself; throws Json::exception for one of another form.
std::optional<FrozenRow> parseRow(const Json& json, std::size_t sets)
{
    FrozenRow row;
    row.set = json.at(0).get<std::uint32_t>();
    row.row = json.at(1).get<std::uint64_t>();
    const bool isHash = parseHash(json.at(2).get<std::string>(), row.hash);
    const auto split = json.at(3).get<std::string>();
    row.split = split == splitName(RowSplit::Train) ? RowSplit::Train : RowSplit::Evaluation;
    return isHash && row.set < sets && splitName(row.split) == split ? std::optional(row) : std::nullopt;
}

} // namespace

std::string frozenDataHash(const FrozenData& data)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    const auto add
        = [&](const std::string& text) { XXH3_128bits_update(state.get(), text.data(), text.size()); };
    XXH3_128bits_reset(state.get());
    add(headText(data));
    for (const FrozenRow& row : data.rows)
        add(rowText(row));
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

void writeFrozenData(const std::filesystem::path& path, const FrozenData& data)
{
    AtomicFile file(path);
    file.write(headText(data) + "\n");
    for (const FrozenRow& row : data.rows)
        file.write(rowText(row) + "\n");
    file.commit();
}

FrozenData readFrozenData(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(ErrorKind::Environment, "this file cannot be opened.", path.string(),
            "It belongs to the run; start a new run without it.");
    FrozenData data;
    std::string line;
    std::uint64_t number = 1;
    try {
        std::getline(file, line);
        const Json head = Json::parse(line);
        if (head.at("temper_rows").get<int>() > kVersion)
            failAt(path, number, "a later version of Temper wrote this file.");
        for (const Json& set : head.at("sets"))
            data.sets.push_back({ set.at("name").get<std::string>(), set.at("rows").get<std::uint64_t>() });
        const auto rows = head.at("rows").get<std::uint64_t>();
        while (std::getline(file, line)) {
            ++number;
            const auto row = parseRow(Json::parse(line), data.sets.size());
            if (!row)
                failAt(path, number, "this line is damaged.");
            data.rows.push_back(*row);
        }
        if (data.rows.size() != rows)
            failAt(path, number, fmt::format("this file has {} of its {} rows.", data.rows.size(), rows));
    } catch (const Json::exception&) {
        failAt(path, number, "this line is damaged.");
    }
    return data;
}

} // namespace temper
