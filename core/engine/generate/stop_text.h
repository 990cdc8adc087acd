// SPDX-License-Identifier: Apache-2.0
// Finds stop texts in a growing answer, also across the borders of its pieces, and lets out only what
// precedes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace temper {

class StopText {
public:
    explicit StopText(std::vector<std::string> stops); // empty ones are passed over

    // The text that is now certain to belong to the answer: without a stop and without what may still become
    // one. Once found() nothing more comes out.
    std::string push(std::string_view piece);
    // What was held back, when the answer ended without a stop.
    std::string finish();
    bool found() const { return m_found; }

private:
    std::vector<std::string> m_stops;
    std::string m_held;
    bool m_found = false;
};

} // namespace temper
