// SPDX-License-Identifier: Apache-2.0
// Passes progress on at most ten times a second: throttled where it is made, so that no receiver drowns in
// it.
#pragma once

#include "core/common/base/progress.h"

#include <chrono>

namespace temper {

class ProgressThrottle {
public:
    explicit ProgressThrottle(ProgressFunction receiver)
        : m_receiver(std::move(receiver))
    {
    }

    void report(const Progress& progress)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_receiver || now < m_next)
            return;
        m_next = now + std::chrono::milliseconds(100);
        m_receiver(progress);
    }

private:
    ProgressFunction m_receiver;
    std::chrono::steady_clock::time_point m_next {};
};

} // namespace temper
