// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has told so far, as columns for charts; grows by one event at a time.
#pragma once

#include "core/common/link/events.h"

#include <QList>
#include <QString>
#include <optional>

namespace temper {

// One answer of the run to one of its fixed prompts.
struct ProbeAnswer {
    std::int64_t step = 0;
    std::int64_t index = 0;
    QString prompt;
    QString answer;

    bool operator==(const ProbeAnswer&) const = default;
};

// Columns of equal length for the steps, in rising order of the step; after a resume a step counts once, as
// it was told last. Copies share their columns.
struct RunHistory {
    QList<double> step;
    QList<double> loss;
    QList<double> learningRate;
    QList<double> gradNorm;
    QList<double> tokensPerSecond;
    QList<double> memoryBytes;
    QList<double> time; // seconds since 1970
    QList<double> seconds; // of training up to the step's end, without pauses
    QList<double> tokens; // up to the step's end
    double epoch = 0;
    std::int64_t totalSteps = 0; // 0: not known

    QList<double> evalStep;
    QList<double> evalLoss;

    QList<ProbeAnswer> probes; // by step, then by prompt

    RunPhase phase = RunPhase::Loading;
    std::uint64_t phaseDone = 0;
    std::uint64_t phaseTotal = 0;
    std::optional<EndState> end;
    QString error; // message and remedy of the last error since the last start
    QString warning; // one a line, each once
    std::int64_t checkpoint = 0; // step of the last one; 0: none
    std::int64_t damagedLines = 0; // of the file of events, passed over
    double readPart = 1; // of the file, below 1 while a long one is read for the first time
    bool unreadable = false; // the file is there and cannot be opened

    void apply(const TimedEvent& event);

    qsizetype bestEvaluation() const; // place of the lowest evaluation loss; -1: none yet

    // Seconds to the last step at the pace of the last steps; nothing while it cannot be known.
    std::optional<double> secondsLeft() const;
};

} // namespace temper
