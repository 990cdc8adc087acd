// SPDX-License-Identifier: Apache-2.0
#include "core/engine/export/new_folder.h"

#include "core/common/base/error.h"
#include "core/common/base/os_atomic_file.h"

namespace temper {

namespace {

namespace fs = std::filesystem;

void refuseOccupied(const fs::path& folder)
{
    std::error_code missing;
    if (!fs::exists(folder, missing))
        return;
    if (!fs::is_directory(folder))
        throw Error(ErrorKind::Input, "is a file.", folder.string(), "Name an empty or new folder.");
    if (const fs::directory_iterator first(folder); first != fs::directory_iterator())
        throw Error(ErrorKind::Input, "already holds " + first->path().filename().string() + ".",
            folder.string(), "Name an empty or new folder.");
}

} // namespace

NewFolder::NewFolder(const fs::path& target)
    : m_target(fs::absolute(target.has_filename() ? target : target.parent_path()))
{
    refuseOccupied(m_target);
    m_unfinished = m_target.parent_path() / ("." + m_target.filename().string() + ".unfinished");
    std::error_code code;
    fs::remove_all(m_unfinished, code);
    fs::create_directories(m_unfinished, code);
    if (code)
        throw Error(ErrorKind::Environment, "cannot be made: " + code.message() + ".", m_target.string(),
            "Check the path and its permissions.");
}

NewFolder::~NewFolder()
{
    std::error_code ignored;
    fs::remove_all(m_unfinished, ignored);
}

void NewFolder::commit()
{
    renameDurably(m_unfinished, m_target);
}

} // namespace temper
