// SPDX-License-Identifier: GPL-3.0-or-later
// What to change so that a run needs less memory: each change with what it saves, made by a click.
#pragma once

#include "ui/train/estimate.h"

#include <QWidget>

class QGridLayout;

namespace temper {

class LeverList : public QWidget {
    Q_OBJECT
public:
    explicit LeverList(QWidget* parent = nullptr);

    void setEstimate(const Estimate& estimate);
    // The change in words: "Batch size 1, gradient accumulation 8".
    static QString words(const EstimateLever& lever);

Q_SIGNALS:
    void chosen(const temper::EstimateLever& lever);

private:
    void addLever(const EstimateLever& lever, const Estimate& estimate);

    QGridLayout* m_grid;
};

} // namespace temper
