// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/model_detail.h"

#include "ui/model/model_words.h"
#include "ui/model/token_cost.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_grid.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kNarrow = 760; // below it the cards stand one under the other
constexpr double kPage = 1000; // characters the cost is told for

QWidget* row(const QList<QWidget*>& widgets)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, size::kGrid, 0, 0);
    layout->setSpacing(size::kSmallGap);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return line;
}

} // namespace

ModelDetail::ModelDetail(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(LabelRole::Title))
    , m_state(new ElidedLabel(LabelRole::Muted))
    , m_train(new QPushButton)
    , m_missing(makeLabel(LabelRole::Bad))
    , m_locate(new QPushButton)
    , m_get(new QPushButton)
    , m_remove(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    makeTitleRow();
    makeCards(theme);
    retranslate();
}

void ModelDetail::makeTitleRow()
{
    m_train->setProperty("role", QLatin1String("primary"));
    connect(m_train, &QPushButton::clicked, this, &ModelDetail::trainAsked);
    connect(m_locate, &QPushButton::clicked, this, &ModelDetail::locateAsked);
    connect(m_get, &QPushButton::clicked, this, &ModelDetail::getAsked);
    connect(m_remove, &QPushButton::clicked, this, &ModelDetail::removeAsked);
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_state);
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(size::kSmallGap);
    titleRow->addLayout(words, 1);
    titleRow->addWidget(m_train, 0, Qt::AlignTop);
    static_cast<QVBoxLayout*>(layout())->addLayout(titleRow);
}

void ModelDetail::makeCards(const Theme& theme)
{
    m_shapeCard = new Card(theme);
    m_shape = new FactGrid;
    m_shapeCard->content()->addWidget(m_shape);
    m_shapeCard->content()->addStretch();
    m_costCard = new Card(theme);
    m_cost = new TokenCost(theme);
    m_costNote = makeLabel(LabelRole::Faint);
    m_costNote->setWordWrap(true);
    m_costCard->content()->addWidget(m_cost);
    m_costCard->content()->addWidget(m_costNote);
    m_costCard->content()->addStretch();
    m_placeCard = new Card(theme);
    m_place = new FactGrid;
    m_missing->setWordWrap(true);
    m_placeCard->content()->addWidget(m_missing);
    m_placeCard->content()->addWidget(m_place);
    m_placeCard->content()->addWidget(row({ m_locate, m_get, m_remove }));
    m_placeCard->content()->addStretch();
    auto* cards = new QWidget; // scrolled where the window is low
    auto* column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight);
    m_cards->setSpacing(size::kGroupGap);
    m_cards->addWidget(m_shapeCard, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(size::kGroupGap);
    right->addWidget(m_costCard);
    right->addWidget(m_placeCard, 1);
    m_cards->addLayout(right, 1);
    column->addLayout(m_cards);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(cards);
    scroll->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    static_cast<QVBoxLayout*>(layout())->addWidget(scroll, 1);
}

void ModelDetail::show(const LibraryModel& model)
{
    m_model = model;
    m_facts.reset();
    m_problem.clear();
    retell();
}

void ModelDetail::showFacts(const ModelFacts& facts)
{
    m_facts = facts;
    retell();
}

void ModelDetail::showProblem(const Error& error)
{
    m_problem = m_model ? ModelWords::problem(error, *m_model) : QString();
    retell();
}

void ModelDetail::setReadOnlyReason(const QString& reason)
{
    m_readOnlyReason = reason;
    for (QPushButton* button : { m_train, m_locate, m_get, m_remove })
        button->setToolTip(reason);
    retell();
}

void ModelDetail::retell()
{
    if (!m_model)
        return;
    const bool isHere = m_model->presence == ModelPresence::Here;
    const bool mayChange = m_readOnlyReason.isEmpty();
    m_title->setFullText(QString::fromStdString(m_model->entry.name));
    m_state->setFullText(m_facts ? ModelWords::summary(*m_facts) : ModelWords::state(*m_model));
    m_train->setEnabled(mayChange && m_facts && isHere);
    m_locate->setVisible(!isHere);
    m_get->setVisible(!isHere);
    for (QPushButton* button : { m_locate, m_get, m_remove })
        button->setEnabled(mayChange);
    const bool reading = isHere && !m_facts && m_problem.isEmpty();
    m_shapeCard->setNote(reading ? tr("reading…") : QString());
    m_shapeCard->setVisible(isHere && m_problem.isEmpty());
    tellFacts();
    tellPlace();
}

