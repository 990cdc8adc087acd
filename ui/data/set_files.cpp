// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_files.h"

#include <QCoreApplication>

#include <algorithm>

namespace temper {

ProjectSets readProjectSets(const std::filesystem::path& project, ProjectAccess access)
{
    Project opened = Project::open(project, access);
    if (access == ProjectAccess::ReadWrite)
        adoptDatasets(opened);
    return { opened.datasets(), deletedDatasets(opened) };
}

QString freeSetName(const QString& wanted, const std::vector<DatasetEntry>& sets)
{
    QString name = wanted.trimmed();
    for (int i = 2; !name.isEmpty() && !nameProblem(name, sets).isEmpty(); ++i)
        name = QStringLiteral("%1 %2").arg(wanted).arg(i);
    return name;
}

QString nameProblem(const QString& name, const std::vector<DatasetEntry>& sets)
{
    const std::string wanted = name.trimmed().toStdString();
    if (wanted.empty())
        return QCoreApplication::translate("temper::SetFiles", "Give the set a name.");
    const bool taken
        = std::any_of(sets.begin(), sets.end(), [&](const DatasetEntry& set) { return set.name == wanted; });
    return taken ? QCoreApplication::translate(
               "temper::SetFiles", "A set of this name exists already. Choose another name.")
                 : QString();
}

} // namespace temper
