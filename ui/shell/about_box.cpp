// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_box.h"

#include "ui/shell/main_window.h"
#include "ui/shell/theme/theme.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace temper {

void showAbout(const Theme& theme, QWidget* window)
{
    auto* box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(MainWindow::tr("About Temper"));
    box->setText(MainWindow::tr("Temper %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(MainWindow::tr(
        "Fine-tune language models on your own computer.\n\n"
        "The window is free software under the GNU General Public License, version 3 or later; the "
        "engine under the Apache License 2.0. Figures and words are set in Inter (SIL Open Font "
        "License), icons are from Phosphor (MIT)."));
    box->setIconPixmap(theme.icon(QStringLiteral("temper"), Colour::Accent).pixmap(48));
    box->open();
}

} // namespace temper
