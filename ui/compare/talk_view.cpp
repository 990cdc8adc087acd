// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/talk_view.h"

#include "ui/compare/composer.h"
#include "ui/compare/dialogue.h"
#include "ui/compare/transcript.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace temper {

TalkView::TalkView(const Theme& theme, Dialogue& dialogue, QWidget* parent)
    : QWidget(parent)
    , m_dialogue(dialogue)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(theme, QStringLiteral("compare")))
    , m_transcript(new Transcript(theme, dialogue))
    , m_composer(new Composer)
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_transcript);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeLookRow());
    layout->addWidget(m_composer);
    setFocusProxy(m_composer);
    connect(m_composer, &Composer::asked, this, &TalkView::asked);
    connect(m_composer, &Composer::stopAsked, &dialogue, &Dialogue::stop);
    connect(m_transcript, &Transcript::regenerateAsked, this,
        [this](Side side) { Q_EMIT regenerateAsked({ side }); });
    connect(m_transcript, &Transcript::tokenPointedAt, this, &TalkView::tokenPointedAt);
    connect(m_transcript, &Transcript::nothingPointedAt, this, &TalkView::nothingPointedAt);
    connect(&dialogue, &Dialogue::replaced, this, &TalkView::showTurns);
    connect(&dialogue, &Dialogue::turnAdded, this, &TalkView::showTurns);
    connect(&dialogue, &Dialogue::answeringChanged, this, &TalkView::showAnswering);
    m_transcript->setLook(look());
    retranslate();
    showAnswering();
}

QWidget* TalkView::makeLookRow()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    m_difference = addToggle(*row);
    m_probabilities = addToggle(*row);
    m_markdown = addToggle(*row);
    m_regenerate = new QPushButton;
    row->addStretch(1);
    row->addWidget(m_regenerate);
    m_difference->setChecked(true);
    m_markdown->setChecked(true);
    connect(m_difference, &QPushButton::clicked, this, [this] { m_probabilities->setChecked(false); });
    connect(m_probabilities, &QPushButton::clicked, this, [this] { m_difference->setChecked(false); });
    for (QPushButton* toggle : { m_difference, m_probabilities, m_markdown })
        connect(toggle, &QPushButton::clicked, this, [this] {
            m_transcript->setLook(look());
            Q_EMIT lookChanged();
        });
    connect(m_regenerate, &QPushButton::clicked, this, [this] {
        Q_EMIT regenerateAsked({ Side::Left, Side::Right });
    });
    return widget;
}

QPushButton* TalkView::addToggle(QLayout& row)
{
    auto* toggle = new QPushButton;
    toggle->setCheckable(true);
    toggle->setProperty("role", QLatin1String("toggle"));
    row.addWidget(toggle);
    return toggle;
}

AnswerLook TalkView::look() const
{
    AnswerLook look;
    look.form = m_markdown->isChecked() ? TextForm::Markdown : TextForm::Plain;
    look.marks = m_difference->isChecked() ? AnswerMarks::Difference
        : m_probabilities->isChecked()     ? AnswerMarks::Probabilities
                                           : AnswerMarks::None;
    return look;
}

void TalkView::setMarks(AnswerMarks marks)
{
    m_difference->setChecked(marks == AnswerMarks::Difference);
    m_probabilities->setChecked(marks == AnswerMarks::Probabilities);
    m_transcript->setLook(look());
    Q_EMIT lookChanged();
}

void TalkView::pointAtAnswer()
{
    if (!m_transcript->turns().isEmpty())
        m_transcript->turns().last()->card(Side::Right)->pointAtMiddle();
}

void TalkView::setReady(bool ready)
{
    m_composer->setReady(ready);
}

void TalkView::showTurns()
{
    m_stack->setCurrentIndex(m_dialogue.conversation().turns.empty() ? 0 : 1);
    showAnswering();
}

void TalkView::showAnswering()
{
    const bool answering = m_dialogue.isAnswering();
    m_composer->setAnswering(answering);
    m_regenerate->setEnabled(!m_dialogue.conversation().turns.empty() && !answering);
}

void TalkView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TalkView::retranslate()
{
    m_regenerate->setText(tr("Regenerate both"));
    m_regenerate->setToolTip(
        tr("Answers the last prompt anew, with the models and the sampling as they are set now."));
    m_difference->setText(tr("Difference"));
    m_difference->setToolTip(tr("Marks the words that only one side has."));
    m_probabilities->setText(tr("Probabilities"));
    m_probabilities->setToolTip(tr("Shades each token: the darker, the less sure the model was."));
    m_markdown->setText(tr("Markdown"));
    m_markdown->setToolTip(tr("Shows the answers as Markdown, or as they were written."));
    m_empty->setTexts(tr("Ask both the same"),
        tr("Choose what answers at the left and at the right, and write a prompt below. Both answers stream "
           "side "
           "by side, what differs is marked, and each token shows its probability under the pointer."));
}

} // namespace temper
