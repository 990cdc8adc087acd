// SPDX-License-Identifier: Apache-2.0
// Samples in little memory: two or three bytes and a bit for a token, on the disk when they are many.
#pragma once

#include "core/common/data/row_spool.h"
#include "core/common/data/sample.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace temper {

// Ids and labels only; neither text nor offsets. Written first, then read; reading may come from several
// threads.
class SampleStore {
public:
    void add(const Sample& sample); // Error(Environment) when the disk is full
    void finish() { m_packed.finish(); } // before the first reading

    std::size_t size() const { return m_lengths.size(); }
    bool empty() const { return m_lengths.empty(); }
    std::size_t length(std::size_t index) const { return m_lengths[index]; } // tokens
    Sample at(std::size_t index) const;
    std::vector<Sample> range(std::size_t begin, std::size_t end) const;
    void release() const { m_packed.release(); } // memory of what was read

private:
    RowSpool m_packed; // a line a sample
    std::vector<std::uint32_t> m_lengths;
    std::string m_line; // of the sample being added
};

} // namespace temper
