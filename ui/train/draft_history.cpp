// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/draft_history.h"

namespace temper {

namespace {
constexpr std::size_t kMostSteps = 500;
}

void DraftHistory::restart(RecipeDraft draft)
{
    m_steps = { Step { std::move(draft), {} } };
    m_now = 0;
}

void DraftHistory::push(RecipeDraft draft, const std::string& typedIn)
{
    m_steps.resize(m_now + 1);
    if (!typedIn.empty() && m_steps.back().typedIn == typedIn) {
        m_steps.back().draft = std::move(draft);
        return;
    }
    m_steps.push_back({ std::move(draft), typedIn });
    if (m_steps.size() > kMostSteps)
        m_steps.erase(m_steps.begin());
    m_now = m_steps.size() - 1;
}

void DraftHistory::undo()
{
    if (canUndo())
        --m_now;
    endTyping();
}

void DraftHistory::redo()
{
    if (canRedo())
        ++m_now;
    endTyping();
}

} // namespace temper
