// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is held while a run writes 20 events a second and a set of a million rows is open,
// on both pages and while they are changed. Not a test: bench_live [rows [seconds]]
#include "tests/ui/bench/million_rows.h"
#include "tests/ui/bench/stall_watch.h"
#include "tests/ui/sample_project.h"
#include "ui/data/data_page.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/chart.h"

#include <QStackedWidget>
#include <QTest>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace temper;

namespace {

constexpr int kEarlierSteps = 20'000;
constexpr int kTotalSteps = 100'000;

void writeEvents(const std::stop_token& stop, const std::filesystem::path& events)
{
    EventWriter writer(events);
    for (int step = kEarlierSteps + 1; !stop.stop_requested(); ++step) {
        writer.write(TimedEvent { kSampleStart + step, sampleStep(step, kTotalSteps) });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

void spend(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    waitUntil([&] { return clock.elapsed() >= milliseconds; });
}

void measure(WatchedApplication& application,
    QStackedWidget& pages,
    DataPage& data,
    RunsPage& runs,
    int seconds)
{
    pages.setCurrentWidget(&runs);
    const Chart& loss = *runs.findChildren<Chart*>().first();
    waitUntil([&] { return !loss.series().isEmpty() && loss.series().first().x.size() >= kEarlierSteps; });
    const qsizetype before = loss.series().first().x.size();
    {
        const StallWatch watch(application);
        spend(seconds * 1000);
        watch.report("the page Runs during a run of 20 events a second");
    }
    std::printf("%lld new points drawn in %d s\n",
        static_cast<long long>(loss.series().first().x.size() - before), seconds);
    pages.setCurrentWidget(&data);
    RowTable* table = rowsOf(data.view());
    {
        const StallWatch watch(application);
        for (int i = 0; i < seconds * 10; ++i) {
            QTest::keyClick(table, Qt::Key_PageDown);
            spend(100);
        }
        watch.report("paging through the rows meanwhile");
    }
    {
        const StallWatch watch(application);
        for (int i = 0; i < seconds; ++i) {
            pages.setCurrentIndex(i % 2);
            spend(500);
        }
        watch.report("changing between the two pages meanwhile");
    }
}

} // namespace

int main(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    loadResources();
    Theme theme(application);
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 15;
    const RowsProject set(argc, argv);
    Project project = Project::open(set.place);
    const RunFolder run = addSampleRun(
        project, { .name = "live", .steps = kEarlierSteps, .totalSteps = kTotalSteps, .ended = false });
    const std::jthread writing(
        [file = run.eventsFile()](const std::stop_token& stop) { writeEvents(stop, file); });
    QStackedWidget pages;
    auto* data = new DataPage(theme);
    auto* runs = new RunsPage(theme);
    pages.addWidget(data);
    pages.addWidget(runs);
    pages.resize(1440, 900);
    pages.show();
    for (Page* page : { static_cast<Page*>(data), static_cast<Page*>(runs) })
        page->setProject({ set.place, QStringLiteral("project") });
    waitUntil([&] { return data->view().rows().rowCount() == set.rows; });
    measure(application, pages, *data, *runs, seconds);
    return 0;
}
