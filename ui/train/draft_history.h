// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo over whole drafts. Typing in one field is one step.
#pragma once

#include "ui/train/recipe_draft.h"

#include <string>
#include <vector>

namespace temper {

class DraftHistory {
public:
    const RecipeDraft& current() const { return m_steps[m_now].draft; }
    bool canUndo() const { return m_now > 0; }
    bool canRedo() const { return m_now + 1 < m_steps.size(); }

    void restart(RecipeDraft draft); // another recipe: what was before cannot be undone

    // `typedIn`: the field that is being typed in; a further change of it joins the step. Empty: a step of
    // its own.
    void push(RecipeDraft draft, const std::string& typedIn = {});
    void endTyping() { m_steps[m_now].typedIn.clear(); }
    void replaceCurrent(RecipeDraft draft) { m_steps[m_now].draft = std::move(draft); } // no step

    void undo();
    void redo();

private:
    struct Step {
        RecipeDraft draft;
        std::string typedIn;
    };

    std::vector<Step> m_steps { Step {} };
    std::size_t m_now = 0;
};

} // namespace temper
