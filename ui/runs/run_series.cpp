// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_series.h"

#include "core/common/base/progress.h"
#include "ui/widgets/smoothing.h"

#include <algorithm>

namespace temper {

namespace {

constexpr double kBytesPerGigabyte = 1e9;
constexpr double kSecondsPerMinute = 60;
constexpr int kLongestName = 22; // characters at a line's end

QList<double> scaled(const QList<double>& values, double factor)
{
    QList<double> result;
    result.reserve(values.size());
    std::transform(
        values.begin(), values.end(), std::back_inserter(result), [factor](double v) { return v * factor; });
    return result;
}

QList<double> xOfSteps(const RunHistory& history, RunAxis axis)
{
    switch (axis) {
    case RunAxis::Steps:
        return history.step;
    case RunAxis::Minutes:
        return scaled(history.seconds, 1 / kSecondsPerMinute);
    case RunAxis::Tokens:
        return history.tokens;
    }
    return {};
}

// An evaluation stands where its step ended.
QList<double> xOfEvaluations(const RunHistory& history, RunAxis axis)
{
    if (axis == RunAxis::Steps)
        return history.evalStep;
    const QList<double> x = xOfSteps(history, axis);
    QList<double> found;
    for (const double step : history.evalStep) {
        const auto after = std::upper_bound(history.step.begin(), history.step.end(), step);
        const qsizetype place = after - history.step.begin() - 1;
        found.append(place < 0 ? 0 : x[place]);
    }
    return found;
}

const QList<double>& column(RunMeasure measure, const RunHistory& history)
{
    switch (measure) {
    case RunMeasure::Loss:
        return history.loss;
    case RunMeasure::EvaluationLoss:
        return history.evalLoss;
    case RunMeasure::GradNorm:
        return history.gradNorm;
    case RunMeasure::LearningRate:
        return history.learningRate;
    case RunMeasure::Memory:
        return history.memoryBytes;
    case RunMeasure::Speed:
        return history.tokensPerSecond;
    }
    return history.loss;
}

ChartSeries lineOf(RunMeasure measure, const RunHistory& history, const SeriesOptions& options)
{
    ChartSeries line;
    if (measure == RunMeasure::EvaluationLoss) {
        line.x = xOfEvaluations(history, options.axis);
        line.y = history.evalLoss;
        line.shape = SeriesShape::LineWithPoints;
        return line;
    }
    line.x = xOfSteps(history, options.axis);
    line.y = measure == RunMeasure::Memory ? scaled(history.memoryBytes, 1 / kBytesPerGigabyte)
                                           : column(measure, history);
    if (measure == RunMeasure::Loss && options.smoothing > 0)
        line.smoothed = smoothed(line.y, options.smoothing);
    return line;
}

QString shortened(const QString& name)
{
    return name.size() <= kLongestName ? name : name.left(kLongestName - 1) + QChar(0x2026);
}

} // namespace

QList<ChartSeries>
RunSeries::of(RunMeasure measure, const QList<ChartedRun>& runs, const SeriesOptions& options)
{
    QList<ChartSeries> all;
    for (const ChartedRun& run : runs) {
        ChartSeries line = lineOf(measure, *run.history, options);
        line.name = shortened(run.name);
        line.colourIndex = static_cast<int>(all.size());
        if (runs.size() > 1 || !line.x.isEmpty() || measure != RunMeasure::EvaluationLoss)
            all.append(std::move(line));
    }
    if (runs.size() != 1 || all.isEmpty())
        return all;
    static constexpr std::array<const char*, kRunMeasureCount> kNames {
        QT_TR_NOOP("training"),
        QT_TR_NOOP("evaluation"),
        QT_TR_NOOP("gradient norm"),
        QT_TR_NOOP("learning rate"),
        QT_TR_NOOP("memory"),
        QT_TR_NOOP("tokens per second"),
    };
    all.first().name = tr(kNames[static_cast<std::size_t>(measure)]);
    if (measure == RunMeasure::Loss && !runs.first().history->evalStep.isEmpty()) {
        ChartSeries evaluation = lineOf(RunMeasure::EvaluationLoss, *runs.first().history, options);
        evaluation.name = tr("evaluation");
        evaluation.colourIndex = 1;
        all.append(std::move(evaluation));
    }
    return all;
}

QList<QList<ChartSeries>>
RunSeries::all(const QList<ChartedRun>& runs, const SeriesOptions& options, const std::stop_token& stop)
{
    QList<QList<ChartSeries>> measures;
    for (int measure = 0; measure < kRunMeasureCount; ++measure) {
        throwIfStopped(stop);
        QList<ChartSeries> lines = of(static_cast<RunMeasure>(measure), runs, options);
        std::transform(lines.begin(), lines.end(), lines.begin(), prepared);
        measures.append(std::move(lines));
    }
    return measures;
}

qsizetype RunSeries::points(const QList<ChartedRun>& runs)
{
    qsizetype points = 0;
    for (const ChartedRun& run : runs)
        points += run.history->step.size();
    return points;
}

} // namespace temper
