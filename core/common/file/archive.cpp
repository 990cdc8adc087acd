// SPDX-License-Identifier: Apache-2.0
#include "core/common/file/archive.h"

#include "core/common/base/os_paths.h"

#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <set>
#include <zip.h>

namespace temper {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPieceBytes = 1 << 18;
constexpr std::chrono::milliseconds kReportRest { 100 };
constexpr double kReportEvery = 0.002; // of the whole

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Archive openArchive(const fs::path& path, int flags)
{
    int code = 0;
    Archive archive(zip_open(path.c_str(), flags, &code));
    if (archive)
        return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    const bool isDamaged = code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS;
    throw Error(isDamaged ? ErrorKind::Input : ErrorKind::Environment,
        isDamaged ? "this is no whole .zip archive." : fmt::format("this archive cannot be opened: {}.", why),
        path.string(), isDamaged ? "Copy or fetch it again." : "Choose another place.");
}

struct Watch {
    ProgressFunction receiver;
    std::string phase;
    std::stop_token stop;
    std::uint64_t total = 0;
    std::chrono::steady_clock::time_point next {};

    void report(std::uint64_t done)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!receiver || now < next)
            return;
        next = now + kReportRest;
        receiver({ phase, done, total, "bytes" });
    }
};

void reportShare(zip_t*, double share, void* state)
{
    auto& watch = *static_cast<Watch*>(state);
    watch.report(static_cast<std::uint64_t>(share * static_cast<double>(watch.total)));
}

int isStopped(zip_t*, void* state)
{
    return static_cast<Watch*>(state)->stop.stop_requested() ? 1 : 0;
}

// Weights do not become smaller.
bool isWorthPacking(const fs::path& file)
{
    static const std::set<std::string> dense { ".safetensors", ".gguf", ".zip", ".gz", ".bin", ".parquet" };
    return !dense.contains(file.extension().string());
}

void addEntry(zip_t& archive, const ArchiveEntry& entry)
{
    zip_source_t* source
        = zip_source_file(&archive, entry.file.c_str(), 0, static_cast<zip_int64_t>(entry.bytes));
    const zip_int64_t index
        = source ? zip_file_add(&archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        const std::string why = zip_strerror(&archive);
        zip_source_free(source);
        throw Error(ErrorKind::Environment, fmt::format("cannot be put into an archive: {}.", why),
            entry.file.string());
    }
    const bool dense = !isWorthPacking(entry.file);
    zip_set_file_compression(
        &archive, static_cast<zip_uint64_t>(index), dense ? ZIP_CM_STORE : ZIP_CM_DEFLATE, dense ? 0 : 1);
}

void requireSafeName(const fs::path& archive, const std::string& name)
{
    const fs::path path = fs::path(name);
    bool leadsOut = path.is_absolute() || name.empty() || name.find('\\') != std::string::npos;
    for (const fs::path& part : path)
        leadsOut = leadsOut || part == "..";
    if (leadsOut)
        throw Error(ErrorKind::Input, fmt::format("holds a file whose name leads elsewhere: {}.", name),
            archive.string(), "It was not made by Temper: do not open it.");
}

struct Listed {
    std::string name;
    std::uint64_t bytes = 0;
};

std::vector<Listed> list(zip_t& archive, const fs::path& path)
{
    std::vector<Listed> files;
    const zip_int64_t count = zip_get_num_entries(&archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(&archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0
            || !(stat.valid & ZIP_STAT_NAME))
            throw Error(
                ErrorKind::Input, "this archive is damaged.", path.string(), "Copy or fetch it again.");
        requireSafeName(path, stat.name);
        files.push_back({ stat.name, stat.size });
    }
    return files;
}

[[noreturn]] void refuseDamaged(const fs::path& archive, const std::string& name)
{
    throw Error(ErrorKind::Input, fmt::format("this archive is damaged at {}.", name), archive.string(),
        "Copy or fetch it again.");
}

// Its bytes and their sum are checked as they are read.
void extractFile(zip_t& archive,
    std::uint64_t index,
    const fs::path& target,
    const std::function<void(std::size_t)>& wrote)
{
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(&archive, index, 0));
    if (!file)
        throw std::ios_base::failure("damaged");
    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    std::vector<char> piece(kPieceBytes);
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0)
            throw std::ios_base::failure("damaged");
        if (got == 0)
            break;
        out.write(piece.data(), got);
        wrote(static_cast<std::size_t>(got));
    }
    out.close();
    if (!out)
        throw Error(ErrorKind::Environment, "cannot be written.", target.string(), "Make room on the disk.");
}

} // namespace

void writeArchive(const fs::path& target,
    const std::vector<ArchiveEntry>& entries,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    Watch watch { progress, "packing", stop };
    for (const ArchiveEntry& entry : entries)
        watch.total += entry.bytes;
    Archive archive = openArchive(target, ZIP_CREATE | ZIP_TRUNCATE);
    for (const ArchiveEntry& entry : entries)
        addEntry(*archive, entry);
    zip_register_progress_callback_with_state(archive.get(), kReportEvery, reportShare, nullptr, &watch);
    zip_register_cancel_callback_with_state(archive.get(), isStopped, nullptr, &watch);
    if (zip_close(archive.get()) != 0) {
        throwIfStopped(stop);
        throw Error(ErrorKind::Environment,
            fmt::format("cannot be written: {}.", zip_strerror(archive.get())), target.string(),
            "Make room on the disk, or choose another place.");
    }
    archive.release(); // closed
}

std::vector<std::string> archiveNames(const fs::path& archive)
{
    const Archive opened = openArchive(archive, ZIP_RDONLY);
    std::vector<std::string> names;
    for (const Listed& file : list(*opened, archive))
        names.push_back(file.name);
    return names;
}

void extractArchive(const fs::path& archive,
    const fs::path& folder,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const Archive opened = openArchive(archive, ZIP_RDONLY);
    const std::vector<Listed> files = list(*opened, archive);
    Watch watch { progress, "unpacking", stop };
    for (const Listed& file : files)
        watch.total += file.bytes;
    if (watch.total > freeDiskBytes(folder))
        throw Error(ErrorKind::Environment,
            fmt::format(
                "needs {} MB, and this disk has {} MB left.", watch.total >> 20, freeDiskBytes(folder) >> 20),
            archive.string(), "Make room, or choose another place.");
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        throwIfStopped(stop);
        const fs::path target = folder / fs::path(files[i].name);
        if (files[i].name.back() == '/') {
            fs::create_directories(target);
            continue;
        }
        fs::create_directories(target.parent_path());
        try {
            extractFile(*opened, i, target, [&](std::size_t bytes) {
                throwIfStopped(stop);
                watch.report(done += bytes);
            });
        } catch (const std::ios_base::failure&) {
            refuseDamaged(archive, files[i].name);
        }
    }
}

} // namespace temper
