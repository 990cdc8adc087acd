// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/recipe_form.h"

#include "core/common/recipe/recipe_value.h"
#include "core/common/text/chat_template_names.h"
#include "ui/shell/theme/tokens.h"
#include "ui/train/key_row.h"
#include "ui/train/key_words.h"
#include "ui/train/other_entries_card.h"
#include "ui/train/problem_words.h"
#include "ui/widgets/number_text.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace temper {

namespace {

constexpr int kLeastTitleWidth = 96;

QList<KeyOffer> setOffersOf(const ProjectChoices& choices)
{
    QList<KeyOffer> offers;
    for (const DatasetEntry& set : choices.datasets) {
        const QString name = QString::fromStdString(set.name);
        offers.append({ name, name,
            RecipeForm::tr("%1 rows").arg(NumberText::count(static_cast<std::int64_t>(set.rows))) });
    }
    return offers;
}

QList<KeyOffer> modelOffersOf(const ProjectChoices& choices)
{
    QList<KeyOffer> offers;
    for (const ModelEntry& model : choices.models) {
        if (model.places.empty())
            continue;
        const std::filesystem::path place = pathFromUtf8(model.places.front());
        const std::filesystem::path path = place.is_absolute() ? place : choices.folder / place;
        offers.append({ QString::fromStdString(utf8FromPath(path)), QString::fromStdString(model.name),
            NumberText::bytes(static_cast<double>(model.bytes)) });
    }
    return offers;
}

QList<KeyOffer> templateOffers()
{
    QList<KeyOffer> offers;
    for (const EmbeddedTemplate* known = kEmbeddedTemplates; known->name; ++known)
        offers.append({ QString::fromLatin1(known->name), QString::fromLatin1(known->name), {} });
    std::ranges::sort(offers, {}, &KeyOffer::title);
    return offers;
}

} // namespace

RecipeForm::RecipeForm(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_others(new OtherEntriesCard(theme))
    , m_column(new QWidget)
{
    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, size::kSmallGap, 0);
    column->setSpacing(size::kGap);
    column->addWidget(m_others);
    // Model and data are chosen together, as on the start page.
    const QList<QList<RecipeGroup>> groups { { RecipeGroup::Model, RecipeGroup::Data },
        { RecipeGroup::Method }, { RecipeGroup::Training }, { RecipeGroup::Evaluation },
        { RecipeGroup::Output } };
    for (const QList<RecipeGroup>& group : groups) {
        auto* card = new KeyCard(group, theme);
        m_cards.append(card);
        column->addWidget(card);
        connect(card, &KeyCard::folded, this, &RecipeForm::showRows);
        for (KeyRow* row : card->rows())
            connectRow(row);
    }
    column->addStretch(1);
    connect(m_others, &OtherEntriesCard::removeAsked, this, &RecipeForm::removeOtherAsked);
    connect(m_others, &OtherEntriesCard::useAsked, this, &RecipeForm::useOtherAsked);
    setWidget(m_column);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // its fields take the focus and scroll to themselves
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_column->setAutoFillBackground(false);
    setOffers({});
    showStates();
    alignTitles();
}

void RecipeForm::connectRow(KeyRow* row)
{
    const QString key = toQString(row->key().name);
    m_rows.insert(key, row);
    connect(row->editor(), &KeyEditor::edited, this,
        [this, key](const QString& text) { Q_EMIT edited(key, text); });
    connect(row->editor(), &KeyEditor::finished, this, [this, key] { Q_EMIT finished(key); });
    connect(row, &KeyRow::resetAsked, this, [this, key] { Q_EMIT resetAsked(key); });
    connect(row, &KeyRow::undoAsked, this, &RecipeForm::undoAsked);
    connect(row, &KeyRow::redoAsked, this, &RecipeForm::redoAsked);
}

void RecipeForm::setDraft(const RecipeDraft& draft)
{
    m_draft = draft;
    m_recipe = recipeOf(draft);
    showStates();
}

void RecipeForm::setCheck(const DraftCheck& check)
{
    m_check = check;
    m_others->setNotes(check.others);
    showStates();
}

void RecipeForm::setView(FormView view)
{
    m_view = view;
    showRows();
}

void RecipeForm::setSearch(const QString& text)
{
    m_search = text.trimmed();
    showRows();
}

void RecipeForm::setOffers(const ProjectChoices& choices)
{
    m_choices = choices;
    const QList<KeyOffer> sets = setOffersOf(choices);
    row("dataset")->editor()->setOffers(sets);
    row("eval_dataset")->editor()->setOffers(sets);
    row("model_name_or_path")->editor()->setOffers(modelOffersOf(choices));
    row("template")->editor()->setOffers(templateOffers());
}

KeyRow* RecipeForm::row(std::string_view key) const
{
    return m_rows.value(toQString(key));
}

void RecipeForm::jumpTo(std::string_view key)
{
    KeyRow* target = row(key);
    if (!target) {
        verticalScrollBar()->setValue(0);
        return;
    }
    for (KeyCard* card : m_cards) {
        if (card->rows().contains(target) && !target->isVisibleTo(card))
            card->unfold();
    }
    m_column->layout()->activate();
    ensureWidgetVisible(target, 0, size::kPageMargin * 3);
    target->editor()->focusProxy()->setFocus(Qt::OtherFocusReason);
}

KeyState RecipeForm::stateOf(const RecipeKey& key) const
{
    KeyState state { QString::fromStdString(draftText(m_draft, key)),
        QString::fromStdString(keyDefaultText(key)), isGiven(m_draft, key), {}, {}, {} };
    if (key.name == "lora_alpha")
        state.standard = QString::fromStdString(numberText(2.0 * static_cast<double>(m_recipe.loraRank)));
    for (const RecipeProblem& problem : m_check.problems) {
        if (problem.key != key.name || !state.problem.isEmpty())
            continue;
        state.problem = ProblemWords::withRemedy(problem.key, problem.sentence, problem.remedy);
    }
    for (const RecipeHint& hint : m_check.hints) {
        if (hint.key == key.name)
            state.hint = ProblemWords::sentence(hint.key, hint.sentence);
    }
    const auto reason = m_draft.reasons.find(key.name);
    if (reason != m_draft.reasons.end())
        state.reason = tr("Proposed: %1").arg(QString::fromStdString(reason->second));
    return state;
}

void RecipeForm::showStates()
{
    for (KeyRow* row : std::as_const(m_rows))
        row->setState(stateOf(row->key()));
    showRows();
}

void RecipeForm::showRows()
{
    for (KeyCard* card : m_cards)
        card->showRows(m_recipe, m_view, m_search);
}

// One column of titles for all cards.
void RecipeForm::alignTitles()
{
    int width = kLeastTitleWidth;
    for (const KeyRow* row : std::as_const(m_rows))
        width = std::max(width, row->wishedTitleWidth());
    for (KeyRow* row : std::as_const(m_rows))
        row->setTitleWidth(width);
}

void RecipeForm::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (KeyCard* card : m_cards)
            card->retranslate();
        m_others->retranslate();
        setOffers(m_choices);
        showStates();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        alignTitles();
}

void RecipeForm::resizeEvent(QResizeEvent* event)
{
    m_column->setMaximumWidth(viewport()->width()); // before the column takes the new width
    QScrollArea::resizeEvent(event);
}

} // namespace temper
