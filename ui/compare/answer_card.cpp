// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answer_card.h"

#include "ui/compare/answer_words.h"
#include "ui/compare/token_places.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/source_words.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace temper {

namespace {

constexpr int kRedrawMilliseconds = 50;
constexpr int kRedrawShare = 10; // a text is drawn for at most a tenth of the time
constexpr int kEdge = 3;
constexpr float kMarkOpacity = 0.20F;
constexpr double kSurestOpacity = 0.0;
constexpr double kUnsureOpacity = 0.45;
constexpr double kUnlikely = 0.1; // tokens below this probability are underlined as well

Colour sideColour(Side side)
{
    return side == Side::Left ? Colour::BaseModel : Colour::TunedModel;
}

} // namespace

AnswerCard::AnswerCard(const Theme& theme, Side side, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_side(side)
    , m_word(makeLabel(LabelRole::Strong))
    , m_source(new ElidedLabel(LabelRole::Faint))
    , m_figures(makeLabel(LabelRole::Faint))
    , m_regenerate(addButton())
    , m_copy(addButton())
    , m_text(new ForeignText(theme))
    , m_state(makeLabel(LabelRole::Muted))
    , m_problem(makeLabel(LabelRole::Bad))
{
    for (QLabel* label : { m_state, m_problem }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto* title = new QHBoxLayout;
    title->setSpacing(size::kSmallGap);
    title->addWidget(m_word);
    title->addWidget(m_source, 1);
    title->addWidget(m_figures);
    title->addWidget(m_regenerate);
    title->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kGap, size::kSmallGap + kEdge, size::kSmallGap, size::kGap);
    layout->setSpacing(size::kSmallGap);
    layout->addLayout(title);
    layout->addWidget(m_text);
    layout->addWidget(m_state);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    m_text->installEventFilter(this);
    m_redraw.setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &AnswerCard::draw);
    connect(m_text, &ForeignText::pointedAt, this, &AnswerCard::pointAt);
    connect(m_regenerate, &QToolButton::clicked, this, &AnswerCard::regenerateAsked);
    connect(m_copy, &QToolButton::clicked, this, &AnswerCard::copyText);
    connect(&theme, &Theme::changed, this, &AnswerCard::restyle);
    restyle();
    retranslate();
}