void ModelDetail::tellFacts()
{
    m_costCard->setVisible(m_facts && (m_facts->englishTokens > 0 || !m_facts->tokenizerProblem.isEmpty()));
    m_cost->setVisible(m_facts && m_facts->englishTokens > 0);
    if (!m_facts) {
        m_shape->setFacts(
            { { tr("Family"), m_model ? QString::fromStdString(m_model->entry.family) : QString() } });
        return;
    }
    const ModelFacts& facts = *m_facts;
    const QString heads = facts.heads == facts.keyValueHeads
        ? NumberText::count(facts.heads)
        : tr("%1, sharing %2 of keys and values").arg(facts.heads).arg(facts.keyValueHeads);
    m_shape->setFacts({
        { tr("Family"), facts.family },
        { tr("Parameters"), NumberText::count(facts.parameters) },
        { tr("Layers"), NumberText::count(facts.layers) },
        { tr("Hidden size"), NumberText::count(facts.hiddenSize) },
        { tr("Attention heads"), heads },
        { tr("Vocabulary"), tr("%1 tokens").arg(NumberText::count(facts.vocabularySize)) },
        { tr("Context"), tr("%1 tokens").arg(NumberText::count(facts.contextLength)) },
        { tr("Weights are"), facts.dataType },
        { tr("Embeddings"), facts.isTied ? tr("shared with the output") : tr("separate from the output") },
        { tr("Chat template"),
            facts.hasChatTemplate ? tr("its own") : tr("none: choose one with the recipe") },
    });
    m_cost->setCost(facts.englishTokens, facts.chineseTokens);
    if (!facts.tokenizerProblem.isEmpty()) {
        m_costNote->setText(facts.tokenizerProblem);
        return;
    }
    m_costNote->setText(
        tr("1,000 characters are about %1 tokens of English, %2 of Chinese: what a row costs in "
           "memory and time.")
            .arg(NumberText::count(std::llround(facts.englishTokens * kPage)),
                NumberText::count(std::llround(facts.chineseTokens * kPage))));
}

void ModelDetail::tellPlace()
{
    switch (m_model->presence) {
    case ModelPresence::Here:
        m_missing->setText(m_problem);
        break;
    case ModelPresence::Missing:
        m_missing->setText(tr("None of the places where it was seen exists any more."));
        break;
    case ModelPresence::Changed:
        m_missing->setText(
            tr("Another model lies where it was: runs that started from it cannot go on with this one."));
        break;
    }
    m_missing->setVisible(!m_missing->text().isEmpty());
    QList<Fact> facts;
    facts << Fact { m_model->presence == ModelPresence::Here ? tr("Place") : tr("Seen last at"),
        QDir::toNativeSeparators(toText(m_model->place)) };
    if (m_facts && m_facts->files.size() == 1)
        facts << Fact { tr("File"), m_facts->files.first() };
    else if (m_facts)
        facts << Fact { tr("Files"), NumberText::count(m_facts->files.size()) };
    facts << Fact { tr("Size"), NumberText::bytes(static_cast<double>(m_model->entry.bytes)) }
          << Fact { tr("Hash of its content"), QString::fromStdString(m_model->entry.hash).left(12) };
    m_place->setFacts(facts);
}

void ModelDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_cards->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ModelDetail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModelDetail::retranslate()
{
    m_train->setText(tr("Train with this model"));
    m_locate->setText(tr("Locate…"));
    m_get->setText(tr("Get it…"));
    m_remove->setText(tr("Take off the list"));
    m_remove->setAccessibleDescription(tr("The files of the model stay where they are."));
    m_shapeCard->setTitle(tr("What it is"));
    m_costCard->setTitle(tr("What text costs"));
    m_placeCard->setTitle(tr("Where it lies"));
    retell();
}

} // namespace temper
