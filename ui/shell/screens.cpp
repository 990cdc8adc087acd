// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screens.h"

#include "core/common/base/error.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/workbench.h"
#include "ui/start/example_files.h"
#include "ui/start/new_project_panel.h"
#include "ui/start/start_page.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdio>

namespace temper {

namespace {

constexpr int kQuietMilliseconds = 350; // longer than any pause a page makes before it begins something
constexpr int kPatienceMilliseconds = 30000;

void work(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // left to exec() by processEvents()
    }
}

bool isBusy(MainWindow& window)
{
    return QThreadPool::globalInstance()->activeThreadCount() > 0
        || !window.workbench().engine().findChildren<EngineReply*>().isEmpty();
}

// Until nothing is under way and the picture stays as it is.
QPixmap settledPicture(MainWindow& window)
{
    QElapsedTimer clock;
    clock.start();
    work(kQuietMilliseconds);
    QImage before;
    while (clock.elapsed() < kPatienceMilliseconds) {
        const bool wasBusy = isBusy(window);
        const QImage now = window.grab().toImage();
        if (!wasBusy && now == before)
            break;
        before = wasBusy ? QImage() : now;
        work(kQuietMilliseconds);
    }
    return window.grab();
}

class Screens {
public:
    Screens(MainWindow& window, Preferences& preferences, QDir folder)
        : m_window(window)
        , m_preferences(preferences)
        , m_folder(std::move(folder))
    {
    }

    bool writeAll(const QString& project, const QString& suffix)
    {
        m_window.closeProject();
        bool written = write(QStringLiteral("start") + suffix);
        written = writeNewProject(suffix) && written;
        if (project.isEmpty())
            return written;
        m_project = project;
        m_window.openProject(project);
        for (int i = 0; m_window.hasProject() && i < m_window.pages().size(); ++i) {
            m_window.showPage(i);
            written = writePage(*m_window.pages()[i], suffix) && written;
        }
        m_window.workbench().show(PageId::Model, { { "get", "" } });
        written = write(QStringLiteral("model-get") + suffix) && written;
        return writeData(suffix) && writeEmpty(suffix) && written && m_window.hasProject();
    }

private:
    bool writePage(Page& page, const QString& suffix)
    {
        bool written = write(page.iconName() + suffix);
        for (const QString& state : page.pictureStates()) {
            page.showPictureState(state);
            written = write(page.iconName() + QLatin1Char('-') + state + suffix) && written;
        }
        page.showPictureState({});
        return written;
    }

    // The Data page with a file to import, and with one that cannot be.
    bool writeData(const QString& suffix)
    {
        const QString table = fileOf(QStringLiteral("questions.csv"),
            "question,reply,source\n\"Why is the sunset red?\",\"Air scatters blue light away; red is what "
            "is "
            "left.\",1\n\"水为什么会结冰？\",\"低于零度时，水分子排成晶格。\",2\n\"What is an "
            "island?\",,3\n");
        const QString broken = fileOf(QStringLiteral("broken.jsonl"),
            QByteArray("\x7f"
                       "ELF\0\0\0\1\xff\xfe",
                10));
        const bool first = writePage(
            PageId::Data, { { "import", { table.toStdString() } } }, QStringLiteral("data-import") + suffix);
        m_window.closeProject();
        m_window.openProject(m_project);
        return writePage(PageId::Data, { { "import", { broken.toStdString() } } },
                   QStringLiteral("data-error") + suffix)
            && first;
    }

    bool writePage(PageId id, const Json& what, const QString& name)
    {
        for (int i = 0; i < m_window.pages().size(); ++i) {
            if (m_window.pages()[i]->id() != id)
                continue;
            m_window.showPage(i);
            settledPicture(m_window);
            m_window.pages()[i]->receive(what);
        }
        return write(name);
    }

    // Every page of a project that holds nothing yet.
    bool writeEmpty(const QString& suffix)
    {
        m_window.closeProject();
        m_window.createProject(m_files.filePath(QStringLiteral("new") + suffix));
        bool written = m_window.hasProject();
        for (int i = 0; m_window.hasProject() && i < m_window.pages().size(); ++i) {
            m_window.showPage(i);
            written = write(m_window.pages()[i]->iconName() + QStringLiteral("-empty") + suffix) && written;
        }
        for (const QString& folder : m_preferences.recentProjects()) {
            if (folder != m_project)
                m_preferences.removeRecentProject(folder);
        }
        return written;
    }

    QString fileOf(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_files.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    // The panel with the rows of an example in it.
    bool writeNewProject(const QString& suffix)
    {
        auto* start = m_window.findChild<StartPage*>();
        start->beginNewProject();
        start->newProjectPanel().setData(toText(m_examples.folder() / "datasets" / "cards" / "train.jsonl"));
        return write(QStringLiteral("new-project") + suffix);
    }

    bool write(const QString& name)
    {
        const QPixmap picture = settledPicture(m_window);
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        if (picture.save(path))
            return true;
        std::fprintf(stderr, "%s: the picture cannot be written. Choose a folder you may write to.\n",
            qPrintable(path));
        return false;
    }

    MainWindow& m_window;
    Preferences& m_preferences;
    QDir m_folder;
    QString m_project;
    QTemporaryDir m_files;
    ExampleFiles m_examples;
};

bool isUsable(const QString& project)
{
    try {
        if (!project.isEmpty())
            openProjectFolder(toPath(project));
        return true;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return false;
    }
}

} // namespace

int renderScreens(QApplication& application, const QString& project, const ScreensWish& wish)
{
    if (!QDir().mkpath(wish.folder)) {
        std::fprintf(
            stderr, "%s: the folder cannot be made. Choose one you may write to.\n", qPrintable(wish.folder));
        return 1;
    }
    if (!isUsable(project))
        return 1;
    QTemporaryDir settings;
    const QString settingsFile = settings.filePath(QStringLiteral("temper.ini"));
    Preferences preferences(std::make_unique<QSettings>(settingsFile, QSettings::IniFormat));
    Theme theme(application);
    InterfaceLanguage language;
    MainWindow window(theme, language, preferences);
    window.resize(wish.size);
    window.show();
    QApplication::setCursorFlashTime(0);
    Screens screens(window, preferences, QDir(wish.folder));
    bool written = true;
    for (const LanguageChoice languageChoice : { LanguageChoice::English, LanguageChoice::Chinese }) {
        language.setChoice(languageChoice);
        theme.setChinese(language.isChinese());
        for (const ThemeChoice themeChoice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            theme.setChoice(themeChoice);
            const QString suffix = QStringLiteral("-%1-%2").arg(
                theme.scheme() == Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark"),
                language.isChinese() ? QStringLiteral("zh") : QStringLiteral("en"));
            if (suffix.contains(wish.look))
                written = screens.writeAll(project, suffix) && written;
        }
    }
    return written ? 0 : 1;
}

} // namespace temper
