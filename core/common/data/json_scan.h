// SPDX-License-Identifier: Apache-2.0
// Finds where a JSON value ends without parsing it, piece by piece while the text arrives.
#pragma once

#include <cstddef>
#include <string_view>

namespace temper {

class JsonScan {
public:
    // `text` begins at the value and may be longer at each call (what was there stays the same). True when
    // the value is complete; `length` is then its length in bytes. A bare word or number ends at a comma,
    // bracket or blank.
    bool finish(std::string_view text, std::size_t& length);

private:
    bool skipString(std::string_view text);

    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_inString = false;
    bool m_bare = false;
};

// Byte position of the '[' that is the value of `key` in the object `text` begins with; npos when there is
// none.
std::size_t findRowsArray(std::string_view text, std::string_view key);

} // namespace temper
