// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/found_models_card.h"

#include "ui/model/found_model_list.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace temper {

FoundModelsCard::FoundModelsCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_filter(new QLineEdit)
    , m_view(new QListView)
    , m_list(new FoundModelList(this))
    , m_empty(makeLabel(LabelRole::Muted))
    , m_add(new QPushButton)
    , m_search(this)
{
    m_filter->setClearButtonEnabled(true);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new FoundModelDelegate(theme, this));
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->hide();
    content()->addWidget(m_filter);
    content()->addWidget(m_empty);
    content()->addWidget(m_view, 1);
    content()->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_filter, &QLineEdit::textChanged, this, &FoundModelsCard::filter);
    connect(m_view, &QListView::activated, this, &FoundModelsCard::addChosen);
    connect(m_add, &QPushButton::clicked, this, &FoundModelsCard::addChosen);
    retranslate();
}

void FoundModelsCard::look()
{
    m_looking = true;
    retranslate();
    m_search.start([](const std::stop_token& stop) { return findModels(usualModelFolders(), stop); },
        [this](const std::vector<FoundModel>& models) { show(models); }, [this](const Error&) { show({}); });
}

void FoundModelsCard::show(const std::vector<FoundModel>& models)
{
    m_looking = false;
    m_found = models;
    retranslate();
    filter();
}

void FoundModelsCard::filter()
{
    const QString wanted = m_filter->text().trimmed();
    std::vector<FoundModel> shown;
    for (const FoundModel& model : m_found) {
        if (QString::fromStdString(model.name).contains(wanted, Qt::CaseInsensitive))
            shown.push_back(model);
    }
    const bool isEmpty = shown.empty();
    m_list->setModels(std::move(shown));
    m_view->setCurrentIndex(m_list->index(0));
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_add->setEnabled(!isEmpty);
    m_filter->setVisible(!m_found.empty());
    if (isEmpty)
        content()->setStretchFactor(m_empty, 1);
}

void FoundModelsCard::addChosen()
{
    if (const FoundModel* model = m_list->model(m_view->currentIndex()))
        Q_EMIT addAsked(*model);
}

void FoundModelsCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FoundModelsCard::retranslate()
{
    setTitle(tr("On this machine"));
    setNote(m_looking ? tr("looking…") : tr("%1 found").arg(m_found.size()));
    m_filter->setPlaceholderText(tr("Search by name"));
    m_filter->setAccessibleName(tr("Search the models on this machine"));
    m_view->setAccessibleName(tr("Models on this machine"));
    m_add->setText(tr("Add to the project"));
    m_empty->setText(
        tr("No model was found in the folders of Hugging Face, ModelScope, LM Studio and Ollama. Add a "
           "folder or GGUF file of your own, or get one from a server."));
}

} // namespace temper
