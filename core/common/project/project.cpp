// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/base/sqlite_uri.h"
#include "core/common/project/project_schema.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/recipe_value.h"
#include "core/common/recipe/recipe_writer.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <utility>

namespace temper {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexName = "project.sqlite";
// Longer than any program holds the index: it is waited for from the first look on, for another one may just
// be emptying the journal as it closes.
constexpr int kBusyMilliseconds = 10000;

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// Runs work on the database and turns what SQLite throws into a sentence.
template <typename Work> auto withDatabase(const fs::path& folder, Work work)
{
    try {
        return work();
    } catch (const SQLite::Exception& problem) {
        constexpr int kDatabaseFull = 13; // SQLITE_FULL
        const bool full = problem.getErrorCode() == kDatabaseFull;
        throw Error(ErrorKind::Environment,
            fmt::format("the project's index cannot be used: {}.", problem.what()),
            utf8FromPath(folder / kIndexName),
            full ? "Make room on the disk." : "Close other programs that use it, and try again.");
    }
}

template <typename Work> void inTransaction(const fs::path& folder, SQLite::Database& database, Work work)
{
    withDatabase(folder, [&] {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        work();
        transaction.commit();
    });
}

void makeFolder(const fs::path& folder)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        throw Error(ErrorKind::Environment, fmt::format("this folder cannot be made: {}.", problem.message()),
            utf8FromPath(folder), "Choose a folder that you may write to.");
}

std::unique_ptr<SQLite::Database> openIndex(const fs::path& folder, int flags)
{
    return withDatabase(folder, [&] {
        return std::make_unique<SQLite::Database>(
            utf8FromPath(folder / kIndexName), flags, kBusyMilliseconds);
    });
}

// On a disk that cannot be written SQLite cannot share the journal's memory with other programs; then nobody
// changes the index either.
std::unique_ptr<SQLite::Database> openIndexToRead(const fs::path& folder)
{
    const std::string path = utf8FromPath(folder / kIndexName);
    return withDatabase(folder, [&] {
        try {
            auto database
                = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READONLY, kBusyMilliseconds);
            database->execAndGet("PRAGMA user_version");
            return database;
        } catch (const SQLite::Exception& problem) {
            constexpr int kCannotOpen = 14; // SQLITE_CANTOPEN
            constexpr int kReadOnly = 8; // SQLITE_READONLY
            if (problem.getErrorCode() != kCannotOpen && problem.getErrorCode() != kReadOnly)
                throw;
            return std::make_unique<SQLite::Database>(unchangingDatabaseUri(folder / kIndexName),
                SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMilliseconds);
        }
    });
}

DatasetEntry datasetOf(SQLite::Statement& row)
{
    return { row.getColumn(0).getString(), row.getColumn(1).getString(),
        static_cast<std::uint64_t>(row.getColumn(2).getInt64()), row.getColumn(3).getDouble() };
}

std::vector<std::string> placesOf(SQLite::Database& database, const std::string& hash)
{
    SQLite::Statement query(
        database, "SELECT place FROM model_places WHERE hash = ? ORDER BY seen DESC, rowid DESC");
    query.bind(1, hash);
    std::vector<std::string> places;
    while (query.executeStep())
        places.push_back(query.getColumn(0).getString());
    return places;
}

// Writes the whole order anew: places 0, 1, 2, …
void writeOrder(SQLite::Database& database, const std::vector<std::string>& order)
{
    for (std::size_t i = 0; i < order.size(); ++i) {
        SQLite::Statement update(database, "UPDATE queue SET place = ? WHERE run_id = ?");
        update.bind(1, static_cast<std::int64_t>(i));
        update.bind(2, order[i]);
        update.exec();
    }
}

} // namespace

Project::Project(fs::path folder, ProjectAccess access, std::unique_ptr<SQLite::Database> database)
    : m_folder(std::move(folder))
    , m_access(access)
    , m_database(std::move(database))
{
}

Project::~Project() = default;
Project::Project(Project&& other) noexcept = default;
Project& Project::operator=(Project&& other) noexcept = default;

bool Project::isProject(const fs::path& folder)
{
    std::error_code missing;
    return fs::is_regular_file(folder / kIndexName, missing);
}

