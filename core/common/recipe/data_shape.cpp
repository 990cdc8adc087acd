// SPDX-License-Identifier: Apache-2.0
#include "core/common/recipe/data_shape.h"

#include "core/common/base/random.h"
#include "core/common/data/reading.h"
#include "core/common/data/sample.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace temper {
namespace {

constexpr std::size_t kSample = 2000; // rows
constexpr double kLatinBytesPerToken = 4;
constexpr double kWideBytesPerToken = 3; // one character of three bytes

// Every row has the same chance to stay, however many there are (Vitter's algorithm R).
class RowSample {
public:
    void add(DataRow&& row)
    {
        ++m_seen;
        if (m_rows.size() < kSample) {
            m_rows.push_back(std::move(row));
            return;
        }
        const std::uint64_t place = m_random.below(m_seen);
        if (place < kSample)
            m_rows[place] = std::move(row);
    }

    const std::vector<DataRow>& rows() const { return m_rows; }

private:
    Random m_random { 1 };
    std::uint64_t m_seen = 0;
    std::vector<DataRow> m_rows;
};

// The length of a row in tokens.
class Measure {
public:
    explicit Measure(const std::filesystem::path& model)
    {
        if (model.empty())
            return;
        m_tokenizer = loadTokenizer(model);
        const std::string& source = m_tokenizer->names().chatTemplate;
        if (!source.empty())
            m_template = std::make_shared<const ChatTemplate>(source, "chat template");
        m_maker.emplace(m_tokenizer, m_template, SampleOptions { .cutoffLength = 0 });
    }

    std::uint64_t tokens(const DataRow& row) const
    {
        if (row.kind == RowKind::Tokens)
            return row.ids.size();
        if (!m_maker)
            return estimatedTokens(readableText(row));
        if (row.kind == RowKind::Chat && !m_template)
            return plainTokens(row);
        try {
            std::uint64_t sum = 0;
            for (const Sample& sample : m_maker->make(row))
                sum += sample.ids.size();
            return sum;
        } catch (const Error&) {
            return plainTokens(row); // what the template refuses is told where the run is checked
        }
    }

private:
    std::uint64_t plainTokens(const DataRow& row) const
    {
        return m_tokenizer->encode(readableText(row), SpecialTokens::Add, Offsets::NotWanted).ids.size();
    }

    std::shared_ptr<const Tokenizer> m_tokenizer;
    std::shared_ptr<const ChatTemplate> m_template;
    std::optional<SampleMaker> m_maker;
};

std::uint64_t atShare(const std::vector<std::uint64_t>& sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

} // namespace

std::uint64_t estimatedTokens(const std::string& text)
{
    double tokens = 0;
    for (const char c : text)
        tokens += 1 / (static_cast<unsigned char>(c) < 0x80 ? kLatinBytesPerToken : kWideBytesPerToken);
    return static_cast<std::uint64_t>(std::ceil(tokens));
}

DataShape measureData(const std::filesystem::path& file,
    const std::filesystem::path& model,
    const ProgressFunction& progress,
    const std::stop_token& stop)
{
    const Measure measure(model);
    RowSample sample;
    const ReadReport report = readRows(
        file, {}, [&](DataRow&& row) { sample.add(std::move(row)); }, progress, stop);
    std::vector<std::uint64_t> lengths;
    for (const DataRow& row : sample.rows()) {
        throwIfStopped(stop);
        lengths.push_back(measure.tokens(row));
    }
    std::ranges::sort(lengths);
    DataShape shape;
    shape.rows = report.rows;
    shape.problems = report.problems.total;
    shape.medianTokens = atShare(lengths, 0.5);
    shape.longTokens = atShare(lengths, 0.99);
    shape.longestTokens = lengths.empty() ? 0 : lengths.back();
    shape.measuredRows = lengths.size();
    shape.isEstimated = model.empty();
    return shape;
}

} // namespace temper
