// SPDX-License-Identifier: GPL-3.0-or-later
// Values too large to be destroyed in the GUI thread.
#pragma once

#include <QThreadPool>

#include <utility>

namespace temper {

// Destroys the value in the thread pool: giving back a hundred megabytes takes tens of milliseconds, and more
// while another thread takes or gives back memory of the same arena.
template <class Value> void letGo(Value value)
{
    QThreadPool::globalInstance()->start([kept = std::move(value)] {});
}

} // namespace temper
