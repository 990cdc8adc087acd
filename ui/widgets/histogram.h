// SPDX-License-Identifier: GPL-3.0-or-later
// A small histogram of whole numbers on a logarithmic axis, with a marked limit: what lies beyond it is told
// by colour and by hatching.
#pragma once

#include "ui/widgets/table_window.h"

#include <QList>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <span>

namespace temper {

class Theme;

struct HistogramBin {
    std::int64_t from = 0;
    std::int64_t to = 0; // included
    std::int64_t count = 0;
};

// Bins of equal width on a logarithmic axis, at most `most`; values below 1 count as 1.
QList<HistogramBin> logarithmicBins(std::span<const std::uint32_t> values, int most);

class Histogram : public QWidget {
    Q_OBJECT
public:
    explicit Histogram(const Theme& theme, QWidget* parent = nullptr);

    void setBins(QList<HistogramBin> bins);
    const QList<HistogramBin>& bins() const { return m_bins; }
    void setLimit(std::optional<std::int64_t> limit); // values above it are beyond
    QString describe(int bin) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF plotArea() const;
    double placeOf(double value) const; // x
    void paintBars(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void describeAll();
    TableContent table() const;

    const Theme& m_theme;
    QList<HistogramBin> m_bins;
    std::optional<std::int64_t> m_limit;
    int m_current = -1;
    QAction* m_showTable;
};

} // namespace temper
