// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of one run, or of several over one another, under one crosshair and one range.
#pragma once

#include "ui/runs/run_series.h"
#include "ui/task/latest_task.h"

#include <QWidget>
#include <array>
#include <memory>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace temper {

class ChartCard;
class Theme;

class RunCharts : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(const Theme& theme, QWidget* parent = nullptr);

    void setRuns(QList<ChartedRun> runs);
    void resetZoom();
    ChartCard& card(RunMeasure measure) const { return *m_cards[static_cast<std::size_t>(measure)]; }

Q_SIGNALS:
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makeCards();
    QPushButton* addToggle(QLayout& row);
    void arrangeCards();
    void connectChart(ChartCard* card);
    void showAll();
    void showSeries(const QList<QList<ChartSeries>>& measures);
    void showEnds();
    void markBest();
    void setAxis(RunAxis axis);
    void showSmoothing();
    void retranslate();
    SeriesOptions options() const;
    QString axisTitle() const;

    QList<ChartedRun> m_runs;
    std::array<ChartCard*, kRunMeasureCount> m_cards {};
    QGridLayout* m_grid = nullptr;
    QButtonGroup* m_axes;
    RunAxis m_axis = RunAxis::Steps;
    QLabel* m_smoothingLabel;
    QSlider* m_smoothing;
    QPushButton* m_logarithmicY = nullptr;
    QPushButton* m_logarithmicX = nullptr;
    bool m_overlaid = false;
    LatestTask<QList<QList<ChartSeries>>> m_preparation;
};

} // namespace temper
