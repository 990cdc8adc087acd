// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of one run, under one crosshair and one range of steps.
#pragma once

#include "ui/runs/run_history.h"

#include <QWidget>
#include <memory>

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

    void setHistory(std::shared_ptr<const RunHistory> history);
    void resetZoom();

Q_SIGNALS:
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makeCards(const Theme& theme);
    void connectChart(ChartCard* card);
    void showLoss();
    void showOthers();
    void showSmoothing();
    void retranslate();
    double smoothingWeight() const;

    std::shared_ptr<const RunHistory> m_history;
    ChartCard* m_loss;
    ChartCard* m_gradNorm;
    ChartCard* m_learningRate;
    ChartCard* m_memory;
    ChartCard* m_speed;
    QList<ChartCard*> m_cards;
    QLabel* m_smoothingLabel;
    QSlider* m_smoothing;
    QPushButton* m_logarithmic;
};

} // namespace temper
