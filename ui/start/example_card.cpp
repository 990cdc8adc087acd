// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/example_card.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

ExampleCard::ExampleCard(const Theme& theme, const ExampleProject& example, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_example(example)
    , m_teaches(makeLabel(LabelRole::Muted))
    , m_state(makeLabel(LabelRole::Faint))
    , m_make(new QPushButton)
    , m_locate(new QPushButton)
    , m_without(new QPushButton)
{
    m_teaches->setWordWrap(true);
    m_state->setWordWrap(true);
    content()->addWidget(m_teaches);
    content()->addWidget(m_state);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kSmallGap);
    buttons->addStretch();
    for (QPushButton* button : { m_without, m_locate, m_make })
        buttons->addWidget(button);
    content()->addLayout(buttons);
    connect(m_make, &QPushButton::clicked, this, &ExampleCard::makeAsked);
    connect(m_locate, &QPushButton::clicked, this, &ExampleCard::locateAsked);
    connect(m_without, &QPushButton::clicked, this, &ExampleCard::makeWithoutAsked);
    retranslate();
}

void ExampleCard::setPrimary()
{
    m_isPrimary = true;
    retranslate();
}

void ExampleCard::setBusy(bool busy)
{
    m_isBusy = busy;
    m_lacksModel = m_lacksModel && !busy;
    retranslate();
}

void ExampleCard::askForModel()
{
    m_lacksModel = true;
    retranslate();
    m_locate->setFocus();
}

void ExampleCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExampleCard::retranslate()
{
    const bool chinese = m_theme.chinese();
    const QString model = QString::fromStdString(m_example.model);
    setTitle(QString::fromStdString(chinese ? m_example.title.chinese : m_example.title.english));
    m_teaches->setText(
        QString::fromStdString(chinese ? m_example.teaches.chinese : m_example.teaches.english));
    if (m_lacksModel)
        m_state->setText(
            tr("%1 was not found on this machine. Say where it is, or make the project and get the "
               "model later.")
                .arg(model));
    else
        m_state->setText(tr("%1 · trains in about %2 min on two cores").arg(model).arg(m_example.minutes));
    m_make->setText(m_isBusy ? tr("Making…")
            : m_isPrimary    ? tr("Make the demo project")
                             : tr("Make this project"));
    m_locate->setText(tr("Locate…"));
    m_without->setText(tr("Make without it"));
    m_make->setEnabled(!m_isBusy);
    m_make->setVisible(!m_lacksModel);
    m_locate->setVisible(m_lacksModel);
    m_without->setVisible(m_lacksModel);
}

} // namespace temper
