// SPDX-License-Identifier: Apache-2.0
// Samples in little memory: four bytes and a bit for a token.
#pragma once

#include "core/common/data/sample.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace temper {

// Ids and labels only; neither text nor offsets.
class SampleStore {
public:
    void add(const Sample& sample);

    std::size_t size() const { return m_places.size(); }
    bool empty() const { return m_places.empty(); }
    std::size_t length(std::size_t index) const { return m_places[index].length; } // tokens
    Sample at(std::size_t index) const;

private:
    // Samples lie whole in chunks, so that growing never copies what is there.
    struct Chunk {
        std::vector<std::int32_t> ids;
        std::vector<bool> supervised;
    };
    struct Place {
        std::uint32_t chunk = 0;
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };

    std::vector<Chunk> m_chunks;
    std::vector<Place> m_places;
    // Of rows that came tokenised with labels of their own, which need not be the ids.
    std::unordered_map<std::size_t, std::vector<std::int32_t>> m_otherLabels;
};

} // namespace temper
