// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kTextWidth = 460;
constexpr int kIconSize = 40;
} // namespace

EmptyState::EmptyState(const Theme& theme, QString iconName, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_iconName(std::move(iconName))
    , m_icon(new QLabel)
    , m_headline(makeLabel(LabelRole::Section))
    , m_explanation(makeLabel(LabelRole::Muted))
    , m_command(makeLabel(LabelRole::Base))
    , m_action(new QPushButton)
{
    m_explanation->setWordWrap(true);
    m_explanation->setFixedWidth(kTextWidth);
    m_explanation->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->hide();
    m_action->setProperty("role", QLatin1String("primary"));
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionAsked);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(size::kSmallGap);
    layout->addStretch(2);
    for (QLabel* label : { m_icon, m_headline, m_explanation, m_command })
        layout->addWidget(label, 0, Qt::AlignHCenter);
    layout->addSpacing(size::kGrid);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    restyle();
    connect(&theme, &Theme::changed, this, &EmptyState::restyle);
}

void EmptyState::setTexts(const QString& headline, const QString& explanation)
{
    m_headline->setText(headline);
    m_explanation->setText(explanation);
    fitExplanation();
    setAccessibleName(headline);
    setAccessibleDescription(explanation);
}

void EmptyState::setCommand(const QString& command)
{
    m_command->setText(command);
    m_command->setVisible(!command.isEmpty());
}

void EmptyState::setAction(const QString& words)
{
    m_action->setText(words);
    m_action->setVisible(!words.isEmpty());
}

void EmptyState::setActionEnabled(bool enabled)
{
    m_action->setEnabled(enabled);
}

// A layout that aligns its items takes a wrapping label for one line. The font is asked of the theme: a page
// that is not seen wears the one of the language before.
void EmptyState::fitExplanation()
{
    const QFontMetrics metrics(m_theme.font(TextRole::Base));
    const QRect room = metrics.boundingRect(
        QRect(0, 0, kTextWidth, QWIDGETSIZE_MAX), Qt::AlignHCenter | Qt::TextWordWrap, m_explanation->text());
    m_explanation->setFixedHeight(room.height());
}

void EmptyState::restyle()
{
    fitExplanation();
    m_icon->setPixmap(m_theme.icon(m_iconName, Colour::Faint).pixmap(kIconSize));
    m_command->setFont(m_theme.font(TextRole::Monospace));
}

} // namespace temper
