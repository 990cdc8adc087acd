// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/data/data_page.h"
#include "ui/model/model_page.h"
#include "ui/runs/runs_page.h"
#include "ui/train/train_page.h"

namespace temper {

QList<Page*> makePages(Theme& theme)
{
    return {
        new DataPage(theme),
        new ModelPage(theme),
        new TrainPage(theme),
        new RunsPage(theme),
    };
}

} // namespace temper
