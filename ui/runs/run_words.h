// SPDX-License-Identifier: GPL-3.0-or-later
// The words, colours and icons for what a run is and does.
#pragma once

#include "ui/runs/run_entry.h"
#include "ui/runs/run_history.h"
#include "ui/shell/theme/tokens.h"

#include <QCoreApplication>
#include <QString>

namespace temper {

class RunWords {
    Q_DECLARE_TR_FUNCTIONS(temper::RunWords)
public:
    static QString state(RunState state);
    static Colour stateColour(RunState state);
    static QString stateIcon(RunState state);

    static QString phase(RunPhase phase);
    static QString method(const RunMethod& method); // "LoRA r16"
    static QString title(const RunEntry& entry); // "identity · LoRA r16"
    static QString listLine(const RunEntry& entry); // "running · step 12 of 600 · loss 1.29"
    static QString sentence(QString text); // with a capital letter where there are such
    static QString headline(const RunEntry& entry, const RunHistory& history); // the one line under the title
};

} // namespace temper
