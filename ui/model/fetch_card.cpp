// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/fetch_card.h"

#include "core/common/file/model_places.h"
#include "ui/model/fetch_progress.h"
#include "ui/model/model_fetcher.h"
#include "ui/model/server_address.h"
#include "ui/shell/open_project.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/fact_grid.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace temper {

FetchCard::FetchCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_folder(toText(fetchedModelsFolder()))
    , m_serverLabel(makeLabel(LabelRole::Muted))
    , m_server(new QLineEdit)
    , m_serverHint(makeLabel(LabelRole::Faint))
    , m_nameLabel(makeLabel(LabelRole::Muted))
    , m_name(new QLineEdit)
    , m_lookUp(new QPushButton)
    , m_problem(makeLabel(LabelRole::Bad))
    , m_offerArea(new QWidget)
    , m_formLabel(makeLabel(LabelRole::Muted))
    , m_forms(new QComboBox)
    , m_facts(new FactGrid)
    , m_gated(makeLabel(LabelRole::Faint))
    , m_changeFolder(new QPushButton)
    , m_get(new QPushButton)
    , m_progress(new FetchProgress(theme))
    , m_fetcher(new ModelFetcher(this))
    , m_search(this)
{
    makeForm();
    makeOffer();
    content()->addStretch(1);
    m_server->setText(readServerAddress());
    connect(m_fetcher, &ModelFetcher::progressed, m_progress, &FetchProgress::advance);
    connect(m_progress, &FetchProgress::stopAsked, m_fetcher, &ModelFetcher::stop);
    connect(m_fetcher, &ModelFetcher::succeeded, this, [this](const QString& path) {
        endFetch();
        Q_EMIT fetched(path, m_asked.model);
    });
    connect(m_fetcher, &ModelFetcher::failed, this, [this](const Error& error) {
        endFetch();
        fail(error);
    });
    retranslate();
    refresh();
}

void FetchCard::makeForm()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kGrid);
    m_serverHint->setWordWrap(true);
    m_serverLabel->setBuddy(m_server);
    m_nameLabel->setBuddy(m_name);
    grid->addWidget(m_serverLabel, 0, 0);
    grid->addWidget(m_server, 0, 1, 1, 2);
    grid->addWidget(m_serverHint, 1, 1, 1, 2);
    grid->setRowMinimumHeight(2, size::kGrid);
    grid->addWidget(m_nameLabel, 3, 0);
    grid->addWidget(m_name, 3, 1);
    grid->addWidget(m_lookUp, 3, 2);
    grid->setColumnStretch(1, 1);
    content()->addLayout(grid);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    content()->addWidget(m_problem);
    for (QLineEdit* field : { m_server, m_name }) {
        connect(field, &QLineEdit::textChanged, this, &FetchCard::refresh);
        connect(field, &QLineEdit::returnPressed, m_lookUp, &QPushButton::click);
    }
    connect(m_lookUp, &QPushButton::clicked, this, &FetchCard::lookUp);
}

void FetchCard::makeOffer()
{
    auto* column = new QVBoxLayout(m_offerArea);
    column->setContentsMargins(0, size::kSmallGap, 0, 0);
    column->setSpacing(size::kSmallGap);
    auto* forms = new QHBoxLayout;
    forms->setSpacing(size::kGap);
    forms->addWidget(m_formLabel);
    forms->addWidget(m_forms, 1);
    m_formLabel->setBuddy(m_forms);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kSmallGap);
    buttons->addStretch();
    buttons->addWidget(m_changeFolder);
    buttons->addWidget(m_get);
    m_gated->setWordWrap(true);
    column->addLayout(forms);
    column->addWidget(m_facts);
    column->addWidget(m_gated);
    column->addLayout(buttons);
    content()->addWidget(m_offerArea);
    content()->addWidget(m_progress);
    m_get->setProperty("role", QLatin1String("primary"));
    connect(m_forms, &QComboBox::currentIndexChanged, this, &FetchCard::showVariant);
    connect(m_changeFolder, &QPushButton::clicked, this, &FetchCard::chooseFolder);
    connect(m_get, &QPushButton::clicked, this, &FetchCard::startFetch);
}

void FetchCard::setModelName(const QString& name)
{
    m_name->setText(name);
}

bool FetchCard::isFetching() const
{
    return m_fetcher->isRunning();
}