std::filesystem::path Project::around(const std::filesystem::path& place)
{
    std::filesystem::path folder = std::filesystem::absolute(place).lexically_normal();
    while (!isProject(folder)) {
        if (folder == folder.parent_path())
            return {};
        folder = folder.parent_path();
    }
    return folder;
}

Project Project::create(const fs::path& given)
{
    const fs::path folder = fs::absolute(given).lexically_normal();
    if (isProject(folder))
        throw Error(ErrorKind::Input, "there is a project in this folder already.", utf8FromPath(folder),
            "Open it, or choose another folder.");
    makeFolder(folder);
    auto database = openIndex(folder, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    withDatabase(folder, [&] {
        configureDatabase(*database);
        migrateProjectSchema(*database, folder / kIndexName);
    });
    Project project(folder, ProjectAccess::ReadWrite, std::move(database));
    for (const fs::path& part : { project.dataFolder(), project.labelsFolder(), project.runsFolder(),
             project.exportsFolder(), project.cacheFolder() })
        makeFolder(part);
    return project;
}

Project Project::open(const fs::path& given, ProjectAccess access)
{
    const fs::path folder = fs::absolute(given).lexically_normal();
    if (!isProject(folder))
        throw Error(ErrorKind::Input, "this folder is not a Temper project.", utf8FromPath(folder),
            "A project is a folder with a file project.sqlite in it.");
    const bool readOnly = access == ProjectAccess::ReadOnly;
    auto database = readOnly ? openIndexToRead(folder) : openIndex(folder, SQLite::OPEN_READWRITE);
    withDatabase(folder, [&] {
        requireKnownSchema(*database, folder / kIndexName);
        if (readOnly)
            return;
        configureDatabase(*database);
        migrateProjectSchema(*database, folder / kIndexName);
    });
    return { folder, access, std::move(database) };
}

std::vector<DatasetEntry> Project::datasets() const
{
    return withDatabase(m_folder, [&] {
        SQLite::Statement query(*m_database, "SELECT name, file, rows, created FROM datasets ORDER BY name");
        std::vector<DatasetEntry> entries;
        while (query.executeStep())
            entries.push_back(datasetOf(query));
        return entries;
    });
}

std::optional<DatasetEntry> Project::dataset(const std::string& name) const
{
    return withDatabase(m_folder, [&]() -> std::optional<DatasetEntry> {
        SQLite::Statement query(*m_database, "SELECT name, file, rows, created FROM datasets WHERE name = ?");
        query.bind(1, name);
        return query.executeStep() ? std::optional(datasetOf(query)) : std::nullopt;
    });
}

void Project::putDataset(const DatasetEntry& entry)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement insert(*m_database,
            "INSERT INTO datasets VALUES (?1, ?2, ?3, ?4) ON CONFLICT (name) DO UPDATE SET file = ?2, rows = "
            "?3");
        insert.bind(1, entry.name);
        insert.bind(2, entry.file);
        insert.bind(3, static_cast<std::int64_t>(entry.rows));
        insert.bind(4, entry.created > 0 ? entry.created : now());
        insert.exec();
    });
}

void Project::removeDataset(const std::string& name)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement remove(*m_database, "DELETE FROM datasets WHERE name = ?");
        remove.bind(1, name);
        remove.exec();
    });
}

std::vector<ModelEntry> Project::models() const
{
    return withDatabase(m_folder, [&] {
        SQLite::Statement query(
            *m_database, "SELECT hash, name, family, bytes FROM models ORDER BY seen DESC, rowid DESC");
        std::vector<ModelEntry> entries;
        while (query.executeStep()) {
            const std::string hash = query.getColumn(0).getString();
            entries.push_back({ hash, query.getColumn(1).getString(), query.getColumn(2).getString(),
                static_cast<std::uint64_t>(query.getColumn(3).getInt64()), placesOf(*m_database, hash) });
        }
        return entries;
    });
}

std::optional<ModelEntry> Project::model(const std::string& hash) const
{
    for (ModelEntry& entry : models()) {
        if (entry.hash == hash)
            return std::move(entry);
    }
    return {};
}

