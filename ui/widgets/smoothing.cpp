// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/smoothing.h"

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

constexpr double kFarOff = 3.0; // whole range over the middle 90 %
constexpr int kFewestForPercentiles = 40;

bool isConstant(const QList<double>& values)
{
    const auto first = std::find_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    return std::all_of(
        values.begin(), values.end(), [&](double v) { return !std::isfinite(v) || v == *first; });
}

QList<double> finite(const QList<double>& values)
{
    QList<double> kept;
    kept.reserve(values.size());
    std::copy_if(
        values.begin(), values.end(), std::back_inserter(kept), [](double v) { return std::isfinite(v); });
    return kept;
}

double percentile(QList<double>& values, double part)
{
    const auto place = static_cast<qsizetype>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[place];
}

} // namespace

QList<double> smoothed(const QList<double>& values, double weight)
{
    if (weight <= 0 || isConstant(values))
        return values;
    QList<double> shown;
    shown.reserve(values.size());
    double last = 0;
    double bias = 1; // weight to the number of finite points so far
    for (const double value : values) {
        if (!std::isfinite(value)) {
            shown.append(value);
            continue;
        }
        last = weight * last + (1 - weight) * value;
        bias *= weight;
        shown.append(last / (1 - bias));
    }
    return shown;
}

ValueRange valueRange(const ValueRange& whole, const QList<double>& sample)
{
    QList<double> kept = finite(sample);
    if (kept.size() < kFewestForPercentiles)
        return whole;
    const ValueRange middle { percentile(kept, 0.05), percentile(kept, 0.95), 0 };
    const bool closeTogether = whole.upper - whole.lower <= kFarOff * (middle.upper - middle.lower);
    return closeTogether || middle.upper <= middle.lower ? whole : middle;
}

ValueRange valueRange(const QList<double>& values)
{
    const QList<double> kept = finite(values);
    if (kept.isEmpty())
        return {};
    const auto [least, greatest] = std::minmax_element(kept.begin(), kept.end());
    ValueRange range = valueRange({ *least, *greatest, 0 }, kept);
    range.outside = static_cast<int>(std::count_if(
        kept.begin(), kept.end(), [&](double v) { return v < range.lower || v > range.upper; }));
    return range;
}

double tickStep(double length, int ticks)
{
    if (!(length > 0) || ticks < 1)
        return 1;
    const double rough = length / ticks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double mantissa = rough / power;
    const double step = mantissa <= 1.0 + 1e-9 ? 1
        : mantissa <= 2.0 + 1e-9               ? 2
        : mantissa <= 5.0 + 1e-9               ? 5
                                               : 10;
    return step * power;
}

ValueRange wholeSteps(const ValueRange& range, int ticks)
{
    double lower = range.lower;
    double upper = range.upper;
    if (!(upper > lower)) {
        const double room = lower == 0 ? 1 : std::abs(lower) * 0.5;
        lower = lower >= 0 ? std::max(0.0, lower - room) : lower - room;
        upper += room;
    }
    const double step = tickStep(upper - lower, ticks);
    return { std::floor(lower / step + 1e-9) * step, std::ceil(upper / step - 1e-9) * step, range.outside };
}

} // namespace temper
