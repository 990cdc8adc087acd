// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/sample_store.h"

namespace temper {

namespace {

constexpr std::size_t kChunkTokens = std::size_t { 1 } << 20;

bool labelsAreIds(const Sample& sample)
{
    for (std::size_t i = 0; i < sample.ids.size(); ++i)
        if (sample.labels[i] != kNoLoss && sample.labels[i] != sample.ids[i])
            return false;
    return true;
}

} // namespace

void SampleStore::add(const Sample& sample)
{
    if (m_chunks.empty() || m_chunks.back().ids.size() + sample.ids.size() > kChunkTokens) {
        m_chunks.emplace_back();
        m_chunks.back().ids.reserve(std::max(kChunkTokens, sample.ids.size()));
    }
    Chunk& chunk = m_chunks.back();
    if (!labelsAreIds(sample))
        m_otherLabels[m_places.size()] = sample.labels;
    m_places.push_back({ static_cast<std::uint32_t>(m_chunks.size() - 1),
        static_cast<std::uint32_t>(chunk.ids.size()), static_cast<std::uint32_t>(sample.ids.size()) });
    chunk.ids.insert(chunk.ids.end(), sample.ids.begin(), sample.ids.end());
    for (const std::int32_t label : sample.labels)
        chunk.supervised.push_back(label != kNoLoss);
}

Sample SampleStore::at(std::size_t index) const
{
    const Place& place = m_places[index];
    const Chunk& chunk = m_chunks[place.chunk];
    const auto begin = chunk.ids.begin() + place.begin;
    Sample sample;
    sample.ids.assign(begin, begin + place.length);
    if (const auto labels = m_otherLabels.find(index); labels != m_otherLabels.end()) {
        sample.labels = labels->second;
        return sample;
    }
    sample.labels.assign(place.length, kNoLoss);
    for (std::size_t i = 0; i < place.length; ++i)
        if (chunk.supervised[place.begin + i])
            sample.labels[i] = sample.ids[i];
    return sample;
}

} // namespace temper
