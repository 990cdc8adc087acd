// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/proposal_card.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace temper {

namespace {

struct SettingName {
    const char* key;
    const char* name;
};

constexpr SettingName kNames[] {
    { "val_size", QT_TRANSLATE_NOOP("temper::ProposalCard", "Rows held out") },
    { "num_train_epochs", QT_TRANSLATE_NOOP("temper::ProposalCard", "Epochs") },
    { "per_device_train_batch_size", QT_TRANSLATE_NOOP("temper::ProposalCard", "Batch") },
    { "cutoff_len", QT_TRANSLATE_NOOP("temper::ProposalCard", "Cutoff") },
    { "lora_rank", QT_TRANSLATE_NOOP("temper::ProposalCard", "Rank") },
    { "learning_rate", QT_TRANSLATE_NOOP("temper::ProposalCard", "Learning rate") },
};

QString nameOf(const std::string& key)
{
    for (const SettingName& setting : kNames) {
        if (key == setting.key)
            return ProposalCard::tr(setting.name);
    }
    return QString::fromStdString(key);
}

} // namespace

ProposalCard::ProposalCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_lead(makeLabel(LabelRole::Muted))
    , m_grid(new QGridLayout)
{
    m_lead->setWordWrap(true);
    m_grid->setHorizontalSpacing(size::kGroupGap);
    m_grid->setVerticalSpacing(size::kGap);
    m_grid->setColumnStretch(2, 1);
    content()->addWidget(m_lead);
    content()->addLayout(m_grid);
    content()->addStretch(1);
    retranslate();
}

void ProposalCard::showNothing()
{
    m_proposal.reset();
    m_isMeasuring = false;
    retranslate();
}

void ProposalCard::showMeasuring()
{
    m_isMeasuring = true;
    retranslate();
}

void ProposalCard::showProposal(const RecipeProposal& proposal, const DataShape& shape)
{
    m_proposal = proposal;
    m_data = shape;
    m_isMeasuring = false;
    retranslate();
}

void ProposalCard::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void ProposalCard::addSetting(int row, const ProposedSetting& setting)
{
    QLabel* name = makeLabel(LabelRole::Muted);
    name->setText(nameOf(setting.key));
    QLabel* value = makeLabel(LabelRole::Strong);
    value->setText(QString::fromStdString(setting.value));
    QLabel* reason = makeLabel(LabelRole::Faint);
    reason->setText(QString::fromStdString(m_theme.chinese() ? setting.chinese : setting.english));
    reason->setWordWrap(true);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(reason, row, 2, Qt::AlignTop);
}

void ProposalCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProposalCard::retranslate()
{
    setTitle(tr("Proposed settings"));
    setNote(m_isMeasuring ? tr("reading the data…") : QString());
    if (m_isMeasuring)
        return;
    clear();
    if (!m_proposal) {
        m_lead->setText(
            tr("Choose data, and settings are proposed from the number of its rows and their lengths, "
               "each with its reason."));
        return;
    }
    const QString rows = NumberText::count(static_cast<std::int64_t>(m_data.rows));
    QString lead = tr("%1 rows, LoRA on all matrices, %2 steps. Everything can be changed on the page Train.")
                       .arg(rows, NumberText::count(static_cast<std::int64_t>(m_proposal->steps)));
    if (m_data.problems > 0)
        lead += QLatin1Char(' ')
            + tr("%1 rows cannot be used; the page Data lists them with their reasons.")
                  .arg(NumberText::count(static_cast<std::int64_t>(m_data.problems)));
    m_lead->setText(lead);
    for (std::size_t row = 0; row < m_proposal->settings.size(); ++row)
        addSetting(static_cast<int>(row), m_proposal->settings[row]);
}

} // namespace temper
