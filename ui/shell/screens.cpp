// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screens.h"

#include "core/common/base/error.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

namespace temper {

namespace {

constexpr QSize kSize { 1440, 900 };
constexpr int kSettleMilliseconds = 900;

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kSettleMilliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

class Screens {
public:
    Screens(MainWindow& window, QDir folder)
        : m_window(window)
        , m_folder(std::move(folder))
    {
    }

    bool writeAll(const QString& project, const QString& suffix)
    {
        m_window.closeProject();
        bool written = write(QStringLiteral("start") + suffix);
        if (project.isEmpty())
            return written;
        m_window.openProject(project);
        for (int i = 0; m_window.hasProject() && i < m_window.pages().size(); ++i) {
            m_window.showPage(i);
            written = writePage(*m_window.pages()[i], suffix) && written;
        }
        return written && m_window.hasProject();
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

    bool write(const QString& name)
    {
        settle();
        const QString path = m_folder.filePath(name + QStringLiteral(".png"));
        if (m_window.grab().save(path))
            return true;
        std::fprintf(stderr, "%s: the picture cannot be written. Choose a folder you may write to.\n",
            qPrintable(path));
        return false;
    }

    MainWindow& m_window;
    QDir m_folder;
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

int renderScreens(QApplication& application, const QString& project, const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(
            stderr, "%s: the folder cannot be made. Choose one you may write to.\n", qPrintable(folder));
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
    window.resize(kSize);
    window.show();
    Screens screens(window, QDir(folder));
    bool written = true;
    for (const LanguageChoice languageChoice : { LanguageChoice::English, LanguageChoice::Chinese }) {
        language.setChoice(languageChoice);
        theme.setChinese(language.isChinese());
        for (const ThemeChoice themeChoice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            theme.setChoice(themeChoice);
            const QString suffix = QStringLiteral("-%1-%2").arg(
                theme.scheme() == Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark"),
                language.isChinese() ? QStringLiteral("zh") : QStringLiteral("en"));
            written = screens.writeAll(project, suffix) && written;
        }
    }
    return written ? 0 : 1;
}

} // namespace temper
