// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_text.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace temper {

namespace {

const QLocale& figures()
{
    static const QLocale locale(QLocale::English);
    return locale;
}

QString withoutZeros(QString text)
{
    if (!text.contains(QLatin1Char('.')))
        return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

} // namespace

QString NumberText::count(std::int64_t value)
{
    return figures().toString(static_cast<qlonglong>(value));
}

QString NumberText::value(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    if (size == 0)
        return QStringLiteral("0");
    if (size < 1e-3) {
        const int power = static_cast<int>(std::floor(std::log10(size) + 1e-9));
        return withoutZeros(QString::number(value / std::pow(10.0, power), 'f', 2))
            + QStringLiteral("e%1").arg(power);
    }
    if (size >= 100)
        return count(std::llround(value));
    return QString::number(value, 'f', size >= 10 ? 1 : size >= 0.1 ? 3 : 4);
}

QString NumberText::bytes(double bytes)
{
    static constexpr std::array<const char*, 5> kUnits { "B", "kB", "MB", "GB", "TB" };
    std::size_t unit = 0;
    while (std::abs(bytes) >= 999.5 && unit + 1 < kUnits.size()) {
        bytes /= 1000;
        ++unit;
    }
    const int digits = unit >= 3 && bytes < 99.5 ? (bytes < 9.95 ? 2 : 1) : 0;
    return QString::number(bytes, 'f', digits) + QChar(0x202F) + QLatin1String(kUnits[unit]);
}

QString NumberText::duration(double seconds)
{
    const auto whole = std::llround(seconds);
    if (whole < 60)
        return tr("%1 s").arg(whole);
    if (whole < 3600)
        return tr("%1 min").arg((whole + 30) / 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

} // namespace temper
