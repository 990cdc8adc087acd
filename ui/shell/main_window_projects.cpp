// SPDX-License-Identifier: GPL-3.0-or-later
// How projects come into the window and leave it as archives.
#include "core/common/base/error.h"
#include "core/common/base/os_paths.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pack_dialog.h"
#include "ui/shell/project_packing.h"
#include "ui/shell/work_strip.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"

#include <QDir>
#include <QFileInfo>
#include <QStatusBar>

namespace temper {

namespace {
constexpr int kMessageMilliseconds = 15000;
}

void MainWindow::connectPacking()
{
    m_work->watch(m_packing->work(), -1);
    connect(m_packing, &ProjectPacking::unpacked, this, &MainWindow::openProject);
    connect(m_packing, &ProjectPacking::failed, m_notice, &Notice::showError);
    connect(m_packing, &ProjectPacking::packed, this, [this](const QString& archive) {
        statusBar()->showMessage(tr("The project is packed: %1, %2.")
                                     .arg(QDir::toNativeSeparators(archive),
                                         NumberText::bytes(static_cast<double>(QFileInfo(archive).size()))),
            kMessageMilliseconds);
    });
}

// Dropped on the window: a project, a packed one, or data for the open one.
void MainWindow::takeFiles(const QStringList& files)
{
    if (Project::isProject(toPath(files.first())))
        return openProject(files.first());
    if (files.first().endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        return openPacked(files.first(), toText(homeFolder() / "Temper"));
    Json paths = Json::array();
    for (const QString& file : files)
        paths.push_back(file.toStdString());
    if (m_project)
        m_workbench->show(PageId::Data, { { "import", paths } });
}

void MainWindow::openProject(const QString& folder)
{
    if (m_project && m_project->folder == toPath(folder))
        return showPage(m_page);
    adoptFrom([&] { return openProjectFolder(toPath(folder)); });
}

void MainWindow::createProject(const QString& folder)
{
    adoptFrom([&] { return createProjectFolder(toPath(folder)); });
}

void MainWindow::adoptFrom(const std::function<OpenProject()>& open)
{
    try {
        adopt(open());
    } catch (const Error& error) {
        m_notice->showError(error);
    }
}

void MainWindow::openPacked(const QString& archive, const QString& parent)
{
    m_notice->hide();
    if (m_packing->isRunning())
        m_notice->showText(tr("A project is being packed or unpacked: wait for it, or stop it."));
    else
        m_packing->unpack(archive, parent);
}

void MainWindow::packProject()
{
    if (!m_project || m_packing->isRunning())
        return;
    const QString folder = toText(m_project->folder);
    auto* dialog = new PackDialog(folder, m_project->name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PackDialog::packAsked, this,
        [this, folder](const QString& target, const PackChoice& choice) {
            m_notice->hide();
            m_packing->pack(folder, target, choice);
        });
    dialog->open();
}

} // namespace temper
