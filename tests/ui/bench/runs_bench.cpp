// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the page Runs, for README: a million points while zooming, ten thousand runs, a long file of
// events. Not a test: bench_runs [charts|list|events]…
#include "tests/ui/bench/stall_watch.h"
#include "tests/ui/sample_project.h"
#include "ui/runs/run_catalog.h"
#include "ui/runs/run_charts.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/plot.h"

#include <QTemporaryDir>
#include <QWheelEvent>

#include <algorithm>
#include <fstream>

using namespace temper;

namespace {

constexpr QSize kWindow { 1440, 900 };

void report(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    std::printf("%-46s median %7.1f ms (%5.1f a second), slowest %7.1f ms\n", what, median, 1000 / median,
        times.back());
    std::fflush(stdout);
}

std::shared_ptr<const RunHistory> longHistory(int steps)
{
    auto history = std::make_shared<RunHistory>();
    for (int step = 1; step <= steps; ++step) {
        history->apply({ kSampleStart + step, sampleStep(step, steps) });
        if (step % 1000 == 0)
            history->apply(
                { kSampleStart + step, EvalEvent { step, 0, sampleLoss(step) + 0.1, 4000, 1, false } });
    }
    return history;
}

void waitForPoints(const RunCharts& charts, qsizetype points)
{
    while (charts.card(RunMeasure::Loss).chart().series().isEmpty()
        || charts.card(RunMeasure::Loss).chart().series().first().x.size() < points)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void turnWheel(QWidget& plot, int delta)
{
    const QPointF centre = QRectF(plot.rect()).center();
    QWheelEvent event(centre, plot.mapToGlobal(centre), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &event);
    QApplication::processEvents();
}

void benchCharts(WatchedApplication& application, const Theme& theme)
{
    constexpr int kSteps = 1'000'000;
    const auto history = longHistory(kSteps);
    RunCharts charts(theme);
    charts.resize(kWindow);
    charts.show();
    StallWatch watch(application);
    QElapsedTimer clock;
    clock.start();
    charts.setRuns({ { QStringLiteral("long"), history } });
    waitForPoints(charts, kSteps);
    std::printf("a million steps shown after %.0f ms\n", milliseconds(clock));
    watch.report("preparing and showing them");
    QWidget& plot = charts.card(RunMeasure::Loss).chart().plot();
    std::vector<double> frames;
    for (int notch = 0; notch < 120; ++notch) {
        clock.restart();
        turnWheel(plot, notch % 60 < 30 ? 120 : -120);
        frames.push_back(milliseconds(clock));
    }
    report("zooming five charts of a million points each", frames);
    frames.clear();
    for (int place = 0; place < 120; ++place) {
        clock.restart();
        const QPointF at(60 + 4 * place, 60);
        QMouseEvent move(
            QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&plot, &move);
        QApplication::processEvents();
        frames.push_back(milliseconds(clock));
    }
    report("moving the shared crosshair over them", frames);
}

void benchList(WatchedApplication& application, Theme& theme)
{
    constexpr int kRuns = 10'000;
    const QTemporaryDir folder;
    Project project = Project::create(std::filesystem::path(folder.path().toStdString()) / "project");
    const RunFolder first = addSampleRun(project, { .name = "run", .steps = 300, .totalSteps = 300 });
    for (int i = 1; i < kRuns; ++i) {
        const std::filesystem::path copy = project.runsFolder() / ("run-" + std::to_string(i));
        std::filesystem::create_directory(copy);
        for (const char* file : { "recipe.yaml", "events.jsonl", "run.json" })
            std::filesystem::copy_file(first.folder() / file, copy / file);
    }
    RunsPage page(theme);
    page.resize(kWindow);
    page.show();
    QString status;
    QObject::connect(&page, &Page::statusChanged, [&](const QString& text) { status = text; });
    StallWatch watch(application);
    QElapsedTimer clock;
    clock.start();
    page.setProject({ project.folder(), QStringLiteral("project") });
    while (!status.contains(QLatin1String("runs")))
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("first runs of 10,000 shown after %.0f ms\n", milliseconds(clock));
    while (!status.startsWith(QLatin1String("10,000")))
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("all 10,000 shown after %.0f ms\n", milliseconds(clock));
    watch.report("reading 10,000 runs");
    RunCatalog catalog(project.folder());
    catalog.refresh({}, kRuns);
    clock.restart();
    catalog.refresh({}, kRuns);
    std::printf("looking at 10,000 known runs again %.0f ms\n", milliseconds(clock));
}

void benchEvents(WatchedApplication& application, Theme& theme)
{
    constexpr std::uint64_t kBytes = 500'000'000;
    const QTemporaryDir folder;
    Project project = Project::create(std::filesystem::path(folder.path().toStdString()) / "project");
    const RunFolder run = addSampleRun(project, { .name = "long", .steps = 1, .ended = false });
    std::ofstream file(run.eventsFile(), std::ios::app);
    int steps = 1;
    for (std::uint64_t bytes = 0; bytes < kBytes;) {
        const std::string line
            = toLine(eventToJson({ kSampleStart + steps, sampleStep(++steps, 3'000'000) })) + "\n";
        file << line;
        bytes += line.size();
    }
    file.close();
    RunsPage page(theme);
    page.resize(kWindow);
    page.show();
    StallWatch watch(application);
    QElapsedTimer clock;
    clock.start();
    page.setProject({ project.folder(), QStringLiteral("project") });
    const Chart& loss = *page.findChildren<Chart*>().first();
    while (loss.series().isEmpty() || loss.series().first().x.size() < steps)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("500 MB of events (%d steps) read after %.1f s\n", steps, milliseconds(clock) / 1000);
    watch.report("reading 500 MB of events");
}

} // namespace

int main(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    loadResources();
    Theme theme(application);
    const QStringList wanted = application.arguments().mid(1);
    const auto isWanted
        = [&](const char* name) { return wanted.isEmpty() || wanted.contains(QLatin1String(name)); };
    if (isWanted("charts"))
        benchCharts(application, theme);
    if (isWanted("list"))
        benchList(application, theme);
    if (isWanted("events"))
        benchEvents(application, theme);
    return 0;
}
