// SPDX-License-Identifier: GPL-3.0-or-later
// The histories of one or several runs as the lines of charts.
#pragma once

#include "ui/runs/run_history.h"
#include "ui/widgets/chart_series.h"

#include <QCoreApplication>
#include <memory>
#include <stop_token>

namespace temper {

enum class RunMeasure { Loss, EvaluationLoss, GradNorm, LearningRate, Memory, Speed };
inline constexpr int kRunMeasureCount = 6;

enum class RunAxis { Steps, Minutes, Tokens };

// One of the runs that lie over one another.
struct ChartedRun {
    QString name;
    std::shared_ptr<const RunHistory> history;
};

struct SeriesOptions {
    double smoothing = 0; // 0 … 0.99, of the loss
    RunAxis axis = RunAxis::Steps;
};

class RunSeries {
    Q_DECLARE_TR_FUNCTIONS(temper::RunSeries)
public:
    // Of one run: its own lines, with the evaluation beside the loss. Of several: a line a run, named by it.
    static QList<ChartSeries>
    of(RunMeasure measure, const QList<ChartedRun>& runs, const SeriesOptions& options);

    // All measures in their order, prepared for charts; takes a while where there are very many points.
    // Throws Error(Cancelled) on stop.
    static QList<QList<ChartSeries>>
    all(const QList<ChartedRun>& runs, const SeriesOptions& options, const std::stop_token& stop);

    static qsizetype points(const QList<ChartedRun>& runs);
};

} // namespace temper
