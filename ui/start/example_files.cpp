// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/example_files.h"

#include "core/common/base/error.h"
#include "ui/shell/open_project.h"

#include <QDirIterator>

namespace temper {

ExampleFiles::ExampleFiles()
{
    const QString root = QStringLiteral(":/examples");
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = m_folder.path() + source.mid(root.size());
        const bool written = QDir().mkpath(QFileInfo(target).path()) && QFile::copy(source, target);
        if (!written)
            throw Error(ErrorKind::Environment, "the examples cannot be written out.", target.toStdString(),
                "Make room on the disk that holds temporary files.");
    }
}

std::filesystem::path ExampleFiles::folder() const
{
    return toPath(m_folder.path());
}

std::vector<ExampleProject> ExampleFiles::examples() const
{
    return readExamples(folder() / "resources" / "projects");
}

} // namespace temper
