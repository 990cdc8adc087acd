// SPDX-License-Identifier: Apache-2.0
#include "core/common/project/packed_project.h"

#include "core/common/base/sqlite_uri.h"
#include "core/common/data/dataset.h"
#include "core/common/file/archive.h"
#include "core/common/project/model_library.h"
#include "core/common/project/new_project.h"
#include "core/common/project/run_name.h"
#include "core/common/recipe/recipe_value.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kIndexName = "project.sqlite";
constexpr int kBusyMilliseconds = 10000;

enum class Part { Always, Model, Checkpoint, Original, Export, Never };

struct Piece {
    Part part = Part::Always;
    ArchiveEntry entry; // named below the project's folder
};

bool isDatabase(const fs::path& relative)
{
    return relative.extension() == ".sqlite"
        && (relative == fs::path(kIndexName) || *relative.begin() == fs::path("data"));
}

// What stands in the project's own folder.
Part partOf(const fs::path& relative)
{
    const std::string first = utf8FromPath(*relative.begin());
    const std::string name = utf8FromPath(relative.filename());
    const bool isBeside = name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-journal");
    if (first == "cache" || first == "bin" || name == "lock" || name.ends_with(".lock") || isBeside
        || name.ends_with(".tmp"))
        return Part::Never;
    if (first == "exports")
        return Part::Export;
    if (first == "models")
        return Part::Model;
    if (first == "originals")
        return Part::Original;
    for (const fs::path& folder : relative.parent_path()) {
        if (first == "runs" && folder == fs::path("checkpoints"))
            return Part::Checkpoint;
    }
    return Part::Always;
}

std::uint64_t bytesOf(const fs::path& file)
{
    std::error_code code;
    const auto bytes = fs::file_size(file, code);
    return code ? 0 : bytes;
}

void addFolder(std::vector<Piece>& pieces, const fs::path& folder, const std::string& below, Part part)
{
    std::error_code code;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, code)) {
        if (!entry.is_regular_file(code))
            continue;
        const fs::path relative = entry.path().lexically_relative(folder);
        pieces.push_back(
            { part, { below + relative.generic_string(), entry.path(), bytesOf(entry.path()) } });
    }
}

void addOwnFiles(std::vector<Piece>& pieces, const fs::path& project, const std::stop_token& stop)
{
    std::vector<Piece> own;
    addFolder(own, project, {}, Part::Always);
    for (Piece& piece : own) {
        throwIfStopped(stop);
        piece.part = partOf(pathFromUtf8(piece.entry.name));
        if (piece.part != Part::Never)
            pieces.push_back(std::move(piece));
    }
}

struct PackedModel {
    std::string hash;
    std::string place; // relative to the project: "models/<name>"
};

// Models that lie outside the project, where they are what they were.
std::vector<PackedModel> addModels(std::vector<Piece>& pieces, const Project& project)
{
    std::vector<PackedModel> packed;
    std::set<std::string> names;
    for (const LibraryModel& model : libraryModels(project)) {
        const fs::path inside = model.place.lexically_normal().lexically_relative(project.folder());
        if (model.presence != ModelPresence::Here || (!inside.empty() && *inside.begin() != ".."))
            continue;
        std::string name = folderName(model.entry.name);
        while (!names.insert(name).second)
            name += "-2";
        const bool isFile = !fs::is_directory(model.place);
        const std::string place
            = "models/" + name + (isFile ? "/" + utf8FromPath(model.place.filename()) : "");
        if (isFile)
            pieces.push_back({ Part::Model, { place, model.place, bytesOf(model.place) } });
        else
            addFolder(pieces, model.place, place + "/", Part::Model);
        packed.push_back({ model.entry.hash, place });
    }
    return packed;
}

void addOriginals(std::vector<Piece>& pieces, const Project& project)
{
    for (const DatasetEntry& set : project.datasets()) {
        std::error_code code;
        const fs::path store = project.folder() / pathFromUtf8(set.file);
        if (!fs::exists(store, code))
            continue;
        std::set<std::string> names;
        for (const DatasetFile& file : Dataset(store).files()) {
            const fs::path source = pathFromUtf8(file.path);
            if (!source.is_absolute() || !fs::is_regular_file(source, code))
                continue;
            std::string name = utf8FromPath(source.filename());
            while (!names.insert(name).second)
                name = "again-" + name;
            pieces.push_back({ Part::Original,
                { "originals/" + folderName(set.name) + "/" + name, source, bytesOf(source) } });
        }
    }
}

bool isWanted(Part part, const PackChoice& choice)
{
    switch (part) {
    case Part::Always:
        return true;
    case Part::Model:
        return choice.models;
    case Part::Checkpoint:
        return choice.checkpoints;
    case Part::Original:
        return choice.originals;
    case Part::Export:
        return choice.exports;
    case Part::Never:
        return false;
    }
    return false;
}

