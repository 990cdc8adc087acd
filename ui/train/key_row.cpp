// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/key_row.h"

#include "ui/shell/theme/theme.h"
#include "ui/train/key_editor.h"
#include "ui/train/key_words.h"
#include "ui/widgets/colour_dot.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace temper {

namespace {

constexpr int kEditorWidth = 208;
constexpr int kLeastEditorWidth = 120; // in a narrow form
constexpr int kDotSize = 6;
constexpr int kNarrow = 520;

void keepPlace(QWidget& widget)
{
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
    widget.hide();
}

} // namespace

KeyRow::KeyRow(const RecipeKey& key, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
    , m_theme(theme)
    , m_editor(makeKeyEditor(key, theme))
    , m_title(makeLabel(LabelRole::Base))
    , m_dot(new QLabel)
    , m_sentence(makeLabel(LabelRole::Small))
    , m_below(makeLabel(LabelRole::Bad))
    , m_reset(new QToolButton)
{
    setObjectName(toQString(key.name));
    m_editor->setMaximumWidth(kEditorWidth);
    m_title->setBuddy(m_editor);
    m_title->setMinimumHeight(size::kRowHeight);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(size::kRowHeight);
    m_below->setWordWrap(true);
    m_below->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_below->hide();
    m_dot->setFixedSize(kDotSize, size::kRowHeight);
    m_reset->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    keepPlace(*m_dot);
    keepPlace(*m_reset);
    m_editor->focusProxy()->installEventFilter(this);
    connect(m_reset, &QToolButton::clicked, this, &KeyRow::resetAsked);
    connect(&theme, &Theme::changed, this, &KeyRow::restyle);
    makeLayout();
    restyle();
    retranslate();
}

void KeyRow::makeLayout()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::kSmallGap);
    grid->setVerticalSpacing(size::kGrid);
    grid->addWidget(m_title, 0, 0, Qt::AlignTop);
    grid->addWidget(m_editor, 0, 1, Qt::AlignTop);
    grid->addWidget(m_dot, 0, 2, Qt::AlignTop);
    grid->addWidget(m_reset, 0, 4, Qt::AlignTop);
    grid->addWidget(m_below, 2, 1, 1, 4);
    placeSentence();
}

void KeyRow::placeSentence()
{
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->removeWidget(m_sentence);
    if (m_isNarrow)
        grid->addWidget(m_sentence, 1, 1, 1, 4);
    else
        grid->addWidget(m_sentence, 0, 3);
    m_sentence->setMinimumHeight(m_isNarrow ? 0 : size::kRowHeight);
    grid->setColumnStretch(1, m_isNarrow ? 1 : 0);
    grid->setColumnStretch(3, m_isNarrow ? 0 : 1);
    m_editor->setMinimumWidth(m_isNarrow ? kLeastEditorWidth : kEditorWidth);
}

void KeyRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < kNarrow;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    placeSentence();
}

void KeyRow::setState(const KeyState& state)
{
    m_state = state;
    const bool isClearedByHand = state.text.isEmpty() && m_editor->focusProxy()->hasFocus();
    m_editor->setValue(
        state.text.isEmpty() && !isClearedByHand ? state.standard : state.text, state.standard);
    m_dot->setVisible(state.changed);
    m_reset->setVisible(state.changed);
    showWords();
}

void KeyRow::showWords()
{
    QString below = m_state.problem;
    LabelRole role = LabelRole::Bad;
    if (below.isEmpty()) {
        role = LabelRole::Small;
        below = m_state.hint.isEmpty() ? m_state.reason : m_state.hint;
    }
    if (m_below->text() != below || m_below->property("problem").toBool() != !m_state.problem.isEmpty()) {
        m_below->setProperty("problem", !m_state.problem.isEmpty());
        setLabelRole(*m_below, role);
        m_below->setText(below);
    }
    m_below->setVisible(!below.isEmpty());
    const QString standard
        = m_state.standard.isEmpty() ? tr("Reset") : tr("Reset to %1").arg(m_state.standard);
    m_reset->setToolTip(standard);
    m_reset->setAccessibleName(tr("Reset %1").arg(KeyWords::title(m_key)));
    QWidget* control = m_editor->focusProxy();
    control->setAccessibleDescription(below.isEmpty() ? KeyWords::sentence(m_key) : below);
}

int KeyRow::wishedTitleWidth() const
{
    return m_title->fontMetrics().horizontalAdvance(m_title->text()) + size::kGrid;
}

void KeyRow::setTitleWidth(int width)
{
    m_title->setFixedWidth(width);
}

bool KeyRow::matches(const QString& search) const
{
    return KeyWords::title(m_key).contains(search, Qt::CaseInsensitive)
        || toQString(m_key.name).contains(search, Qt::CaseInsensitive)
        || KeyWords::sentence(m_key).contains(search, Qt::CaseInsensitive);
}

void KeyRow::retranslate()
{
    m_title->setText(KeyWords::title(m_key));
    m_title->setToolTip(toQString(m_key.name));
    m_sentence->setText(KeyWords::sentence(m_key));
    m_editor->focusProxy()->setAccessibleName(KeyWords::title(m_key));
    m_editor->retranslate();
    showWords();
}

void KeyRow::restyle()
{
    m_dot->setPixmap(colourDot(m_theme.colour(Colour::Accent), kDotSize, devicePixelRatioF()));
    m_reset->setIcon(m_theme.icon(QStringLiteral("undo")));
}

// A form undoes whole steps: the fields' own undo would know only themselves.
bool KeyRow::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    auto* key = isKey ? static_cast<QKeyEvent*>(event) : nullptr;
    const bool undo = key && key->matches(QKeySequence::Undo);
    if (undo || (key && key->matches(QKeySequence::Redo))) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            undo ? undoAsked() : redoAsked();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace temper
