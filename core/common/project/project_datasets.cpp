// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/project_datasets.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"
#include "core/common/data/store_labels.h"
#include "core/common/project/run_name.h"

#include <algorithm>
#include <chrono>

namespace temper {

namespace {

namespace fs = std::filesystem;

constexpr const char* kUnreadable = ".unreadable"; // a store that is in the bin and cannot say so itself

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::uint64_t bytesOf(const fs::path& store)
{
    std::uint64_t bytes = 0;
    for (const char* suffix : { "", "-wal" }) {
        std::error_code code;
        const auto size = fs::file_size(store.string() + suffix, code);
        bytes += code ? 0 : size;
    }
    return bytes;
}

std::vector<fs::path> storesIn(const fs::path& folder)
{
    std::vector<fs::path> stores;
    std::error_code code;
    for (const auto& file : fs::directory_iterator(folder, code))
        if (file.path().extension() == ".sqlite")
            stores.push_back(file.path());
    std::sort(stores.begin(), stores.end());
    return stores;
}

DatasetEntry requireDataset(const Project& project, const std::string& name)
{
    if (auto entry = project.dataset(name))
        return *entry;
    throw Error(ErrorKind::Input, "the project has no data set of this name.", name);
}

void requireFreeName(const Project& project, const std::string& name)
{
    if (name.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(ErrorKind::Input, "a data set needs a name.", "name");
    if (project.dataset(name))
        throw Error(
            ErrorKind::Input, "there is a data set of this name already.", name, "Choose another name.");
}

// Where a new set of this name goes: also deleted ones keep their files.
fs::path freePath(const Project& project, const std::string& name)
{
    const std::string stem = folderName(name);
    fs::path path = project.dataFolder() / (stem + ".sqlite");
    std::error_code code;
    for (int number = 2; fs::exists(path, code); ++number)
        path = project.dataFolder() / (stem + "-" + std::to_string(number) + ".sqlite");
    return path;
}

NewStore newStore(const Project& project, const std::string& name)
{
    requireFreeName(project, name);
    return { freePath(project, name), name };
}

void enter(Project& project, const std::string& name, const fs::path& store, std::uint64_t rows)
{
    project.putDataset({ name, "data/" + store.filename().string(), rows, 0 });
}

DatasetCard cardOf(const Project& project, const DatasetEntry& entry)
{
    DatasetCard card;
    card.entry = entry;
    card.path = project.folder() / entry.file;
    try {
        const Dataset dataset(card.path);
        card.counts = dataset.counts();
        card.revision = dataset.revision();
        card.indexedRows = dataset.indexedRows();
        card.origin = dataset.origin();
        card.files = dataset.files();
        card.bytes = bytesOf(card.path);
    } catch (const Error& error) {
        card.fault = error.what();
    }
    return card;
}

} // namespace

std::vector<DatasetCard> datasetCards(const Project& project)
{
    std::vector<DatasetCard> cards;
    for (const DatasetEntry& entry : project.datasets())
        cards.push_back(cardOf(project, entry));
    return cards;
}

std::size_t adoptDatasets(Project& project)
{
    std::vector<DatasetEntry> known = project.datasets();
    std::size_t entered = 0;
    for (const fs::path& store : storesIn(project.dataFolder())) {
        const std::string file = "data/" + store.filename().string();
        const auto found = std::find_if(
            known.begin(), known.end(), [&](const DatasetEntry& entry) { return entry.file == file; });
        try {
            if (storeDeletedAt(store) > 0)
                continue;
            const Dataset dataset(store);
            const std::uint64_t rows = dataset.counts().inUse();
            if (found == known.end()) {
                enter(project, freeDatasetName(project, dataset.name()), store, rows);
                ++entered;
            } else if (found->rows != rows)
                enter(project, found->name, store, rows);
        } catch (const Error&) {
            continue; // what is no store, or cannot be read, is shown as it is by datasetCards()
        }
    }
    return entered;
}

std::optional<fs::path> findDataset(const fs::path& projectFolder, const std::string& name)
{
    if (!Project::isProject(projectFolder))
        return std::nullopt;
    const auto entry = Project::open(projectFolder, ProjectAccess::ReadOnly).dataset(name);
    return entry ? std::optional(projectFolder / entry->file) : std::nullopt;
}

ImportReport importDataset(Project& project,
    const std::string& name,
    const std::vector<fs::path>& files,
    const ReadOptions& reading,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const NewStore target = newStore(project, name);
    ImportReport report = importFiles(files, target.path, { reading, name, target.existing }, progress, stop);
    enter(project, name, target.path, report.rows);
    return report;
}

void createEmptyDataset(Project& project, const std::string& name)
{
    const NewStore target = newStore(project, name);
    createEmptyStore(target);
    enter(project, name, target.path, 0);
}

SplitCounts splitDataset(Project& project,
    const std::string& name,
    const SplitChoice& choice,
    const SplitNames& names,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const DatasetEntry source = requireDataset(project, name);
    if (names.train == names.validation)
        throw Error(ErrorKind::Input, "the two parts need different names.", names.train);
    const NewStore train = newStore(project, names.train);
    NewStore validation = newStore(project, names.validation);
    if (validation.path == train.path)
        validation.path.replace_filename(validation.path.stem().string() + "-validation.sqlite");
    const SplitCounts counts
        = splitStore(project.folder() / source.file, choice, train, validation, progress, stop);
    enter(project, names.train, train.path, counts.train);
    enter(project, names.validation, validation.path, counts.validation);
    return counts;
}

std::uint64_t mixDatasets(Project& project,
    const std::vector<MixedDataset>& sources,
    const MixChoice& choice,
    const std::string& name,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    std::vector<MixSource> stores;
    for (const MixedDataset& source : sources)
        stores.push_back({ project.folder() / requireDataset(project, source.name).file, source.weight,
            source.maxSamples });
    const NewStore target = newStore(project, name);
    const std::uint64_t rows = mixStores(stores, choice, target, progress, stop);
    enter(project, name, target.path, rows);
    return rows;
}

void renameDataset(Project& project, const std::string& name, const std::string& newName)
{
    const DatasetEntry entry = requireDataset(project, name);
    if (name == newName)
        return;
    requireFreeName(project, newName);
    renameStore(project.folder() / entry.file, newName);
    project.putDataset({ newName, entry.file, entry.rows, entry.created });
    project.removeDataset(name);
}

void deleteDataset(Project& project, const std::string& name)
{
    const fs::path store = project.folder() / requireDataset(project, name).file;
    std::error_code code;
    if (fs::exists(store, code)) {
        try {
            markStoreDeleted(store, now());
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Input)
                throw;
            renameDurably(store, store.string() + kUnreadable);
        }
    }
    project.removeDataset(name);
}

std::vector<DeletedDataset> deletedDatasets(const Project& project)
{
    std::vector<DeletedDataset> deleted;
    for (const fs::path& store : storesIn(project.dataFolder())) {
        try {
            const double time = storeDeletedAt(store);
            const Dataset dataset(store);
            if (time > 0)
                deleted.push_back({ dataset.name(), store, time, dataset.counts().inUse(), bytesOf(store) });
        } catch (const Error&) {
            continue; // no store
        }
    }
    std::sort(deleted.begin(), deleted.end(),
        [](const DeletedDataset& a, const DeletedDataset& b) { return a.deleted > b.deleted; });
    return deleted;
}

std::string restoreDataset(Project& project, const fs::path& path)
{
    const Dataset dataset(path);
    const std::string name = freeDatasetName(project, dataset.name());
    markStoreDeleted(path, 0);
    enter(project, name, path, dataset.counts().inUse());
    return name;
}

void purgeDataset(Project& project, const fs::path& path)
{
    if (storeDeletedAt(path) == 0)
        throw Error(ErrorKind::Input, "this data set is not in the bin.", path.string(), "Delete it first.");
    for (const char* suffix : { "", "-wal", "-shm" }) {
        std::error_code ignored;
        fs::remove(path.string() + suffix, ignored);
    }
    syncFolder(project.dataFolder());
}

std::string freeDatasetName(const Project& project, const std::string& name)
{
    std::string free = name;
    for (int number = 2; project.dataset(free); ++number)
        free = name + "-" + std::to_string(number);
    return free;
}

} // namespace temper