QToolButton* AnswerCard::addButton()
{
    auto* button = new QToolButton;
    button->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void AnswerCard::setLook(const AnswerLook& look)
{
    m_look = look;
    draw();
}

void AnswerCard::showAnswer(const std::optional<ConversationAnswer>& answer,
    bool answering,
    const QString& phase)
{
    const bool streams = answering && m_answering;
    m_answer = answer;
    m_answering = answering;
    m_phase = phase;
    if (!streams)
        draw();
    else if (!m_redraw.isActive())
        m_redraw.start(std::max(kRedrawMilliseconds, m_redraw.interval()));
}

void AnswerCard::setCanRegenerate(bool can)
{
    m_regenerate->setVisible(can);
}

void AnswerCard::draw()
{
    QElapsedTimer clock;
    clock.start();
    m_redraw.stop();
    const QString text = m_answer ? QString::fromStdString(m_answer->text) : QString();
    m_difference.clear();
    m_text->showText(text, m_look.form);
    m_text->setVisible(!text.isEmpty());
    m_places
        = m_answer && !m_answering ? tokenPlaces(m_answer->tokens, m_text->shownText()) : std::vector<int>();
    const AnswerState state = answerState(m_answer, m_answering, m_phase);
    m_state->setText(state.words);
    m_state->setVisible(!state.bad && !state.words.isEmpty());
    m_problem->setText(state.words);
    m_problem->setVisible(state.bad);
    m_word->setText(m_answer ? SourceWords::kind(m_answer->source) : QString());
    m_source->setFullText(m_answer ? SourceWords::name(m_answer->source) : QString());
    m_figures->setText(m_answer ? AnswerWords::figures(*m_answer, m_answering) : QString());
    m_copy->setEnabled(!text.isEmpty());
    m_regenerate->setEnabled(!m_answering);
    m_text->setAccessibleName(m_word->text());
    updateMarks();
    m_redraw.setInterval(static_cast<int>(clock.elapsed()) * kRedrawShare);
    Q_EMIT textShown();
}

void AnswerCard::setDifference(const std::vector<WordPlace>& onlyHere)
{
    const QByteArray shown = m_text->shownText().toUtf8();
    m_difference.clear();
    int at = 0;
    std::size_t byte = 0;
    const auto positionOf = [&](std::size_t target) {
        at += static_cast<int>(
            QString::fromUtf8(shown.constData() + byte, static_cast<qsizetype>(target - byte)).size());
        byte = target;
        return at;
    };
    for (const WordPlace& span : onlyHere) {
        const int begin = positionOf(span.begin);
        m_difference.append({ begin, positionOf(span.end), {}, true });
    }
    updateMarks();
}

void AnswerCard::updateMarks()
{
    QColor colour = m_theme.colour(sideColour(m_side));
    QList<TextMark> marks;
    if (m_look.marks == AnswerMarks::Difference) {
        marks = m_difference;
        colour.setAlphaF(kMarkOpacity);
        for (TextMark& mark : marks)
            mark.background = colour;
    } else if (m_look.marks == AnswerMarks::Probabilities && m_answer) {
        const auto places = static_cast<int>(m_places.size());
        for (int begin = 0, end = 0; begin < places; begin = end) {
            const int token = m_places[static_cast<std::size_t>(begin)];
            while (end < places && m_places[static_cast<std::size_t>(end)] == token)
                ++end;
            if (token == kNoToken)
                continue;
            const double chance = std::exp(m_answer->tokens[static_cast<std::size_t>(token)].logProbability);
            QColor shade = m_theme.colour(Colour::Accent);
            shade.setAlphaF(
                static_cast<float>(kSurestOpacity + (kUnsureOpacity - kSurestOpacity) * (1 - chance)));
            marks.append({ begin, end, shade, chance < kUnlikely });
        }
    }
    m_text->setMarks(marks);
}

void AnswerCard::pointAt(int position)
{
    const bool inside = position >= 0 && position < static_cast<int>(m_places.size());
    const int token = inside ? m_places[static_cast<std::size_t>(position)] : kNoToken;
    if (token == kNoToken || !m_answer)
        return Q_EMIT nothingPointedAt();
    const auto first = std::ranges::find(m_places, token);
    const QRect place = m_text->placeOf(static_cast<int>(first - m_places.begin()));
    Q_EMIT tokenPointedAt(
        m_answer->tokens[static_cast<std::size_t>(token)], place.translated(m_text->mapTo(this, QPoint())));
}

void AnswerCard::pointAtMiddle()
{
    pointAt(static_cast<int>(m_places.size()) / 2);
}

// As Markdown where the answer is Markdown, so that it stays what the model wrote; programs that take rich
// text get that.
void AnswerCard::copyText()
{
    if (!m_answer)
        return;
    auto* copied = new QMimeData;
    const QString text = QString::fromStdString(m_answer->text);
    copied->setText(text);
    copied->setData(QStringLiteral("text/markdown"), text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(copied);
}

void AnswerCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, size::kCardRadius, size::kCardRadius);
    painter.fillPath(shape, m_theme.colour(Colour::Surface));
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRectF(0, 0, width(), kEdge), m_theme.colour(sideColour(m_side)));
    painter.restore();
    const bool focused = m_text->hasFocus();
    painter.setPen(focused ? QPen(m_theme.colour(Colour::Accent), size::kFocusRing)
                           : QPen(m_theme.colour(Colour::Line)));
    painter.drawPath(shape);
}

bool AnswerCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QFrame::eventFilter(watched, event);
}

void AnswerCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnswerCard::restyle()
{
    m_regenerate->setIcon(m_theme.icon(QStringLiteral("regenerate")));
    m_copy->setIcon(m_theme.icon(QStringLiteral("copy")));
    draw();
}

void AnswerCard::retranslate()
{
    m_regenerate->setToolTip(tr("Regenerate this answer"));
    m_regenerate->setAccessibleName(m_regenerate->toolTip());
    m_copy->setToolTip(tr("Copy this answer"));
    m_copy->setAccessibleName(m_copy->toolTip());
    draw();
}

} // namespace temper
