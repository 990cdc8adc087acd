// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the form: whether the run can begin and what stands against it, what it needs and how long it takes.
#pragma once

#include "core/common/recipe/recipe.h"
#include "ui/train/estimate.h"

#include <QList>
#include <QScrollArea>
#include <optional>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace temper {

class LeverList;
class MemoryBar;
class ScheduleCurve;
class Theme;

// Something that keeps the run from starting.
struct OpenPoint {
    QString key; // of the recipe, to jump to; empty: nowhere
    QString sentence;
};

struct PanelState {
    QList<OpenPoint> open;
    std::optional<Estimate> estimate; // the last one
    bool outOfDate = false; // it is of an earlier recipe; a new one is on its way
    QString failure; // why there is none
    Recipe recipe;
    std::size_t runs = 1;
};

class EstimatePanel : public QScrollArea {
    Q_OBJECT
public:
    explicit EstimatePanel(const Theme& theme, QWidget* parent = nullptr);

    void setState(const PanelState& state);
    const PanelState& state() const { return m_state; }

Q_SIGNALS:
    void jumpAsked(const QString& key);
    void leverChosen(const temper::EstimateLever& lever);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Section {
        QWidget* box = nullptr;
        QLabel* title = nullptr;
        QVBoxLayout* content = nullptr;
    };

    Section makeSection();
    void makeFitSection();
    void retranslate();
    bool hasFigures() const;
    void showReady();
    void showFit();
    void showLevers();
    void showRun();
    void clear(Section& section);
    enum class Mark { Good, Mind };
    void addTick(const QString& text, Mark mark = Mark::Good);
    void addOpenPoint(const OpenPoint& point);
    void addFigure(QGridLayout& grid, const QString& name, const QString& figure, const QPixmap& dot = {});

    const Theme& m_theme;
    PanelState m_state;
    QVBoxLayout* m_column;
    Section m_ready;
    Section m_fit;
    Section m_save;
    Section m_run;
    Section m_schedule;
    QLabel* m_total;
    QLabel* m_free;
    MemoryBar* m_bar;
    QWidget* m_kinds;
    LeverList* m_levers;
    ScheduleCurve* m_curve;
};

} // namespace temper
