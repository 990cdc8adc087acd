// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

#include <algorithm>

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
{
    m_explanation->setWordWrap(true);
    m_explanation->setFixedWidth(kTextWidth);
    m_explanation->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(size::kSmallGap);
    layout->addStretch(2);
    for (QLabel* label : { m_icon, m_headline, m_explanation, m_command })
        layout->addWidget(label, 0, Qt::AlignHCenter);
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

// A layout that aligns its items takes a wrapping label for one line.
void EmptyState::fitExplanation()
{
    m_explanation->ensurePolished();
    m_explanation->setFixedHeight(std::max(0, m_explanation->heightForWidth(kTextWidth)));
}

void EmptyState::restyle()
{
    fitExplanation();
    m_icon->setPixmap(m_theme.icon(m_iconName, Colour::Faint).pixmap(kIconSize));
    m_command->setFont(m_theme.font(TextRole::Monospace));
}

} // namespace temper
