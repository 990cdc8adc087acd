// SPDX-License-Identifier: Apache-2.0
#include "core/common/data/sample_store.h"

#include <algorithm>

namespace temper {

namespace {

// A line: one byte of form, the ids, then a bit for every label that is its id or, where rows came tokenised
// with labels of their own, the labels.
enum class LabelForm : unsigned char { Bits = 0, Whole = 8 };

std::size_t bytesOfIds(const std::vector<std::int32_t>& ids)
{
    std::uint32_t any = 0; // a negative id needs all four
    for (const std::int32_t id : ids)
        any |= static_cast<std::uint32_t>(id);
    return any < (1u << 16) ? 2 : any < (1u << 24) ? 3 : 4;
}

void appendNumber(std::string& line, std::int32_t number, std::size_t bytes)
{
    const auto bits = static_cast<std::uint32_t>(number);
    for (std::size_t i = 0; i < bytes; ++i)
        line.push_back(static_cast<char>((bits >> (8 * i)) & 0xFF));
}

std::int32_t numberAt(std::string_view line, std::size_t place, std::size_t bytes)
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(line[place + i])) << (8 * i);
    return static_cast<std::int32_t>(bits);
}

bool labelsAreIds(const Sample& sample)
{
    return std::ranges::equal(sample.labels, sample.ids,
        [](std::int32_t label, std::int32_t id) { return label == kNoLoss || label == id; });
}

void appendLabelBits(std::string& line, const std::vector<std::int32_t>& labels)
{
    const std::size_t begin = line.size();
    line.resize(begin + (labels.size() + 7) / 8, '\0');
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] != kNoLoss)
            line[begin + i / 8] = static_cast<char>(line[begin + i / 8] | (1 << (i % 8)));
}

} // namespace

void SampleStore::add(const Sample& sample)
{
    const std::size_t bytes = bytesOfIds(sample.ids);
    const LabelForm form = labelsAreIds(sample) ? LabelForm::Bits : LabelForm::Whole;
    m_line.clear();
    m_line.push_back(static_cast<char>(bytes | static_cast<unsigned char>(form)));
    for (const std::int32_t id : sample.ids)
        appendNumber(m_line, id, bytes);
    if (form == LabelForm::Bits)
        appendLabelBits(m_line, sample.labels);
    else
        for (const std::int32_t label : sample.labels)
            appendNumber(m_line, label, 4);
    m_packed.add(m_line);
    m_lengths.push_back(static_cast<std::uint32_t>(sample.ids.size()));
}

Sample SampleStore::at(std::size_t index) const
{
    const std::string_view line = m_packed.line(index);
    const std::size_t length = m_lengths[index];
    const auto form = static_cast<unsigned char>(line[0]);
    const std::size_t bytes = form & 7u;
    const std::size_t labels = 1 + length * bytes;
    Sample sample;
    sample.ids.resize(length);
    sample.labels.resize(length);
    for (std::size_t i = 0; i < length; ++i) {
        sample.ids[i] = numberAt(line, 1 + i * bytes, bytes);
        if ((form & static_cast<unsigned char>(LabelForm::Whole)) != 0)
            sample.labels[i] = numberAt(line, labels + 4 * i, 4);
        else
            sample.labels[i] = (line[labels + i / 8] >> (i % 8) & 1) != 0 ? sample.ids[i] : kNoLoss;
    }
    return sample;
}

std::vector<Sample> SampleStore::range(std::size_t begin, std::size_t end) const
{
    std::vector<Sample> samples;
    for (std::size_t i = begin; i < end; ++i)
        samples.push_back(at(i));
    return samples;
}

} // namespace temper