void Project::removeModel(const std::string& hash)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement remove(*m_database, "DELETE FROM models WHERE hash = ?");
        remove.bind(1, hash);
        remove.exec();
    });
}

void Project::putModel(const ModelEntry& entry)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement insert(*m_database,
            "INSERT INTO models VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (hash) DO UPDATE SET name = ?2, "
            "family = ?3, bytes = ?4, seen = ?5");
        const double seen = now();
        insert.bind(1, entry.hash);
        insert.bind(2, entry.name);
        insert.bind(3, entry.family);
        insert.bind(4, static_cast<std::int64_t>(entry.bytes));
        insert.bind(5, seen);
        insert.exec();
        for (const std::string& place : entry.places) {
            SQLite::Statement put(*m_database,
                "INSERT INTO model_places VALUES (?1, ?2, ?3) ON CONFLICT (hash, place) DO UPDATE SET seen = "
                "?3");
            put.bind(1, entry.hash);
            put.bind(2, place);
            put.bind(3, seen);
            put.exec();
        }
    });
}

RunFolder Project::createRun(const Recipe& recipe)
{
    const RunFolder run = makeRunFolder(runsFolder(), recipe);
    RunInfo info;
    info.name = runTitle(recipe);
    info.created = now();
    info.recipeHash = recipeHash(recipe);
    const RecipeTextOptions options { .folder = run.folder(), .root = m_folder };
    writeFileAtomically(run.recipeFile(), recipeText(recipe, options));
    run.writeInfo(info);
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement insert(*m_database, "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)");
        insert.bind(1, run.id());
        insert.bind(2, info.name);
        insert.bind(3, info.created);
        insert.bind(4, info.recipeHash);
        insert.exec();
    });
    return run;
}

std::vector<RunSummary> Project::runs() const
{
    return listRuns(runsFolder());
}

std::vector<QueueEntry> Project::queue() const
{
    return withDatabase(m_folder, [&] {
        SQLite::Statement query(
            *m_database, "SELECT run_id, started, process, started_at FROM queue ORDER BY place");
        std::vector<QueueEntry> entries;
        while (query.executeStep())
            entries.push_back({ query.getColumn(0).getString(), query.getColumn(1).getInt() != 0,
                query.getColumn(2).getInt64(), query.getColumn(3).getDouble() });
        return entries;
    });
}

void Project::enqueue(const std::string& runId)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement insert(*m_database,
            "INSERT OR IGNORE INTO queue (run_id, place) SELECT ?, coalesce(max(place) + 1, 0) FROM queue");
        insert.bind(1, runId);
        insert.exec();
    });
}

void Project::removeFromQueue(const std::string& runId)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement remove(*m_database, "DELETE FROM queue WHERE run_id = ?");
        remove.bind(1, runId);
        remove.exec();
    });
}

void Project::moveInQueue(const std::string& runId, std::size_t place)
{
    inTransaction(m_folder, *m_database, [&] {
        std::vector<std::string> order;
        for (const QueueEntry& entry : queue())
            order.push_back(entry.runId);
        const auto found = std::ranges::find(order, runId);
        if (found == order.end())
            return;
        order.erase(found);
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(place, order.size())), runId);
        writeOrder(*m_database, order);
    });
}

void Project::markStarted(const std::string& runId, std::int64_t processId)
{
    inTransaction(m_folder, *m_database, [&] {
        SQLite::Statement update(
            *m_database, "UPDATE queue SET started = 1, process = ?, started_at = ? WHERE run_id = ?");
        update.bind(1, processId);
        update.bind(2, now());
        update.bind(3, runId);
        update.exec();
    });
}

RunFolder findRun(const std::string& name)
{
    const fs::path given = pathFromUtf8(name);
    for (const fs::path& candidate : { given, fs::path("runs") / given }) {
        std::error_code missing;
        if (fs::is_directory(candidate, missing))
            return RunFolder(candidate);
    }
    throw Error(ErrorKind::Input, "there is no run of this name.", name,
        "Give the run's folder, such as my-project/runs/identity-lora.");
}

} // namespace temper
