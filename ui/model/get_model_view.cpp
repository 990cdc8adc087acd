// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/get_model_view.h"

#include "ui/model/fetch_card.h"
#include "ui/model/found_models_card.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

namespace {
constexpr int kNarrow = 720;
}

GetModelView::GetModelView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Title))
    , m_purpose(makeLabel(LabelRole::Muted))
    , m_back(new QPushButton)
    , m_found(new FoundModelsCard(theme))
    , m_fetch(new FetchCard(theme))
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
{
    connect(m_back, &QPushButton::clicked, this, &GetModelView::backAsked);
    connect(m_found, &FoundModelsCard::addAsked, this, &GetModelView::foundAsked);
    connect(m_fetch, &FetchCard::fetched, this, &GetModelView::fetched);
    m_purpose->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_purpose);
    auto* titleRow = new QHBoxLayout;
    titleRow->addLayout(words, 1);
    titleRow->addWidget(m_back, 0, Qt::AlignTop);
    m_cards->setSpacing(size::kGroupGap);
    m_cards->addWidget(m_found, 1);
    m_cards->addWidget(m_fetch, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kGap);
    layout->addLayout(titleRow);
    layout->addLayout(m_cards, 1);
    retranslate();
}

void GetModelView::begin(const QString& name)
{
    m_found->look();
    if (!name.isEmpty() && !m_fetch->isFetching())
        m_fetch->setModelName(name);
}

void GetModelView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_cards->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void GetModelView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GetModelView::retranslate()
{
    m_title->setText(tr("Get a model"));
    m_purpose->setText(tr("Models stay where they are: the project only remembers their places."));
    m_back->setText(tr("Back to the models"));
}

} // namespace temper
