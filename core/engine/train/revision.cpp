// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/revision.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/data/split.h"

#include <algorithm>
#include <fstream>

namespace temper {

namespace {

struct LoadedSet {
    std::string name;
    std::vector<DataRow> rows;
};

std::filesystem::path
findSet(const std::string& name, const Recipe& recipe, const std::filesystem::path& projectData)
{
    const std::vector<std::filesystem::path> places { name, recipe.datasetDir / name,
        recipe.datasetDir / (name + ".sqlite"), projectData / (name + ".sqlite"), projectData / name };
    for (const auto& place : places)
        if (std::error_code code; std::filesystem::is_regular_file(place, code))
            return place;
    for (const auto& place : places)
        if (std::error_code code; std::filesystem::exists(place, code) && !place.filename().empty())
            throw Error(ErrorKind::Input, "is a folder or a device, a file was expected.", place.string(),
                "Give a file, or the name of a set of this project.");
    throw Error(ErrorKind::Input, "there is no file and no data set \"" + name + "\".", "dataset",
        "Give a file, or the name of a set of this project.");
}

// Reads named sets one after the other into one revision's bookkeeping.
class SetLoader {
public:
    SetLoader(const Recipe& recipe, const std::filesystem::path& projectData, Revision& revision)
        : m_recipe(recipe)
        , m_projectData(projectData)
        , m_revision(revision)
    {
        m_options.columns = recipe.columns;
        m_options.textUnit = TextUnit::File;
    }

    LoadedSet load(const std::string& name, const ProgressFunction& progress, const std::stop_token& stop)
    {
        const std::filesystem::path file = findSet(name, m_recipe, m_projectData);
        const auto fileIndex = static_cast<std::uint32_t>(m_revision.files.size());
        LoadedSet set { name, {} };
        const std::uint64_t limit
            = m_recipe.maxSamples > 0 ? static_cast<std::uint64_t>(m_recipe.maxSamples) : ~0ull;
        m_revision.files.push_back(file.string());
        m_revision.reports.push_back(readRows(
            file, m_options,
            [&](DataRow&& row) {
                row.source.file = fileIndex;
                if (set.rows.size() < limit)
                    set.rows.push_back(std::move(row));
            },
            progress, stop));
        if (set.rows.empty())
            refuseEmpty(file, m_revision.reports.back());
        return set;
    }

private:
    [[noreturn]] static void refuseEmpty(const std::filesystem::path& file, const ReadReport& report)
    {
        if (report.problems.listed.empty())
            throw Error(ErrorKind::Input, "holds no rows.", file.string());
        const RowProblem& first = report.problems.listed.front();
        const std::string place
            = first.line > 0 ? " (line " + std::to_string(first.line) + ")" : std::string();
        const std::string field = first.field.empty() ? std::string() : first.field + " ";
        throw Error(ErrorKind::Input,
            "none of its " + std::to_string(report.problems.total) + " rows can be used: " + field
                + first.reason + place,
            file.string());
    }

    const Recipe& m_recipe;
    const std::filesystem::path& m_projectData;
    Revision& m_revision;
    ReadOptions m_options;
};

void addRow(Revision& revision, std::uint32_t set, std::uint64_t row, const DataRow& content, RowSplit split)
{
    revision.frozen.rows.push_back({ set, row, contentHash(contentJson(content)), split });
    revision.rows.push_back(content);
}

// A share of the rows that cannot be is the recipe's mistake, not the command's.
Split splitOf(std::uint64_t rows, double valSize, const Recipe& recipe)
{
    try {
        return splitRows(rows, valSize, static_cast<std::uint64_t>(recipe.seed));
    } catch (const Error& error) {
        throw Error(ErrorKind::Input, error.sentence(), error.subject(), "Lower val_size, or add rows.");
    }
}

void addTrainingRows(Revision& revision, const std::vector<LoadedSet>& sets, const Recipe& recipe)
{
    std::vector<MixPart> parts;
    std::vector<Split> splits;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        splits.push_back(
            splitOf(sets[i].rows.size(), i == 0 || recipe.valSize < 1.0 ? recipe.valSize : 0.0, recipe));
        const double weight = i < recipe.interleaveProbs.size() ? recipe.interleaveProbs[i] : 0.0;
        parts.push_back({ splits.back().train.size(), weight, std::nullopt });
    }
    for (const MixedRow& mixed :
        mixRows(parts, recipe.mixStrategy, static_cast<std::uint64_t>(recipe.seed))) {
        const std::uint64_t row = splits[mixed.set].train[mixed.row];
        addRow(revision, mixed.set, row, sets[mixed.set].rows[row], RowSplit::Train);
    }
    for (std::size_t set = 0; set < sets.size(); ++set)
        for (const std::uint64_t row : splits[set].validation)
            addRow(revision, static_cast<std::uint32_t>(set), row, sets[set].rows[row], RowSplit::Evaluation);
}

} // namespace

Revision chooseRows(const Recipe& recipe,
    const std::filesystem::path& projectData,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    Revision revision;
    SetLoader loader(recipe, projectData, revision);
    std::vector<LoadedSet> sets;
    for (const std::string& name : recipe.dataset) {
        sets.push_back(loader.load(name, progress, stop));
        revision.frozen.sets.push_back({ name, sets.back().rows.size() });
    }
    addTrainingRows(revision, sets, recipe);
    for (const std::string& name : recipe.evalDataset) {
        const LoadedSet set = loader.load(name, progress, stop);
        const auto index = static_cast<std::uint32_t>(revision.frozen.sets.size());
        revision.frozen.sets.push_back({ name, set.rows.size() });
        for (std::uint64_t row = 0; row < set.rows.size(); ++row)
            addRow(revision, index, row, set.rows[row], RowSplit::Evaluation);
    }
    return revision;
}

void writeRevision(const RunFolder& run, const Revision& revision)
{
    AtomicFile file(run.dataFolder() / "rows.jsonl");
    std::string line;
    for (const DataRow& row : revision.rows) {
        line.clear();
        appendContentJson(row, line);
        line += '\n';
        file.write(line);
    }
    file.commit();
    writeFrozenData(run.dataFolder() / "revision.jsonl", revision.frozen);
}

bool hasRevision(const RunFolder& run)
{
    return std::filesystem::exists(run.dataFolder() / "revision.jsonl");
}

Revision readRevision(const RunFolder& run)
{
    const std::filesystem::path path = run.dataFolder() / "rows.jsonl";
    Revision revision;
    revision.frozen = readFrozenData(run.dataFolder() / "revision.jsonl");
    revision.files.push_back(path.string());
    std::ifstream file(path, std::ios::binary);
    std::string line;
    for (const FrozenRow& frozen : revision.frozen.rows) {
        const std::string subject = path.string() + ":" + std::to_string(revision.rows.size() + 1);
        if (!std::getline(file, line) || contentHash(line) != frozen.hash)
            throw Error(ErrorKind::Input, "the row is not the one the run began with.", subject,
                "Start a new run: this one's data was damaged.");
        revision.rows.push_back(rowFromContent(line, "", subject));
        revision.rows.back().source = { 0, revision.rows.size() };
    }
    return revision;
}

} // namespace temper
