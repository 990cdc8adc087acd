// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/set_files.h"

#include "ui/shell/open_project.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace temper {

namespace {

const char* const kCompanions[] = { "", "-wal", "-shm" };

void moveStore(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code code;
    std::filesystem::create_directories(to.parent_path(), code);
    for (const char* companion : kCompanions) {
        const std::filesystem::path source = from.string() + companion;
        if (!std::filesystem::exists(source, code))
            continue;
        std::filesystem::rename(source, to.string() + companion, code);
        if (code)
            throw Error(ErrorKind::Environment, "cannot be moved: " + code.message() + ".", source.string(),
                "Check the folder and its permissions.");
    }
}

QString tr(const char* text)
{
    return QCoreApplication::translate("temper::SetFiles", text);
}

} // namespace

ProjectSets readProjectSets(const std::filesystem::path& project)
{
    ProjectSets sets;
    sets.sets = Project::open(project, ProjectAccess::ReadOnly).datasets();
    const QFileInfo folder(toText(project / "data"));
    if (!folder.isWritable())
        sets.state = ProjectState::ReadOnly;
    return sets;
}

QString freeSetName(const QString& wanted, const std::vector<DatasetEntry>& sets)
{
    QString name = wanted;
    for (int i = 2; !nameProblem(name, sets).isEmpty() && !wanted.trimmed().isEmpty(); ++i)
        name = QStringLiteral("%1 %2").arg(wanted).arg(i);
    return name;
}

QString nameProblem(const QString& name, const std::vector<DatasetEntry>& sets)
{
    const std::string wanted = name.trimmed().toStdString();
    if (wanted.empty())
        return tr("Give the set a name.");
    const std::string file = QString::fromStdString(setFileName(wanted)).toLower().toStdString();
    const bool taken = std::any_of(sets.begin(), sets.end(), [&](const DatasetEntry& set) {
        return set.name == wanted || QString::fromStdString(set.file).toLower().toStdString() == file;
    });
    return taken ? tr("A set of this name exists already. Choose another name.") : QString();
}

std::string setFileName(const std::string& name)
{
    QString file = QString::fromStdString(name).trimmed();
    for (QChar& letter : file) {
        if (QStringLiteral("/\\:*?\"<>|").contains(letter) || letter.unicode() < 0x20)
            letter = QLatin1Char('_');
    }
    if (file.startsWith(QLatin1Char('.')))
        file.prepend(QLatin1Char('_'));
    return "data/" + file.toStdString() + ".sqlite";
}

ImportedSet importSet(const ImportOrder& order, const ProgressFunction& progress, const std::stop_token& stop)
{
    Project project = Project::open(order.project);
    ImportedSet imported;
    imported.entry.name = order.name;
    imported.entry.file = setFileName(order.name);
    ImportOptions options;
    options.reading = order.reading;
    options.name = order.name;
    imported.report = importFiles(order.files, order.project / imported.entry.file, options, progress, stop);
    imported.entry.rows = imported.report.rows;
    project.putDataset(imported.entry);
    return imported;
}

void renameSet(const std::filesystem::path& project, const DatasetEntry& entry, const std::string& name)
{
    Project opened = Project::open(project);
    DatasetEntry renamed = entry;
    renamed.name = name;
    renamed.file = setFileName(name);
    moveStore(project / entry.file, project / renamed.file);
    opened.removeDataset(entry.name);
    opened.putDataset(renamed);
}

std::filesystem::path removeSet(const std::filesystem::path& project, const DatasetEntry& entry)
{
    Project opened = Project::open(project);
    const std::filesystem::path folder = opened.cacheFolder() / "removed";
    const std::filesystem::path name = std::filesystem::path(entry.file).filename();
    std::filesystem::path place = folder / name;
    std::error_code code;
    for (int i = 2; std::filesystem::exists(place, code); ++i)
        place = folder / (name.stem().string() + " " + std::to_string(i) + name.extension().string());
    moveStore(project / entry.file, place);
    opened.removeDataset(entry.name);
    return place;
}

void restoreSet(const std::filesystem::path& project,
    const DatasetEntry& entry,
    const std::filesystem::path& removed)
{
    Project opened = Project::open(project);
    moveStore(removed, project / entry.file);
    opened.putDataset(entry);
}

} // namespace temper
