// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/interface_language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/screens.h"
#include "ui/shell/theme/theme.h"
#include "ui/shell/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>

#include <algorithm>
#include <string_view>

namespace {

constexpr const char* kScreens = "screens";
constexpr const char* kScreensSize = "screens-size";
constexpr const char* kScreensLook = "screens-look";

void describe(QCommandLineParser& parser)
{
    using temper::MainWindow;
    parser.setApplicationDescription(MainWindow::tr("Fine-tune language models on your own computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("project"),
        MainWindow::tr("Folder of the project to open, or a packed one (.zip), which is unpacked here."),
        QStringLiteral("[PROJECT]"));
    for (const char* name : { kScreens, kScreensSize, kScreensLook }) {
        QCommandLineOption option(QString::fromLatin1(name), QString(), QStringLiteral("value"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

temper::ScreensWish screensWish(const QCommandLineParser& parser)
{
    temper::ScreensWish wish;
    wish.folder = parser.value(QLatin1String(kScreens));
    wish.look = parser.value(QLatin1String(kScreensLook));
    const QStringList sides = parser.value(QLatin1String(kScreensSize)).split(QLatin1Char('x'));
    if (sides.size() == 2)
        wish.size = QSize(sides[0].toInt(), sides[1].toInt());
    return wish;
}

// Help and version are told where there is no display, too.
bool asksOnlyForWords(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "-h" || word == "--help" || word == "--help-all" || word == "-v"
            || word == "--version";
    });
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("Temper"));
    QCoreApplication::setOrganizationName(QStringLiteral("Temper"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(temper::kVersion));
}

} // namespace

int main(int argc, char** argv)
{
    nameProgram();
    QCommandLineParser parser;
    describe(parser);
    if (asksOnlyForWords(argc, argv)) {
        const QCoreApplication words(argc, argv);
        parser.process(words);
        return 0;
    }
    QApplication application(argc, argv);
    parser.process(application);

    temper::loadResources();
    const QString project = parser.positionalArguments().value(0);
    if (parser.isSet(QLatin1String(kScreens)))
        return temper::renderScreens(application, project, screensWish(parser));

    temper::Preferences preferences(std::make_unique<QSettings>());
    temper::Theme theme(application);
    temper::InterfaceLanguage language;
    language.setChoice(preferences.language());
    theme.setChinese(language.isChinese());
    theme.setChoice(preferences.theme());
    temper::MainWindow window(theme, language, preferences);
    if (project.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        window.openPacked(QDir::current().absoluteFilePath(project), QDir::currentPath());
    else if (!project.isEmpty())
        window.openProject(QDir::current().absoluteFilePath(project));
    window.show();
    return QApplication::exec();
}
