// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_dialogs.h"

#include <QFileDialog>
#include <QInputDialog>

namespace temper {

void TrainDialogs::openRecipe(QWidget* parent, const QString& folder, const Answer& answer)
{
    auto* dialog
        = new QFileDialog(parent, tr("Open recipe"), folder, tr("Recipes (*.yaml *.yml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, answer);
    dialog->open();
}

void TrainDialogs::saveRecipe(QWidget* parent,
    const QString& folder,
    const QString& file,
    const Answer& answer)
{
    auto* dialog = new QFileDialog(parent, tr("Save recipe"), folder, tr("Recipes (*.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    dialog->selectFile(file);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, answer);
    dialog->open();
}

void TrainDialogs::namePreset(QWidget* parent, const Answer& answer)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as preset"));
    dialog->setLabelText(tr("Name of the preset:"));
    dialog->setOkButtonText(tr("Save preset"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, answer);
    dialog->open();
}

} // namespace temper
