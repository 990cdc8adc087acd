// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/revision.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/data/dataset.h"
#include "core/common/data/split.h"
#include "core/engine/train/recipe_sets.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::size_t kReleaseEvery = 20000; // rows

struct LoadedSet {
    std::uint64_t first = 0; // its first row's place in the spool
    std::uint64_t rows = 0;
    RowSelection numbers; // a store's row numbers by position; a file's rows are counted from 0
};

[[noreturn]] void refuseEmpty(const std::filesystem::path& file, const ReadReport& report)
{
    if (report.problems.listed.empty())
        throw Error(ErrorKind::Input, "holds no rows.", file.string());
    const RowProblem& first = report.problems.listed.front();
    const std::string place = first.line > 0 ? " (line " + std::to_string(first.line) + ")" : std::string();
    const std::string field = first.field.empty() ? std::string() : first.field + " ";
    throw Error(ErrorKind::Input,
        "none of its " + std::to_string(report.problems.total) + " rows can be used: " + field + first.reason
            + place,
        file.string());
}

// Reads named sets one after the other into one revision's bookkeeping.
class SetLoader {
public:
    SetLoader(const Recipe& recipe, const std::filesystem::path& projectData, Revision& revision)
        : m_recipe(recipe)
        , m_projectData(projectData)
        , m_revision(revision)
    {
    }

    LoadedSet load(const std::string& name, const ProgressFunction& progress, const std::stop_token& stop)
    {
        const RecipeSet source = findRecipeSet(name, m_recipe, m_projectData);
        const auto fileIndex = static_cast<std::uint32_t>(m_revision.files.size());
        LoadedSet set { m_hashes.size(), 0, {} };
        if (isStoreFile(source.file))
            set.numbers = Dataset(source.file).select({});
        m_revision.files.push_back(source.file.string());
        for (const std::string& note : source.notes)
            m_revision.notes.push_back(source.file.string() + ": " + note);
        std::string content;
        m_revision.reports.push_back(readRows(
            source.file, source.reading,
            [&](DataRow&& row) {
                if (set.rows == source.limit)
                    return;
                content.clear();
                appendContentJson(row, content);
                m_hashes.push_back(contentHash(content));
                m_revision.rows.spool(content, { fileIndex, row.source.line });
                ++set.rows;
            },
            progress, stop));
        if (set.rows == 0)
            refuseEmpty(source.file, m_revision.reports.back());
        if (set.numbers.size() == 0)
            set.numbers = RowSelection::allBut(set.rows, {});
        m_revision.frozen.sets.push_back({ name, set.rows });
        return set;
    }

    void take(std::uint32_t index, const LoadedSet& set, std::uint64_t row, RowSplit split)
    {
        m_revision.frozen.rows.push_back(
            { index, set.numbers.number(row), m_hashes[set.first + row], split });
        m_revision.rows.take(set.first + row);
    }

private:
    const Recipe& m_recipe;
    const std::filesystem::path& m_projectData;
    Revision& m_revision;
    std::vector<ContentHash> m_hashes; // by place in the spool
};

// A share of the rows that cannot be is the recipe's mistake, not the command's.
Split splitOf(std::uint64_t rows, const Recipe& recipe)
{
    try {
        return splitRows(rows, recipe.valSize, static_cast<std::uint64_t>(recipe.seed));
    } catch (const Error& error) {
        throw Error(ErrorKind::Input, error.sentence(), error.subject(), "Lower val_size, or add rows.");
    }
}

std::vector<Split> splitsOf(const std::vector<LoadedSet>& sets, const Recipe& recipe)
{
    std::vector<Split> splits;
    if (recipe.valSize < 1.0) {
        for (const LoadedSet& set : sets)
            splits.push_back(splitOf(set.rows, recipe));
        return splits;
    }
    std::uint64_t total = 0;
    for (const LoadedSet& set : sets)
        total += set.rows;
    const Split whole = splitOf(total, recipe);
    std::uint64_t before = 0;
    for (const LoadedSet& set : sets) {
        const auto part = [&](const std::vector<std::uint64_t>& rows) {
            std::vector<std::uint64_t> own;
            for (auto row = std::ranges::lower_bound(rows, before);
                 row != rows.end() && *row < before + set.rows; ++row)
                own.push_back(*row - before);
            return own;
        };
        splits.push_back({ part(whole.train), part(whole.validation) });
        before += set.rows;
    }
    return splits;
}

void takeTrainingRows(SetLoader& loader, const std::vector<LoadedSet>& sets, const Recipe& recipe)
{
    std::vector<MixPart> parts;
    const std::vector<Split> splits = splitsOf(sets, recipe);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const double weight = i < recipe.interleaveProbs.size() ? recipe.interleaveProbs[i] : 0.0;
        parts.push_back({ splits[i].train.size(), weight, std::nullopt });
    }
    for (const MixedRow& mixed : mixRows(parts, recipe.mixStrategy, static_cast<std::uint64_t>(recipe.seed)))
        loader.take(mixed.set, sets[mixed.set], splits[mixed.set].train[mixed.row], RowSplit::Train);
    for (std::uint32_t set = 0; set < sets.size(); ++set)
        for (const std::uint64_t row : splits[set].validation)
            loader.take(set, sets[set], row, RowSplit::Evaluation);
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
    for (const std::string& name : recipe.dataset)
        sets.push_back(loader.load(name, progress, stop));
    takeTrainingRows(loader, sets, recipe);
    for (const std::string& name : recipe.evalDataset) {
        const LoadedSet set = loader.load(name, progress, stop);
        const auto index = static_cast<std::uint32_t>(revision.frozen.sets.size() - 1);
        for (std::uint64_t row = 0; row < set.rows; ++row)
            loader.take(index, set, row, RowSplit::Evaluation);
    }
    revision.rows.finishSpool();
    return revision;
}

void writeRevision(const RunFolder& run, const Revision& revision)
{
    AtomicFile file(run.dataFolder() / "rows.jsonl");
    for (std::size_t i = 0; i < revision.rows.size(); ++i) {
        file.write(revision.rows.content(i));
        file.write("\n");
        if (i % kReleaseEvery == 0)
            revision.rows.release();
    }
    file.commit();
    revision.rows.release();
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
    revision.rows = RevisionRows::ofFile(path);
    revision.files.push_back(path.string());
    for (std::size_t i = 0; i < revision.frozen.rows.size(); ++i) {
        if (i % kReleaseEvery == 0)
            revision.rows.release();
        if (i >= revision.rows.size()
            || contentHash(revision.rows.content(i)) != revision.frozen.rows[i].hash)
            throw Error(ErrorKind::Input, "the row is not the one the run began with.",
                path.string() + ":" + std::to_string(i + 1), "Start a new run: this one's data was damaged.");
    }
    revision.rows.release();
    return revision;
}

} // namespace temper
