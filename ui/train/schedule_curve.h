// SPDX-License-Identifier: GPL-3.0-or-later
// The learning rate over the steps of a run, as a small picture.
#pragma once

#include "core/common/recipe/schedule.h"

#include <QWidget>

namespace temper {

class Theme;

class ScheduleCurve : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleCurve(const Theme& theme, QWidget* parent = nullptr);

    void setSchedule(const Schedule& schedule);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Schedule m_schedule;
};

} // namespace temper
