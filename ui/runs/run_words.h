// SPDX-License-Identifier: GPL-3.0-or-later
// The words, colours and icons for what a run is and does.
#pragma once

#include "ui/runs/run_entry.h"
#include "ui/runs/run_history.h"
#include "ui/runs/run_list_model.h"
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
    static QString section(RunSection section);
    static QString name(const RunEntry& entry); // as the person or the run calls it
    static QStringList distinctNames(const QList<RunEntry>& entries); // with the method where names are equal
    static QString title(const RunEntry& entry); // "identity · LoRA r16"
    static QString listLine(const RunEntry& entry); // "running · step 12 of 600 · loss 1.29"
    static QString toolTip(const RunEntry& entry); // the line and the note
    static QString sentence(QString text); // with a capital letter where there are such
    static QString headline(const RunEntry& entry, const RunHistory& history); // the one line under the title
    // What must be known of a run that did not come to its end, or whose folder is damaged; empty: nothing.
    static QString problem(const RunEntry& entry, const RunHistory& history);
};

} // namespace temper
