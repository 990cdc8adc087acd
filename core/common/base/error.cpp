// SPDX-License-Identifier: Apache-2.0
#include "core/common/base/error.h"

#include <utility>

namespace temper {

Error::Error(ErrorKind kind, std::string sentence, std::string subject, std::string remedy)
    : m_kind(kind)
    , m_sentence(std::move(sentence))
    , m_subject(std::move(subject))
    , m_remedy(std::move(remedy))
{
    m_what = m_subject.empty() ? m_sentence : m_subject + ": " + m_sentence;
    if (!m_remedy.empty())
        m_what += " " + m_remedy;
}

} // namespace temper
