// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/model/model_page.h"
#include "ui/runs/runs_page.h"

namespace temper {

QList<Page*> makePages(Theme& theme)
{
    return {
        new ModelPage(theme),
        new RunsPage(theme),
    };
}

} // namespace temper
