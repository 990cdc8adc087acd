// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/desk_words.h"

#include "core/common/recipe/recipe_value.h"
#include "ui/shell/open_project.h"
#include "ui/train/draft_desk.h"
#include "ui/train/key_words.h"
#include "ui/train/problem_words.h"
#include "ui/widgets/number_text.h"

namespace temper {

namespace {

QString methodTitle(const Recipe& recipe)
{
    const RecipeKey& method = *findRecipeKey("finetuning_type");
    for (const KeyChoice& choice : method.choices) {
        if (keyValueText(method, recipe) == choice.text)
            return KeyWords::choiceTitle(choice);
    }
    return {};
}

} // namespace

PanelState DeskWords::panelState(const DraftDesk& desk)
{
    PanelState state;
    for (const RecipeProblem& problem : desk.check().problems)
        state.open.append({ QString::fromStdString(problem.key),
            tr("%1: %2").arg(KeyWords::title(*findRecipeKey(problem.key)),
                ProblemWords::sentence(problem.key, problem.sentence)) });
    for (const OtherEntryNote& note : desk.check().others) {
        if (note.isProblem)
            state.open.append({ QString::fromStdString(note.entry.key),
                ProblemWords::sentence(note.entry.key, note.sentence) });
    }
    state.estimate = desk.estimate();
    state.outOfDate = desk.isEstimateOld();
    state.failure = desk.estimateFailure();
    state.recipe = desk.check().recipe;
    state.runs = desk.check().runs;
    if (state.estimate && !state.outOfDate) {
        for (const EstimateReason& reason : state.estimate->reasons)
            state.open.append({ reason.key, ProblemWords::withRemedy({}, reason.sentence, reason.remedy) });
    }
    return state;
}

QString DeskWords::headline(const DraftDesk& desk)
{
    const PanelState state = panelState(desk);
    QStringList parts;
    if (!state.recipe.dataset.empty())
        parts.append(toText(pathFromUtf8(state.recipe.dataset.front()).stem()));
    parts.append(methodTitle(state.recipe));
    if (!state.open.isEmpty()) {
        parts.append(
            state.open.size() == 1 ? tr("1 open point") : tr("%1 open points").arg(state.open.size()));
    } else if (state.estimate && state.estimate->hasFigures() && !state.outOfDate) {
        parts.append(tr("%1 steps").arg(NumberText::count(state.estimate->totalSteps)));
        if (state.estimate->seconds)
            parts.append(tr("about %1").arg(NumberText::duration(*state.estimate->seconds)));
        parts.append(tr("fits"));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace temper
