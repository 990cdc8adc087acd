// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/open_project.h"

#include "core/common/project/project.h"

namespace temper {

namespace {

OpenProject described(const Project& project)
{
    return { project.folder(), toText(project.folder().filename()) };
}

} // namespace

std::filesystem::path toPath(const QString& text)
{
    return std::filesystem::path(text.toStdU16String());
}

QString toText(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

OpenProject openProjectFolder(const std::filesystem::path& folder)
{
    return described(Project::open(folder, ProjectAccess::ReadOnly));
}

OpenProject createProjectFolder(const std::filesystem::path& folder)
{
    return described(Project::create(folder));
}

} // namespace temper
