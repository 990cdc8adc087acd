// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/split_panel.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/text_label.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

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
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Title))
    , m_line(makeLabel(LabelRole::Muted))
    , m_cancel(new QPushButton)
    , m_go(new QPushButton)
    , m_notice(new Notice(theme))
    , m_progress(new ProgressStrip(theme))
    , m_card(new Card(theme))
    , m_job(this)
{
    m_go->setProperty("role", QLatin1String("primary"));
    m_card->setMaximumWidth(kFormWidth);
    makeForm(m_card);
    auto* words = new QVBoxLayout;
    words->setSpacing(size::kGrid);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* head = new QHBoxLayout;
    head->setSpacing(size::kSmallGap);
    head->addLayout(words, 1);
    head->addWidget(m_cancel);
    head->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::kPageMargin, size::kPageMargin, size::kPageMargin, size::kPageMargin);
    layout->setSpacing(size::kGap);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_progress);
    layout->addWidget(m_card);
    layout->addStretch();
    connect(m_cancel, &QPushButton::clicked, this, &SplitPanel::closed);
    connect(m_go, &QPushButton::clicked, this, &SplitPanel::start);
    connect(m_progress, &ProgressStrip::stopAsked, this, [this] {
        m_progress->setStopping();
        m_job.stop();
    });
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
    m_notice->hide();
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
    m_go->setEnabled(problem.isEmpty() && !m_job.isRunning());
}

void SplitPanel::start()
{
    const SplitNames names { m_train->text().trimmed().toStdString(),
        m_validation->text().trimmed().toStdString() };
    SplitChoice choice;
    choice.valSize = m_share->value() / 100;
    choice.seed = static_cast<std::uint64_t>(m_seed->value());
    m_notice->hide();
    m_progress->begin(tr("Splitting"));
    m_job.start(
        [folder = m_project, set = m_set.name, choice, names](
            const ProgressFunction& progress, const std::stop_token& stop) {
            Project project = Project::open(folder);
            splitDataset(project, set, choice, names, progress, stop);
            return names;
        },
        { [this](const Progress& progress) { m_progress->advance(progress); },
            [this](const SplitNames& sets) {
                setBusy(false);
                Q_EMIT made(QString::fromStdString(sets.train));
            },
            [this](const Error& error) {
                setBusy(false);
                if (error.kind() == ErrorKind::Cancelled)
                    m_notice->showText(tr("Splitting was stopped; nothing was added to the project."));
                else
                    m_notice->showError(error);
            } });
    setBusy(true);
}

void SplitPanel::setBusy(bool busy)
{
    if (!busy)
        m_progress->end();
    m_card->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
    check();
}

void SplitPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SplitPanel::retranslate()
{
    m_title->setText(tr("Split %1").arg(QString::fromStdString(m_set.name)));
    m_line->setText(
        tr("Rows to train on, and rows held back to see how well the model does on what it never saw."));
    m_cancel->setText(tr("Cancel"));
    m_go->setText(tr("Split"));
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
