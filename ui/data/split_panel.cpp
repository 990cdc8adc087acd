// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/split_panel.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>
#include <cmath>
#include <limits>

namespace temper {

namespace {
constexpr int kFormWidth = 560;
constexpr double kUsualShare = 10;
constexpr int kUsualSeed = 42;
} // namespace

SplitPanel::SplitPanel(const Theme& theme, QWidget* parent)
    : SetMaker(theme, parent)
    , m_card(new Card(theme))
{
    m_card->setMaximumWidth(kFormWidth);
    makeForm(m_card);
    m_forms = { m_card };
    column()->addWidget(m_card);
    column()->addStretch();
    retranslate();
}

void SplitPanel::makeForm(Card* card)
{
    m_shareLabel = makeLabel(LabelRole::Muted);
    m_share = new QDoubleSpinBox;
    m_share->setRange(0.1, 90);
    m_share->setDecimals(1);
    m_share->setSuffix(QStringLiteral(" %"));
    m_share->setValue(kUsualShare);
    m_seedLabel = makeLabel(LabelRole::Muted);
    m_seed = new QSpinBox;
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(kUsualSeed);
    m_trainLabel = makeLabel(LabelRole::Muted);
    m_train = new QLineEdit;
    m_validationLabel = makeLabel(LabelRole::Muted);
    m_validation = new QLineEdit;
    m_outcome = makeLabel(LabelRole::Small);
    m_outcome->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::kGap);
    grid->setVerticalSpacing(size::kSmallGap);
    int row = 0;
    const auto add = [&](QLabel* label, QWidget* field) {
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
    };
    add(m_shareLabel, m_share);
    add(m_seedLabel, m_seed);
    add(m_trainLabel, m_train);
    add(m_validationLabel, m_validation);
    grid->addWidget(m_outcome, row, 1);
    grid->setColumnStretch(1, 1);
    card->content()->addLayout(grid);
    connect(m_share, &QDoubleSpinBox::valueChanged, this, &SplitPanel::check);
    connect(m_train, &QLineEdit::textChanged, this, &SplitPanel::check);
    connect(m_validation, &QLineEdit::textChanged, this, &SplitPanel::check);
}

void SplitPanel::begin(const std::filesystem::path& project,
    const std::vector<DatasetEntry>& sets,
    const DatasetEntry& set,
    std::uint64_t rows)
{
    m_project = project;
    m_sets = sets;
    m_set = set;
    m_rows = rows;
    hideNotice();
    const QString name = QString::fromStdString(set.name);
    m_train->setText(freeSetName(tr("%1 train").arg(name), sets));
    m_validation->setText(freeSetName(tr("%1 validation").arg(name), sets));
    retranslate();
    m_share->setFocus();
}

void SplitPanel::check()
{
    QString problem = nameProblem(m_train->text(), m_sets);
    if (problem.isEmpty())
        problem = nameProblem(m_validation->text(), m_sets);
    if (problem.isEmpty() && m_train->text().trimmed() == m_validation->text().trimmed())
        problem = tr("Give the two sets different names.");
    setLabelRole(*m_outcome, problem.isEmpty() ? LabelRole::Small : LabelRole::Bad);
    if (problem.isEmpty()) {
        const auto rows = static_cast<std::int64_t>(m_rows);
        const std::int64_t held
            = std::max<std::int64_t>(1, std::llround(m_share->value() / 100 * static_cast<double>(rows)));
        if (held >= rows)
            problem = tr("The set has too few rows to hold some back.");
        m_outcome->setText(
            tr("%1 rows train, %2 rows validate. The set itself stays as it is; rows set aside are "
               "left out.")
                .arg(NumberText::count(rows - held), NumberText::count(held)));
    }
    if (!problem.isEmpty())
        m_outcome->setText(problem);
    setStartable(problem.isEmpty());
}

void SplitPanel::start()
{
    const SplitNames names { m_train->text().trimmed().toStdString(),
        m_validation->text().trimmed().toStdString() };
    SplitChoice choice;
    choice.valSize = m_share->value() / 100;
    choice.seed = static_cast<std::uint64_t>(m_seed->value());
    run(tr("Splitting"), tr("Splitting was stopped; nothing was added to the project."),
        [set = m_set.name, choice, names](
            Project& project, const ProgressFunction& progress, const std::stop_token& stop) {
            splitDataset(project, set, choice, names, progress, stop);
            return QString::fromStdString(names.train);
        });
}

void SplitPanel::retranslate()
{
    setWords(tr("Split %1").arg(QString::fromStdString(m_set.name)),
        tr("Rows to train on, and rows held back to see how well the model does on what it never saw."),
        tr("Split"));
    m_card->setTitle(tr("Two new sets"));
    m_shareLabel->setText(tr("For validation"));
    m_seedLabel->setText(tr("Seed"));
    m_trainLabel->setText(tr("Name of the rest"));
    m_validationLabel->setText(tr("Name of the held-back set"));
    m_seed->setToolTip(tr("Chooses the rows; the same seed chooses the same ones."));
    if (!m_set.name.empty())
        check();
}

} // namespace temper
