// SPDX-License-Identifier: GPL-3.0-or-later
// How a draft stands, in words: the line under the page's title, and the points that are still open.
#pragma once

#include "ui/train/estimate_panel.h"

#include <QCoreApplication>

namespace temper {

class DraftDesk;

class DeskWords {
    Q_DECLARE_TR_FUNCTIONS(temper::DeskWords)
public:
    static PanelState panelState(const DraftDesk& desk);
    static QString headline(const DraftDesk& desk); // "identity · LoRA · 600 steps · about 12 min · fits"
};

} // namespace temper
