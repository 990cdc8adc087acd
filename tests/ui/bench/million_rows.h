// SPDX-License-Identifier: GPL-3.0-or-later
// A project with a set of any number of rows, for the benchmarks of the window.
#pragma once

#include "core/common/data/import.h"
#include "core/common/project/project.h"
#include "ui/data/row_model.h"
#include "ui/data/set_view.h"
#include "ui/widgets/row_table.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace temper {

inline void makeSet(const std::filesystem::path& folder, int rows)
{
    Project project = Project::create(folder);
    const std::filesystem::path file = folder.parent_path() / "rows.jsonl";
    {
        std::ofstream out(file);
        for (int i = 0; i < rows; ++i)
            out << R"({"instruction":"Question )" << i << (i % 1000 == 6 ? " about a sunset" : " about bread")
                << R"( and what it is made of","output":"Answer )" << i
                << R"(: flour, water, salt and time."})" << '\n';
    }
    importFiles({ file }, folder / "data/rows.sqlite", {});
    project.putDataset({ "rows", "data/rows.sqlite", static_cast<std::uint64_t>(rows), 0 });
}

// A project for the length of a benchmark, with as many rows as the first argument says, else a million.
struct RowsProject {
    RowsProject(int argc, char** argv)
        : rows(argc > 1 ? std::atoi(argv[1]) : 1'000'000)
        , place(std::filesystem::path(folder.path().toStdString()) / "project")
    {
        makeSet(place, rows);
    }

    QTemporaryDir folder;
    int rows;
    std::filesystem::path place;
};

// Of the view's tables the one with its rows.
inline RowTable* rowsOf(const SetView& view)
{
    const QList<RowTable*> tables = view.findChildren<RowTable*>();
    return *std::find_if(
        tables.begin(), tables.end(), [&](const RowTable* table) { return table->model() == &view.rows(); });
}

} // namespace temper
