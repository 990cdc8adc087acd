// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/compare/compare_page.h"
#include "ui/export/export_page.h"
#include "ui/model/model_page.h"
#include "ui/runs/runs_page.h"

namespace temper {

QList<Page*> makePages(Theme& theme)
{
    return {
        new ModelPage(theme),
        new RunsPage(theme),
        new ComparePage(theme),
        new ExportPage(theme),
    };
}

} // namespace temper
