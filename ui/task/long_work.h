// SPDX-License-Identifier: GPL-3.0-or-later
// Work of minutes inside the thread pool: gives its place to short work for as long as it lives.
#pragma once

#include <QThreadPool>

namespace temper {

class LongWork {
public:
    LongWork() { QThreadPool::globalInstance()->releaseThread(); }
    ~LongWork() { QThreadPool::globalInstance()->reserveThread(); }
    LongWork(const LongWork&) = delete;
    LongWork& operator=(const LongWork&) = delete;
};

} // namespace temper
