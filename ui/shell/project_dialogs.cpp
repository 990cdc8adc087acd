// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/project_dialogs.h"

#include <QDir>
#include <QFileDialog>

namespace temper {

void ProjectDialogs::openProject(QWidget* parent, const Chosen& chosen)
{
    auto* dialog = new QFileDialog(parent, tr("Open project"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void ProjectDialogs::openPacked(QWidget* parent, const Chosen& chosen)
{
    auto* dialog
        = new QFileDialog(parent, tr("Open packed project"), QDir::homePath(), tr("Archives (*.zip)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace temper
