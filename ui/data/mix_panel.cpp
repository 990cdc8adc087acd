// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/mix_panel.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <limits>

namespace temper {

namespace {
constexpr int kUsualSeed = 42;
} // namespace

MixPanel::MixPanel(const Theme& theme, QWidget* parent)
    : SetMaker(theme, parent)
    , m_setCard(new Card(theme))
    , m_formCard(new Card(theme))
{
    makeForm();
    m_forms = { m_setCard, m_formCard };
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kGroupGap);
    row->addWidget(m_setCard, 1);
    row->addWidget(m_formCard, 1);
    column()->addLayout(row, 1);
    retranslate();
}

void MixPanel::makeForm()
{
    m_setLabel = makeLabel(LabelRole::Group);
    m_rowsLabel = makeLabel(LabelRole::Group);
    m_weightLabel = makeLabel(LabelRole::Group);
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(size::kWideGap);
    m_grid->setVerticalSpacing(size::kGrid);
    m_grid->addWidget(m_setLabel, 0, 0);
    m_grid->addWidget(m_rowsLabel, 0, 1, Qt::AlignRight);
    m_grid->addWidget(m_weightLabel, 0, 2);
    m_grid->setColumnStretch(3, 1);
    column->addLayout(m_grid);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    m_setCard->content()->addWidget(scroll, 1);

    m_strategyLabel = makeLabel(LabelRole::Muted);
    m_strategy = new QComboBox;
    m_seedLabel = makeLabel(LabelRole::Muted);
    m_seed = new QSpinBox;
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(kUsualSeed);
    m_nameLabel = makeLabel(LabelRole::Muted);
    m_name = new QLineEdit;
    m_outcome = makeLabel(LabelRole::Small);
    m_outcome->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kSmallGap);
    int row = 0;
    for (const auto& [label, field] : { std::pair<QLabel*, QWidget*>(m_strategyLabel, m_strategy),
             std::pair<QLabel*, QWidget*>(m_seedLabel, m_seed),
             std::pair<QLabel*, QWidget*>(m_nameLabel, m_name) }) {
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
    }
    grid->addWidget(m_outcome, row, 1);
    grid->setColumnStretch(1, 1);
    m_formCard->content()->addLayout(grid);
    m_formCard->content()->addStretch();
    connect(m_strategy, &QComboBox::activated, this, &MixPanel::check);
    connect(m_name, &QLineEdit::textChanged, this, &MixPanel::check);
    startOnReturn(*m_name);
}

void MixPanel::begin(const std::filesystem::path& project,
    const std::vector<DatasetEntry>& sets,
    const QString& first)
{
    m_project = project;
    m_sets = sets;
    hideNotice();
    while (m_grid->count() > 3) {
        QLayoutItem* item = m_grid->takeAt(3);
        delete item->widget();
        delete item;
    }
    m_choices.clear();
    for (const DatasetEntry& set : sets)
        addChoice(set, QString::fromStdString(set.name) == first);
    m_name->setText(freeSetName(tr("%1 mix").arg(first), sets));
    check();
    if (!m_choices.empty())
        m_choices.front().taken->setFocus();
}

void MixPanel::addChoice(const DatasetEntry& set, bool taken)
{
    Choice choice;
    choice.set = set;
    choice.taken = new QCheckBox(QString::fromStdString(set.name));
    choice.taken->setChecked(taken);
    QLabel* rows = makeLabel(LabelRole::Muted);
    rows->setText(NumberText::count(static_cast<std::int64_t>(set.rows)));
    choice.weight = new QDoubleSpinBox;
    choice.weight->setRange(0.01, 1000);
    choice.weight->setValue(1);
    choice.weight->setAccessibleName(tr("Weight of %1").arg(choice.taken->text()));
    const auto row = static_cast<int>(m_choices.size()) + 1;
    m_grid->addWidget(choice.taken, row, 0);
    m_grid->addWidget(rows, row, 1, Qt::AlignRight);
    m_grid->addWidget(choice.weight, row, 2);
    connect(choice.taken, &QCheckBox::toggled, this, &MixPanel::check);
    m_choices.push_back(choice);
}

MixStrategy MixPanel::strategy() const
{
    return static_cast<MixStrategy>(m_strategy->currentData().toInt());
}

std::vector<MixedDataset> MixPanel::chosen() const
{
    const bool weighted = strategy() != MixStrategy::Concat;
    std::vector<MixedDataset> sets;
    for (const Choice& choice : m_choices) {
        if (choice.taken->isChecked())
            sets.push_back({ choice.set.name, weighted ? choice.weight->value() : 0, {} });
    }
    return sets;
}

void MixPanel::check()
{
    QString problem = nameProblem(m_name->text(), m_sets);
    if (chosen().size() < 2)
        problem = tr("Choose at least two sets.");
    for (const Choice& choice : m_choices)
        choice.weight->setEnabled(choice.taken->isChecked() && strategy() != MixStrategy::Concat);
    setLabelRole(*m_outcome, problem.isEmpty() ? LabelRole::Small : LabelRole::Bad);
    QString words;
    switch (strategy()) {
    case MixStrategy::Concat:
        words = tr("One set after the other, each whole.");
        break;
    case MixStrategy::InterleaveUnder:
        words = tr("Rows are drawn by weight until the first set is used up.");
        break;
    case MixStrategy::InterleaveOver:
        words = tr("Rows are drawn by weight until every set was used up once; smaller ones begin anew.");
        break;
    }
    m_outcome->setText(problem.isEmpty() ? words : problem);
    setStartable(problem.isEmpty());
}

void MixPanel::start()
{
    const MixChoice choice { strategy(), static_cast<std::uint64_t>(m_seed->value()) };
    const QString name = m_name->text().trimmed();
    run(tr("Mixing"), tr("Mixing was stopped; nothing was added to the project."),
        [sets = chosen(), choice, name](
            Project& project, const ProgressFunction& progress, const std::stop_token& stop) {
            mixDatasets(project, sets, choice, name.toStdString(), progress, stop);
            return name;
        });
}

void MixPanel::retranslate()
{
    setWords(tr("Mix sets"),
        tr("One new set from the rows in use of several; the sets themselves stay as they are."), tr("Mix"));
    m_setCard->setTitle(tr("Sets"));
    m_formCard->setTitle(tr("The new set"));
    m_setLabel->setText(tr("Set"));
    m_rowsLabel->setText(tr("Rows"));
    m_weightLabel->setText(tr("Weight"));
    m_strategyLabel->setText(tr("How"));
    m_seedLabel->setText(tr("Seed"));
    m_nameLabel->setText(tr("Name"));
    const int index = std::max(0, m_strategy->currentIndex());
    m_strategy->clear();
    m_strategy->addItem(tr("One after the other"), static_cast<int>(MixStrategy::Concat));
    m_strategy->addItem(
        tr("Interleaved, until the first ends"), static_cast<int>(MixStrategy::InterleaveUnder));
    m_strategy->addItem(tr("Interleaved, until all ended"), static_cast<int>(MixStrategy::InterleaveOver));
    m_strategy->setCurrentIndex(index);
    check();
}

} // namespace temper
