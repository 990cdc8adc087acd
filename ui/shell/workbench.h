// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages share: the line to the engine, jumps from page to page, and what the next run is going to
// do.
#pragma once

#include "core/common/base/json.h"
#include "core/common/recipe/recipe.h"
#include "ui/shell/page_id.h"
#include "ui/task/engine_session.h"

#include <QObject>

namespace temper {

class Workbench : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    EngineSession& engine() { return m_engine; }

    // Switches to the page and gives it `what`, whose form the page's header tells.
    void show(PageId page, const Json& what = Json::object()) { Q_EMIT pageAsked(page, what); }

    // The recipe on the desk, wherever it changes; its paths are resolved.
    void noteNextRun(const Recipe& recipe) { Q_EMIT nextRunChanged(recipe); }

Q_SIGNALS:
    void pageAsked(temper::PageId page, const temper::Json& what);
    void nextRunChanged(const temper::Recipe& recipe);

private:
    EngineSession m_engine { this };
};

} // namespace temper
