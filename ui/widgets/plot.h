// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot for code that is compiled without Qt's keywords; include this, never qcustomplot.h itself.
#pragma once

#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
