// SPDX-License-Identifier: GPL-3.0-or-later
// A line chart of the house: hairlines, ticks by 1-2-5, the raw series behind the smoothed one, the last
// value at the line's end, a crosshair that other charts can share.
#pragma once

#include "ui/widgets/chart_marks.h"
#include "ui/widgets/chart_series.h"

#include <QWidget>
#include <memory>
#include <optional>

class QCPItemStraightLine;
class QCustomPlot;

namespace temper {

class LastValueLabels;
class Theme;

struct ChartTexts {
    QString title;
    QString xTitle;
    QString yTitle; // with the unit
};

class Chart : public QWidget {
    Q_OBJECT
public:
    explicit Chart(const Theme& theme, QWidget* parent = nullptr);
    ~Chart() override;

    void setTexts(const ChartTexts& texts);
    const ChartTexts& texts() const { return m_texts; }

    void setSeries(QList<ChartSeries> series);
    const QList<ChartSeries>& series() const { return m_series; }
    void setMarks(const QList<ChartMark>& marks);
    void setXEnd(double end); // the axis reaches at least so far, e.g. to the planned last step
    void setStartsAtZero(bool startsAtZero);
    void setYScale(AxisScale scale);
    void setXScale(AxisScale scale); // a logarithmic one begins at the first x above 0

    // Nothing takes the crosshair away.
    void setCrosshair(std::optional<double> x);
    std::optional<double> crosshair() const { return m_crosshair; }
    void setXRange(double lower, double upper); // as chosen by the person, without xRangeChosen()
    void zoomBy(double factor); // about the crosshair or the middle; below 1: nearer
    void resetZoom();
    bool isZoomed() const { return m_zoomed; }
    int pointsOutside() const { return m_outside; }

    QCustomPlot& plot() const { return *m_plot; }

Q_SIGNALS:
    void crosshairMoved(std::optional<double> x);
    void xRangeChosen(double lower, double upper); // by the person, through wheel or drag
    void zoomReset();
    void readingChanged(const QString& text); // what stands under the crosshair; empty without one
    void seriesChanged();
    void fitted(); // the y range follows the data; pointsOutside() may have changed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void makePlot();
    void makeCrosshair();
    void restyle();
    void rebuildGraphs();
    void fillGraphs();
    void makeRoomAtTheRight();
    void fitAxes();
    void fitY();
    void moveCrosshairToStep(int direction);
    bool zoomByKey(int key);

    const Theme& m_theme;
    ChartTexts m_texts;
    QList<ChartSeries> m_series;
    QCustomPlot* m_plot;
    QCPItemStraightLine* m_crosshairLine = nullptr;
    std::unique_ptr<LastValueLabels> m_lastValues;
    ChartMarks m_markItems;
    QList<ChartMark> m_marks;
    std::optional<double> m_crosshair;
    double m_xEnd = 0;
    int m_outside = 0;
    bool m_startsAtZero = false;
    bool m_zoomed = false;
    AxisScale m_yScale = AxisScale::Linear;
    AxisScale m_xScale = AxisScale::Linear;
};

} // namespace temper
