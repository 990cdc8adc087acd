// SPDX-License-Identifier: Apache-2.0
#include "core/engine/session/token_stream.h"

#include "core/engine/generate/logits_steps.h"

#include <algorithm>
#include <numeric>

namespace temper {

TokenStream::TokenStream(StepModel& inner,
    std::shared_ptr<const Tokenizer> tokenizer,
    std::size_t alternatives,
    std::function<void(const StreamedToken&)> tell)
    : m_inner(inner)
    , m_tokenizer(std::move(tokenizer))
    , m_alternatives(alternatives)
    , m_tell(std::move(tell))
{
}

std::span<const float> TokenStream::start(std::span<const std::vector<std::int32_t>> prompts)
{
    m_last = prompts.front().back();
    m_logits = m_inner.start(prompts);
    return m_logits;
}

std::span<const float> TokenStream::step(std::span<const std::int32_t> ids,
    std::span<const std::int64_t> from)
{
    tell(ids.front());
    m_logits = m_inner.step(ids, from);
    return m_logits;
}

void TokenStream::finish(std::span<const std::int32_t> ids)
{
    if (ids.size() > m_told)
        tell(ids.back());
}

void TokenStream::tell(std::int32_t id)
{
    const double logSum = logSumExp(m_logits);
    StreamedToken streamed;
    streamed.token = { id, std::move(m_text),
        static_cast<float>(static_cast<double>(m_logits[static_cast<std::size_t>(id)]) - logSum) };
    streamed.top = top(logSum);
    m_text.clear();
    m_last = id;
    ++m_told;
    m_tell(streamed);
}

std::vector<TokenChance> TokenStream::top(double logSum) const
{
    std::vector<std::int32_t> ids(m_logits.size());
    std::iota(ids.begin(), ids.end(), 0);
    const auto better = [this](std::int32_t a, std::int32_t b) {
        const float of = m_logits[static_cast<std::size_t>(a)], than = m_logits[static_cast<std::size_t>(b)];
        return of != than ? of > than : a < b;
    };
    const std::size_t count = std::min(m_alternatives, ids.size());
    std::partial_sort(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count), ids.end(), better);
    std::vector<TokenChance> best;
    for (std::size_t i = 0; i < count; ++i)
        best.push_back({ ids[i], textAfterLast(ids[i]),
            static_cast<float>(static_cast<double>(m_logits[static_cast<std::size_t>(ids[i])]) - logSum) });
    return best;
}

// Some tokenizers drop the space before the first token of a text, so the token is read behind its
// predecessor.
std::string TokenStream::textAfterLast(std::int32_t id) const
{
    if (!m_tokenizer)
        return {};
    const std::int32_t pair[] { m_last, id };
    const std::string before = m_tokenizer->decode({ pair, 1 }, SpecialText::Keep);
    const std::string both = m_tokenizer->decode(pair, SpecialText::Keep);
    return both.starts_with(before) ? both.substr(before.size())
                                    : m_tokenizer->decode({ pair + 1, 1 }, SpecialText::Keep);
}

} // namespace temper
