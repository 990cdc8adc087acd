// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is held by a set of a million rows: opened, paged through, searched, edited. Not a test:
// bench_data [rows]
#include "core/common/data/import.h"
#include "core/common/project/project.h"
#include "ui/data/data_page.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/set_view.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>

using namespace temper;

namespace {

double threadMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// The longest round of the event loop: by the clock, and in processor time, which other programs do not lengthen.
class StallWatch {
public:
    StallWatch()
    {
        m_clock.start();
        m_cpu = threadMilliseconds();
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_longestCpu = std::max(m_longestCpu, threadMilliseconds() - m_cpu);
            m_clock.restart();
            m_cpu = threadMilliseconds();
        });
        m_timer.start(0);
    }

    void report(const char* what) const
    {
        std::printf("%-44s longest block %6.1f ms by the clock, %6.1f ms of processor time\n", what, m_longest,
            m_longestCpu);
        std::fflush(stdout);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_cpu = 0;
    double m_longest = 0;
    double m_longestCpu = 0;
};

void waitUntil(const std::function<bool()>& done)
{
    while (!done())
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

void makeSet(const std::filesystem::path& folder, int rows)
{
    Project project = Project::create(folder);
    const std::filesystem::path file = folder.parent_path() / "rows.jsonl";
    {
        std::ofstream out(file);
        for (int i = 0; i < rows; ++i)
            out << R"({"instruction":"Question )" << i << (i % 1000 == 6 ? " about a sunset" : " about bread")
                << R"( and what it is made of","output":"Answer )" << i << R"(: flour, water, salt and time."})"
                << '\n';
    }
    importFiles({ file }, folder / "data/rows.sqlite", {});
    project.putDataset({ "rows", "data/rows.sqlite", static_cast<std::uint64_t>(rows), 0 });
}

bool loaded(const RowTable& table, int row)
{
    return table.model()->index(row, 1).data(kLoadedRole).toBool();
}

void measure(DataPage& page, int rows)
{
    SetView& view = page.view();
    auto* table = view.findChildren<RowTable*>().first();
    {
        const StallWatch watch;
        waitUntil([&] { return table->model()->rowCount() == rows && loaded(*table, 0); });
        watch.report("opening");
    }
    {
        const StallWatch watch;
        for (int i = 0; i < 300; ++i) {
            QTest::keyClick(table, Qt::Key_PageDown);
            QApplication::processEvents();
        }
        QTest::keyClick(table, Qt::Key_End);
        waitUntil([&] { return loaded(*table, rows - 1); });
        QTest::keyClick(table, Qt::Key_Home);
        waitUntil([&] { return loaded(*table, 0); });
        watch.report("300 pages down, to the end, to the beginning");
    }
    {
        const StallWatch watch;
        view.search(QStringLiteral("sunset"));
        waitUntil([&] { return table->model()->rowCount() == rows / 1000; });
        watch.report("searching");
        view.search({});
        waitUntil([&] { return table->model()->rowCount() == rows; });
    }
    {
        const StallWatch watch;
        QTest::keyClick(table, Qt::Key_Delete);
        waitUntil([&] { return table->model()->rowCount() == rows - 1; });
        view.undo();
        waitUntil([&] { return table->model()->rowCount() == rows; });
        watch.report("setting a row aside and undoing it");
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    loadResources();
    Theme theme(application);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const QTemporaryDir folder;
    const std::filesystem::path project = std::filesystem::path(folder.path().toStdString()) / "project";
    makeSet(project, rows);
    DataPage page(theme);
    page.resize(1440, 900);
    page.show();
    page.setProject({ project, QStringLiteral("project") });
    measure(page, rows);
    return 0;
}
