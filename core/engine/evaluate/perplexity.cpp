// SPDX-License-Identifier: Apache-2.0
#include "core/engine/evaluate/perplexity.h"

#include "core/common/base/error.h"
#include "core/common/data/reading.h"
#include "core/common/data/sample.h"
#include "core/common/text/chat_template.h"
#include "core/common/text/tokenizer.h"

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

class RowScorer {
public:
    RowScorer(const LikelihoodData& data, const NllFunction& nll)
        : m_data(data)
        , m_nll(nll)
        , m_samples(data.tokenizer, data.chatTemplate, SampleOptions { .cutoffLength = 0 })
    {
    }

    void add(const DataRow& row)
    {
        throwIfStopped(m_data.stop);
        if (row.kind == RowKind::Text) {
            if (!m_data.tokenizer)
                throw Error(ErrorKind::Input, "holds texts, but the model has no tokenizer.",
                    m_data.file.string(),
                    "Give rows of input_ids, or copy the model's tokenizer.json into its folder.");
            const Encoding encoding
                = m_data.tokenizer->encode(row.text, SpecialTokens::Add, Offsets::NotWanted);
            addLikelihood(m_sum, encoding.ids, {}, m_data.window, m_nll);
            return;
        }
        for (const Sample& sample : m_samples.make(row)) {
            std::vector<std::uint8_t> counts(sample.labels.size());
            std::transform(sample.labels.begin(), sample.labels.end(), counts.begin(),
                [](std::int32_t label) { return static_cast<std::uint8_t>(label != kNoLoss); });
            addLikelihood(m_sum, sample.ids, counts, m_data.window, m_nll);
        }
    }

    const LikelihoodSum& sum() const { return m_sum; }

private:
    const LikelihoodData& m_data;
    const NllFunction& m_nll;
    SampleMaker m_samples;
    LikelihoodSum m_sum;
};

} // namespace

double LikelihoodSum::perplexity() const
{
    return std::exp(mean());
}

void addLikelihood(LikelihoodSum& sum,
    std::span<const std::int32_t> ids,
    std::span<const std::uint8_t> counts,
    std::size_t window,
    const NllFunction& nll)
{
    const std::size_t size = window >= 2 ? window : std::max<std::size_t>(ids.size(), 2);
    std::uint64_t counted = 0;
    for (std::size_t begin = 0; begin + 1 < ids.size(); begin += size - 1) {
        const auto part = ids.subspan(begin, std::min(size, ids.size() - begin));
        if (!counts.empty()) {
            const auto marks = counts.subspan(begin + 1, part.size() - 1);
            if (std::find(marks.begin(), marks.end(), std::uint8_t { 1 }) == marks.end())
                continue;
        }
        const std::vector<float> values = nll(part);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!counts.empty() && !counts[begin + 1 + i])
                continue;
            sum.nll += static_cast<double>(values[i]);
            ++counted;
        }
    }
    sum.tokens += counted;
    sum.rows += counted > 0;
}

LikelihoodSum likelihoodOf(const LikelihoodData& data, const NllFunction& nll)
{
    RowScorer scorer(data, nll);
    ReadOptions options;
    options.textUnit = TextUnit::File;
    const ReadReport report = readRows(
        data.file, options, [&scorer](DataRow&& row) { scorer.add(row); }, data.onProgress, data.stop);
    if (!report.problems.listed.empty()) {
        const RowProblem& first = report.problems.listed.front();
        throw Error(ErrorKind::Input,
            first.reason
                + (report.problems.total > 1 ? " " + std::to_string(report.problems.total - 1)
                            + " more rows cannot be used either."
                                             : ""),
            first.file + ":" + std::to_string(first.line) + (first.field.empty() ? "" : " " + first.field),
            "Mend or remove the row.");
    }
    if (scorer.sum().tokens == 0)
        throw Error(ErrorKind::Input, "holds no token to predict: every row has at most one.",
            data.file.string(), "Give longer texts.");
    return scorer.sum();
}

} // namespace temper
