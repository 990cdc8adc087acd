// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people read them: grouped, with thin units, never more digits than they carry.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <cstdint>

namespace temper {

class NumberText {
    Q_DECLARE_TR_FUNCTIONS(temper::NumberText)
public:
    static QString count(std::int64_t value); // 184,220
    static QString value(double value); // 1.174, 274, 0.0831, 2e-4; "–" when not finite
    static QString bytes(double bytes); // 1.2 GB
    static QString duration(double seconds); // 40 s, 4 min, 2 h 10 min
};

} // namespace temper
