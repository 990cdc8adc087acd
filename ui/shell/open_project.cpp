// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/open_project.h"

#include "core/common/project/project_claim.h"

#include <QCoreApplication>

namespace temper {

namespace {

QString reasonOf(ClaimedAs as)
{
    switch (as) {
    case ClaimedAs::Editor:
        return {};
    case ClaimedAs::OpenElsewhere:
        return QCoreApplication::translate("temper::OpenProject",
            "Another window has this project open, so that this one only shows it: close the other window "
            "and "
            "open the project again to change it.");
    case ClaimedAs::NotWritable:
        return QCoreApplication::translate("temper::OpenProject",
            "This project's folder cannot be written, so that it is only shown: copy it to a place of your "
            "own to "
            "change it.");
    }
    return {};
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
    auto claim = std::make_shared<ProjectClaim>(claimProject(folder));
    const std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
    return { whole, toText(whole.filename()), claim->access(), reasonOf(claim->as), claim };
}

OpenProject createProjectFolder(const std::filesystem::path& folder)
{
    Project::create(folder);
    return openProjectFolder(folder);
}

} // namespace temper
