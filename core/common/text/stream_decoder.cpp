// SPDX-License-Identifier: Apache-2.0
#include "core/common/text/tokenizer.h"

#include <algorithm>

namespace temper {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr int kMostPending = 3; // bytes, each perhaps a token, that a character may still wait for
constexpr std::size_t kMostTokens = 64; // a window that grows beyond is broken text, not a character

// Without the replacement characters at its end that the next tokens may turn into a character.
std::string_view withoutPending(std::string_view text)
{
    for (int i = 0; i < kMostPending && text.ends_with(kReplacement); ++i)
        text.remove_suffix(kReplacement.size());
    return text;
}

} // namespace

StreamDecoder::StreamDecoder(std::shared_ptr<const Tokenizer> tokenizer, SpecialText special)
    : m_tokenizer(std::move(tokenizer))
    , m_special(special)
{
}

// m_ids is a window: [0, m_read) has been told and stays as context, m_told is how much of the window's text
// is out.
std::string StreamDecoder::push(std::int32_t id)
{
    m_ids.push_back(id);
    const std::string text = m_tokenizer->decode(m_ids, m_special);
    const bool overflows = m_ids.size() > kMostTokens;
    const std::string_view certain = overflows ? std::string_view(text) : withoutPending(text);
    if (certain.size() <= m_told || !certain.starts_with(std::string_view(m_text)))
        return {};
    const std::string fresh(certain.substr(m_told));
    m_text = certain;
    m_told = certain.size();
    if (certain.size() == text.size())
        advance();
    return fresh;
}

// All is told: the tokens told last stay as the context of what follows.
void StreamDecoder::advance()
{
    m_ids.erase(m_ids.begin(), m_ids.begin() + static_cast<std::ptrdiff_t>(m_read));
    m_read = m_ids.size();
    m_text = m_tokenizer->decode(m_ids, m_special);
    m_told = m_text.size();
}

std::string StreamDecoder::finish()
{
    const std::string text = m_tokenizer->decode(m_ids, m_special);
    const auto same = std::mismatch(text.begin(), text.end(), m_text.begin(), m_text.end()).first;
    std::string rest(same, text.end());
    m_ids.clear();
    m_text.clear();
    m_told = m_read = 0;
    return rest;
}

} // namespace temper
