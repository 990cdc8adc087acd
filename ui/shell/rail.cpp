// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/shell/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace temper {

namespace {

constexpr int kButtonHeight = 50;
constexpr int kAroundText = 35; // what a button holds beside its text: icon, gaps and padding

// Chinese glyphs come from a taller font than the one the style measures with.
int buttonHeight(const QFont& font, const QString& text)
{
    return std::max(kButtonHeight, kAroundText + QFontMetrics(font).boundingRect(text).height());
}

} // namespace

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
    , m_pages(new QButtonGroup(this))
{
    setFixedWidth(size::kRailWidth);
    m_layout->setContentsMargins(size::kRadius, size::kSmallGap, size::kRadius, size::kSmallGap);
    m_layout->setSpacing(size::kGrid);
    m_layout->addStretch();
    m_themeSwitch = makeButton();
    m_layout->addWidget(m_themeSwitch);
    connect(m_themeSwitch, &QToolButton::clicked, this, &Rail::themeSwitchAsked);
    connect(m_pages, &QButtonGroup::idClicked, this, &Rail::pageAsked);
    connect(&theme, &Theme::changed, this, &Rail::repaintIcons);
    repaintIcons();
    retranslate();
}

QToolButton* Rail::makeButton()
{
    auto* button = new QToolButton;
    button->setProperty("role", QLatin1String("rail"));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(size::kIcon, size::kIcon));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void Rail::addPage(const QString& iconName)
{
    QToolButton* button = makeButton();
    button->setCheckable(true);
    const int index = static_cast<int>(m_iconNames.size());
    connect(button, &QToolButton::toggled, this, &Rail::repaintIcons);
    m_iconNames.append(iconName);
    m_pages->addButton(button, index);
    m_layout->insertWidget(index, button);
    repaintIcons();
}

void Rail::setPageTitles(const QStringList& titles)
{
    for (int i = 0; i < titles.size(); ++i) {
        m_pages->button(i)->setText(titles[i]);
        m_pages->button(i)->setFixedHeight(buttonHeight(m_theme.font(TextRole::Small), titles[i]));
        m_pages->button(i)->setAccessibleName(titles[i]);
    }
}

void Rail::setCurrent(int index)
{
    m_pages->setExclusive(false);
    for (QAbstractButton* button : m_pages->buttons())
        button->setChecked(m_pages->id(button) == index);
    m_pages->setExclusive(true);
}

void Rail::setPagesEnabled(bool enabled)
{
    for (QAbstractButton* button : m_pages->buttons())
        button->setEnabled(enabled);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Surface));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.colour(Colour::Line));
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::repaintIcons()
{
    for (QAbstractButton* button : m_pages->buttons()) {
        const Colour colour = button->isChecked() ? Colour::AccentText : Colour::Muted;
        button->setIcon(m_theme.icon(m_iconNames[m_pages->id(button)], colour));
    }
    const bool light = m_theme.scheme() == Scheme::Light;
    m_themeSwitch->setIcon(
        m_theme.icon(light ? QStringLiteral("theme-dark") : QStringLiteral("theme-light")));
}

void Rail::retranslate()
{
    m_themeSwitch->setText(tr("Theme"));
    m_themeSwitch->setFixedHeight(buttonHeight(m_theme.font(TextRole::Small), m_themeSwitch->text()));
    m_themeSwitch->setToolTip(tr("Switch between light and dark"));
    m_themeSwitch->setAccessibleName(tr("Switch between light and dark"));
}

} // namespace temper
