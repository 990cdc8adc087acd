// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is held by a set of a million rows: opened, paged through, searched, edited. Not a
// test: bench_data [rows]
#include "tests/ui/bench/million_rows.h"
#include "tests/ui/bench/stall_watch.h"
#include "ui/data/data_page.h"
#include "ui/data/row_detail.h"
#include "ui/data/row_model.h"
#include "ui/data/set_view.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/row_table.h"

#include <QTest>

using namespace temper;

namespace {

bool loaded(const RowTable& table, int row)
{
    return table.model()->index(row, 1).data(kLoadedRole).toBool();
}

void measure(WatchedApplication& application, DataPage& page, int rows)
{
    SetView& view = page.view();
    RowTable* table = rowsOf(view);
    {
        const StallWatch watch(application);
        waitUntil([&] { return table->model()->rowCount() == rows && loaded(*table, 0); });
        watch.report("opening");
    }
    {
        const StallWatch watch(application);
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
        const StallWatch watch(application);
        view.search(QStringLiteral("sunset"));
        waitUntil([&] { return table->model()->rowCount() == rows / 1000; });
        watch.report("searching");
        view.search({});
        waitUntil([&] { return table->model()->rowCount() == rows; });
    }
    {
        const StallWatch watch(application);
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
    WatchedApplication application(argc, argv);
    loadResources();
    Theme theme(application);
    const RowsProject project(argc, argv);
    DataPage page(theme);
    page.resize(1440, 900);
    page.show();
    page.setProject({ project.place, QStringLiteral("project") });
    measure(application, page, project.rows);
    return 0;
}