void FetchCard::lookUp()
{
    m_asked = { m_server->text().trimmed(), m_name->text().trimmed() };
    m_problem->clear();
    m_offer.reset();
    try {
        writeServerAddress(m_asked.server);
    } catch (const Error& error) {
        fail(error);
    }
    m_lookingUp = true;
    refresh();
    m_search.start([asked = m_asked](const std::stop_token& stop) { return lookUpModel(asked, stop); },
        [this](const HubModel& model) { offer(model); }, [this](const Error& error) { fail(error); });
}

void FetchCard::offer(const HubModel& model)
{
    m_lookingUp = false;
    m_offer = model;
    const QSignalBlocker quiet(m_forms);
    m_forms->clear();
    for (const HubVariant& variant : model.variants)
        m_forms->addItem(QString::fromStdString(variant.name) + QStringLiteral("  ·  ")
            + NumberText::bytes(static_cast<double>(variant.bytes)));
    showVariant();
    refresh();
    m_get->setFocus();
}

FetchOrder FetchCard::order() const
{
    const auto chosen = static_cast<std::size_t>(std::max(0, m_forms->currentIndex()));
    return { m_asked, QString::fromStdString(m_offer->revision), m_offer->variants[chosen],
        toPath(QDir(m_folder).filePath(m_asked.model)) };
}

void FetchCard::showVariant()
{
    if (!m_offer)
        return;
    const FetchOrder wanted = order();
    const auto bytes = static_cast<double>(wanted.variant.bytes);
    const std::uint64_t there = fetchedBytes(wanted);
    const QString licence
        = m_offer->licence.empty() ? tr("the server names none") : QString::fromStdString(m_offer->licence);
    QList<Fact> facts { { tr("Licence"), licence }, { tr("Size"), NumberText::bytes(bytes) },
        { tr("Files"), NumberText::count(static_cast<std::int64_t>(wanted.variant.files.size())) },
        { tr("Revision"), QString::fromStdString(m_offer->revision).left(12) },
        { tr("Folder"), QDir::toNativeSeparators(toText(wanted.folder)) } };
    if (there > 0)
        facts.insert(2, Fact { tr("There already"), NumberText::bytes(static_cast<double>(there)) });
    m_facts->setFacts(facts);
    const QString left = NumberText::bytes(bytes - static_cast<double>(there));
    m_get->setText(there > 0 ? tr("Get the other %1").arg(left) : tr("Get %1").arg(left));
}

void FetchCard::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Where models are put"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder = folder;
        showVariant();
    });
    dialog->open();
}

void FetchCard::startFetch()
{
    m_problem->clear();
    m_progress->begin();
    m_fetcher->start(order());
    refresh();
}

void FetchCard::endFetch()
{
    m_progress->end();
    showVariant();
    refresh();
}

void FetchCard::fail(const Error& error)
{
    m_lookingUp = false;
    if (error.kind() == ErrorKind::Cancelled)
        m_problem->setText(tr("Stopped. What was fetched is kept, and the next time goes on from there."));
    else
        m_problem->setText(EngineWords::error(error));
    refresh();
}

void FetchCard::refresh()
{
    const bool fetching = isFetching();
    const bool isComplete = !m_server->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
    m_lookUp->setEnabled(isComplete && !fetching && !m_lookingUp);
    m_server->setEnabled(!fetching);
    m_name->setEnabled(!fetching);
    m_offerArea->setVisible(m_offer.has_value());
    m_forms->setEnabled(!fetching);
    m_get->setVisible(!fetching);
    m_changeFolder->setVisible(!fetching);
    m_gated->setVisible(m_offer && m_offer->isGated);
    m_problem->setVisible(!m_problem->text().isEmpty());
    setNote(m_lookingUp ? tr("asking the server…") : QString());
}

void FetchCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FetchCard::retranslate()
{
    setTitle(tr("From a server"));
    m_serverLabel->setText(tr("Server"));
    m_server->setPlaceholderText(QStringLiteral("https://huggingface.co"));
    m_serverHint->setText(
        tr("Any server that speaks as Hugging Face does, such as a mirror or one of your own. Nothing "
           "goes over a network before you name one."));
    m_nameLabel->setText(tr("Model"));
    m_name->setPlaceholderText(tr("owner/name"));
    m_lookUp->setText(tr("Look up"));
    m_formLabel->setText(tr("Form"));
    m_forms->setAccessibleName(tr("Form of the model"));
    m_gated->setText(
        tr("Its owner wants people to sign in and agree to terms first; the server may refuse."));
    m_changeFolder->setText(tr("Change folder…"));
    showVariant();
}

} // namespace temper
