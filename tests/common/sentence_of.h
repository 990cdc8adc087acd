// SPDX-License-Identifier: Apache-2.0
// What a piece of work complains about, for tests of refusals.
#pragma once

#include "core/common/base/error.h"

#include <QString>

namespace temper {

template <typename Work> QString sentenceOf(Work work)
{
    try {
        work();
    } catch (const Error& error) {
        return QString::fromStdString(error.sentence());
    }
    return QStringLiteral("no complaint");
}

} // namespace temper
