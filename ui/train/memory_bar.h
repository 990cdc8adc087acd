// SPDX-License-Identifier: GPL-3.0-or-later
// The memory a run needs, by kind, against what is free.
#pragma once

#include "ui/shell/theme/tokens.h"
#include "ui/train/estimate.h"

#include <QCoreApplication>
#include <QWidget>

namespace temper {

class Theme;

// Name and colour of a kind of memory, as the engine names it.
class MemoryKind {
    Q_DECLARE_TR_FUNCTIONS(temper::MemoryKind)
public:
    static QString title(const QString& kind);
    static Colour colour(const QString& kind);
};

class MemoryBar : public QWidget {
    Q_OBJECT
public:
    explicit MemoryBar(const Theme& theme, QWidget* parent = nullptr);

    void setEstimate(const Estimate& estimate);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Estimate m_estimate;
};

} // namespace temper
