// SPDX-License-Identifier: Apache-2.0
// Makes rows of records, once it is known which column means what.
#pragma once

#include "core/common/data/schema.h"

#include <memory>
#include <string_view>

namespace temper {

// Turns records into rows. One mapper a thread.
class RowMapper {
public:
    explicit RowMapper(Layout layout);
    ~RowMapper();
    RowMapper(RowMapper&&) noexcept;

    // `json` must be followed by kRecordPadding readable bytes. False: `problem` says field and reason (not
    // where).
    bool map(std::string_view json, DataRow& row, RowProblem& problem);
    const Layout& layout() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace temper