// A folder that goes with everything in it.
class ScratchFolder {
public:
    explicit ScratchFolder(fs::path path)
        : m_path(std::move(path))
    {
        fs::create_directories(m_path);
    }
    ~ScratchFolder()
    {
        std::error_code code;
        fs::remove_all(m_path, code);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

// As it is at one moment, whoever writes to it.
fs::path backUp(const fs::path& database, const fs::path& folder, std::size_t number)
{
    const fs::path copy = folder / fmt::format("{}.sqlite", number);
    SQLite::Database source(utf8FromPath(database), SQLite::OPEN_READONLY, kBusyMilliseconds);
    SQLite::Database target(
        utf8FromPath(copy), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
    SQLite::Backup(target, source).executeStep();
    target.execAndGet("PRAGMA journal_mode = DELETE");
    return copy;
}

void notePlaces(const fs::path& index, const std::vector<PackedModel>& models)
{
    if (models.empty())
        return;
    SQLite::Database database(utf8FromPath(index), SQLite::OPEN_READWRITE, kBusyMilliseconds);
    for (const PackedModel& model : models) {
        SQLite::Statement put(database,
            "INSERT INTO model_places VALUES (?1, ?2, (SELECT max(seen) + 1 FROM model_places)) ON CONFLICT "
            "DO "
            "NOTHING");
        put.bind(1, model.hash);
        put.bind(2, model.place);
        put.exec();
    }
}

std::vector<ArchiveEntry> entriesOf(std::vector<Piece> pieces,
    const PackChoice& choice,
    const std::vector<PackedModel>& models,
    const fs::path& scratch,
    const std::string& below)
{
    std::vector<ArchiveEntry> entries;
    for (Piece& piece : pieces) {
        if (!isWanted(piece.part, choice))
            continue;
        ArchiveEntry entry = std::move(piece.entry);
        if (isDatabase(pathFromUtf8(entry.name))) {
            entry.file = backUp(entry.file, scratch, entries.size());
            if (entry.name == kIndexName)
                notePlaces(entry.file, models);
            entry.bytes = bytesOf(entry.file);
        }
        entry.name = below + entry.name;
        entries.push_back(std::move(entry));
    }
    return entries;
}

// The one folder that holds all of it.
std::string topFolder(const fs::path& archive)
{
    const std::vector<std::string> names = archiveNames(archive);
    const std::string top = names.empty() ? std::string() : names.front().substr(0, names.front().find('/'));
    const bool isOne
        = std::ranges::all_of(names, [&](const std::string& name) { return name.starts_with(top + "/"); });
    if (!isOne || !std::ranges::count(names, top + "/" + std::string(kIndexName)))
        throw Error(ErrorKind::Input, "this archive holds no Temper project.", utf8FromPath(archive),
            "Choose one that was written by Pack project.");
    return top;
}

} // namespace

PackSizes packSizes(const fs::path& folder, const std::stop_token& stop)
{
    const Project project = Project::open(folder, ProjectAccess::ReadOnly);
    std::vector<Piece> pieces;
    addOwnFiles(pieces, project.folder(), stop);
    addModels(pieces, project);
    addOriginals(pieces, project);
    PackSizes sizes;
    for (const Piece& piece : pieces) {
        std::uint64_t unused = 0;
        const std::array<std::uint64_t*, 6> sums { &sizes.always, &sizes.models, &sizes.checkpoints,
            &sizes.originals, &sizes.exports, &unused };
        *sums[static_cast<std::size_t>(piece.part)] += piece.entry.bytes;
    }
    return sizes;
}

void packProject(const fs::path& folder,
    const fs::path& target,
    const PackChoice& choice,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const Project project = Project::open(folder, ProjectAccess::ReadOnly);
    std::vector<Piece> pieces;
    addOwnFiles(pieces, project.folder(), stop);
    std::erase_if(pieces, [&](const Piece& piece) { return piece.entry.file == fs::absolute(target); });
    const std::vector<PackedModel> models
        = choice.models ? addModels(pieces, project) : std::vector<PackedModel>();
    if (choice.originals)
        addOriginals(pieces, project);
    try {
        const ScratchFolder scratch(target.string() + ".parts");
        const std::string below = utf8FromPath(project.folder().filename()) + "/";
        writeArchive(
            target, entriesOf(std::move(pieces), choice, models, scratch.path(), below), progress, stop);
    } catch (const SQLite::Exception& problem) {
        throw Error(ErrorKind::Environment, fmt::format("a database cannot be copied: {}.", problem.what()),
            utf8FromPath(folder), "Make room on the disk, or close other programs that use the project.");
    } catch (const fs::filesystem_error& problem) {
        throw Error(ErrorKind::Environment, fmt::format("cannot be written: {}.", problem.code().message()),
            utf8FromPath(target), "Choose a place that you may write to.");
    }
}

fs::path unpackProject(const fs::path& archive,
    const fs::path& parent,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const std::string top = topFolder(archive);
    try {
        const fs::path folder = freeProjectFolder(parent, top);
        const ScratchFolder scratch(folder.string() + ".unpacking");
        extractArchive(archive, scratch.path(), progress, stop);
        fs::rename(scratch.path() / pathFromUtf8(top), folder);
        const Project project = Project::open(folder); // also makes sure that it is one
        for (const fs::path& part : { project.dataFolder(), project.labelsFolder(), project.runsFolder(),
                 project.exportsFolder(), project.cacheFolder() })
            fs::create_directories(part); // an archive holds no empty folders
        return folder;
    } catch (const fs::filesystem_error& problem) {
        throw Error(ErrorKind::Environment, fmt::format("cannot be unpacked: {}.", problem.code().message()),
            utf8FromPath(parent), "Choose a folder that you may write to.");
    }
}

} // namespace temper
