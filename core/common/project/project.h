// SPDX-License-Identifier: Apache-2.0
// A project: one folder that holds everything, and project.sqlite, the index of its data sets, models, runs
// and queue.
#pragma once

#include "core/common/project/run_folder.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace temper {

struct Recipe;

enum class ProjectAccess { ReadWrite, ReadOnly };

struct DatasetEntry {
    std::string name; // unique in the project
    std::string file; // relative to the project's folder, "data/<name>.sqlite"
    std::uint64_t rows = 0;
    double created = 0; // seconds since 1970
};

// A model is known by its content; the places are where it was seen, the latest first.
struct ModelEntry {
    std::string hash;
    std::string name;
    std::string family;
    std::uint64_t bytes = 0;
    std::vector<std::string> places; // absolute, or relative to the project's folder
};

struct QueueEntry {
    std::string runId;
    bool started = false; // its run was started and is not yet known to have ended
    std::int64_t processId = 0; // of the started run
    double startedAt = 0; // seconds since 1970
};

// All texts are UTF-8. Every method may throw Error(Environment) where the database is locked for too long,
// cannot be read or the disk is full. One object belongs to one thread.
class Project {
public:
    // Makes the folder with its sub-folders and database. Throws Error(Input) where there is a project
    // already.
    static Project create(const std::filesystem::path& folder);
    // Throws Error(Input) for a folder that is no project, and for one written by a later version of Temper.
    static Project open(const std::filesystem::path& folder, ProjectAccess access = ProjectAccess::ReadWrite);
    static bool isProject(const std::filesystem::path& folder);
    // The nearest folder at or above `place` that is a project; empty where there is none.
    static std::filesystem::path around(const std::filesystem::path& place);

    ~Project();
    Project(Project&& other) noexcept;
    Project& operator=(Project&& other) noexcept;

    const std::filesystem::path& folder() const noexcept { return m_folder; }
    ProjectAccess access() const noexcept { return m_access; }
    std::filesystem::path dataFolder() const { return m_folder / "data"; }
    std::filesystem::path labelsFolder() const { return m_folder / "labels"; }
    std::filesystem::path runsFolder() const { return m_folder / "runs"; }
    std::filesystem::path exportsFolder() const { return m_folder / "exports"; }
    std::filesystem::path cacheFolder() const { return m_folder / "cache"; }
    std::filesystem::path queueLockFile() const { return m_folder / "queue.lock"; }
    std::filesystem::path windowLockFile() const
    {
        return m_folder / "window.lock";
    } // held by the window that may edit

    std::vector<DatasetEntry> datasets() const; // by name
    std::optional<DatasetEntry> dataset(const std::string& name) const;
    void putDataset(const DatasetEntry&
            entry); // adds or replaces; created 0 keeps the earlier time or takes the present one
    void removeDataset(const std::string& name); // from the index; the file stays

    std::vector<ModelEntry> models() const; // the last seen first
    std::optional<ModelEntry> model(const std::string& hash) const;
    void putModel(const ModelEntry& entry); // its places are added before the known ones
    void removeModel(const std::string& hash); // from the index; its files stay

    // Makes the run's folder, writes recipe.yaml (paths inside the project relative) and run.json, lists the
    // run.
    RunFolder createRun(const Recipe& recipe);
    RunFolder run(const std::string& id) const { return RunFolder(runsFolder() / id); }
    std::vector<RunSummary> runs() const; // the folders are the truth; the youngest first

    std::vector<QueueEntry> queue() const; // in the order in which they are to run
    void enqueue(const std::string& runId); // at the end; a run that is there already stays where it is
    void removeFromQueue(const std::string& runId);
    void moveInQueue(const std::string& runId, std::size_t place); // 0: next; a place beyond the end: last
    void markStarted(const std::string& runId, std::int64_t processId);

private:
    Project(std::filesystem::path folder, ProjectAccess access, std::unique_ptr<SQLite::Database> database);

    std::filesystem::path m_folder;
    ProjectAccess m_access;
    std::unique_ptr<SQLite::Database> m_database;
};

// The run a person names on the command line: a run's folder, or the id of a run in the project of the
// current folder.
RunFolder findRun(const std::string& name);

} // namespace temper
