// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the window itself, for ui/README.md: how soon it is seen, changing pages, theme and language.
// Not a test: bench_window PROJECT [start|pages|looks]
#include "tests/ui/bench/stall_watch.h"
#include "ui/shell/interface_language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme/theme.h"

#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace temper;

namespace {

constexpr int kRounds = 5;
constexpr double kTold = 40; // milliseconds: what took longer is told with its slow events
constexpr const char* kFromArgument = "--from";

struct Desk {
    WatchedApplication& application;
    Theme theme;
    InterfaceLanguage language;
    QTemporaryDir settings;
    Preferences preferences;
    MainWindow window;

    explicit Desk(WatchedApplication& watched)
        : application(watched)
        , theme(watched)
        , preferences(std::make_unique<QSettings>(settings.filePath(QStringLiteral("temper.ini")),
              QSettings::IniFormat))
        , window(theme, language, preferences)
    {
    }
};

// The time of this process's start is told by the one that started it, as the machine's monotonic clock.
int showAndTell(Desk& desk, const QString& project, qint64 from)
{
    desk.window.openProject(project);
    desk.window.show();
    QApplication::processEvents();
    QElapsedTimer now;
    now.start();
    std::printf("%lld\n", static_cast<long long>(now.msecsSinceReference() - from));
    return 0;
}

void benchStart(const QString& project)
{
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer now;
        now.start();
        QProcess program;
        program.start(QApplication::applicationFilePath(),
            { project, QString::fromLatin1(kFromArgument), QString::number(now.msecsSinceReference()) });
        program.waitForFinished(-1);
        times.push_back(program.readAllStandardOutput().toDouble());
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "%-40s first %6.0f ms, median %6.0f ms\n", "seen after", times.back(), times[times.size() / 2]);
}

void settle()
{
    QElapsedTimer clock;
    clock.start();
    while (milliseconds(clock) < 600)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

// Until it is painted; then what came of it later is watched for long holds of the GUI thread.
void report(Desk& desk, const QString& what, const std::function<void()>& change)
{
    settle();
    desk.application.takeSlowEvents();
    const Held before = Held::now();
    change();
    const Held called = Held::now() - before;
    QApplication::processEvents();
    const Held shown = Held::now() - before;
    const QString slow = desk.application.takeSlowEvents();
    const StallWatch watch(desk.application);
    settle();
    std::printf("%-28s shown after %6.1f ms (processor %6.1f, in the call %6.1f), then held for %5.1f ms at "
                "most (%.1f)",
        qPrintable(what), shown.clock, shown.processor, called.clock, watch.longest().clock,
        watch.longest().processor);
    std::printf("%s%s\n", shown.clock > kTold ? qPrintable(slow) : "",
        watch.longest().clock > kTold ? qPrintable(watch.slowEvents()) : "");
    std::fflush(stdout);
}

void benchPages(Desk& desk, const QString& round)
{
    for (int i = static_cast<int>(desk.window.pages().size()) - 1; i >= 0; --i)
        report(desk, QStringLiteral("page %1, %2").arg(desk.window.pages()[i]->iconName(), round),
            [&desk, i] { desk.window.showPage(i); });
}

void benchLooks(Desk& desk)
{
    for (int i = 0; i < desk.window.pages().size(); ++i) {
        const QString name = desk.window.pages()[i]->iconName();
        desk.window.showPage(i);
        for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::Light })
            report(desk, QStringLiteral("theme on %1").arg(name), [&] { desk.theme.setChoice(choice); });
        for (const LanguageChoice choice : { LanguageChoice::Chinese, LanguageChoice::English })
            report(
                desk, QStringLiteral("language on %1").arg(name), [&] { desk.window.setLanguage(choice); });
    }
}

} // namespace

int main(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    loadResources();
    const QStringList arguments = application.arguments();
    const QString project = arguments.value(1);
    Desk desk(application);
    if (arguments.value(2) == QLatin1String(kFromArgument))
        return showAndTell(desk, project, arguments.value(3).toLongLong());
    const QString only = arguments.value(2);
    const auto isWanted = [&](const char* name) { return only.isEmpty() || only == QLatin1String(name); };
    if (isWanted("start"))
        benchStart(project);
    desk.theme.setChoice(ThemeChoice::Light);
    desk.window.show();
    report(desk, QStringLiteral("project opened"), [&] { desk.window.openProject(project); });
    if (isWanted("pages")) {
        benchPages(desk, QStringLiteral("first time"));
        benchPages(desk, QStringLiteral("again"));
    }
    if (isWanted("looks"))
        benchLooks(desk);
    return 0;
}
