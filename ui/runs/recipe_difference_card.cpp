// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/recipe_difference_card.h"

#include "core/common/recipe/recipe_reader.h"
#include "ui/runs/run_words.h"
#include "ui/shell/theme/theme.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kMostRows = 6; // shown without scrolling

std::vector<DifferingKey> differencesOf(const std::vector<RunFolder>& runs)
{
    std::vector<Recipe> recipes;
    for (const RunFolder& run : runs)
        recipes.push_back(readRecipeFile(run.recipeFile()).recipe);
    return recipeDifferences(recipes);
}

QTableWidgetItem* makeCell(const QString& text)
{
    auto* cell = new QTableWidgetItem(text);
    cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    cell->setToolTip(text);
    return cell;
}

} // namespace

RecipeDifferenceCard::RecipeDifferenceCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_table(new QTableWidget)
    , m_words(makeLabel(LabelRole::Muted))
    , m_reading(this)
{
    m_words->setWordWrap(true);
    m_table->setProperty("role", QLatin1String("plain"));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(size::kListRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    content()->addWidget(m_words);
    content()->addWidget(m_table);
    connect(&theme, &Theme::changed, this, &RecipeDifferenceCard::fill);
    retranslate();
}

void RecipeDifferenceCard::setRuns(const QList<RunEntry>& runs)
{
    const QStringList names = RunWords::distinctNames(runs);
    QStringList ids;
    std::vector<RunFolder> folders;
    for (const RunEntry& run : runs) {
        ids.append(QString::fromStdString(run.summary.run.id()));
        folders.push_back(run.summary.run);
    }
    if (ids == m_ids && names == m_names)
        return;
    m_ids = ids;
    m_names = names;
    m_differences.clear();
    fill();
    m_reading.start([folders](const std::stop_token&) { return differencesOf(folders); },
        [this](const std::vector<DifferingKey>& differences) {
            m_differences = differences;
            m_problem.clear();
            fill();
        },
        [this](const Error& error) {
            m_problem = EngineWords::error(error);
            fill();
        });
}

void RecipeDifferenceCard::fill()
{
    m_words->setText(m_problem.isEmpty() ? tr("The recipes are the same.") : m_problem);
    m_words->setVisible(m_differences.empty());
    m_table->setVisible(!m_differences.empty());
    m_table->setColumnCount(static_cast<int>(m_names.size()) + 1);
    m_table->setHorizontalHeaderLabels(QStringList { tr("key") } + m_names);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setForeground(m_theme.series(column - 1));
    m_table->setRowCount(static_cast<int>(m_differences.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const DifferingKey& difference = m_differences[static_cast<std::size_t>(row)];
        const std::string_view name = difference.key->name;
        m_table->setItem(
            row, 0, makeCell(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
        m_table->item(row, 0)->setForeground(m_theme.colour(Colour::Muted));
        for (int column = 1; column < m_table->columnCount(); ++column)
            m_table->setItem(row, column,
                makeCell(QString::fromStdString(difference.values[static_cast<std::size_t>(column - 1)])));
    }
    const int rows = std::min(m_table->rowCount(), kMostRows);
    m_table->setFixedHeight(
        m_table->horizontalHeader()->sizeHint().height() + rows * size::kListRowHeight + 2);
}

void RecipeDifferenceCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecipeDifferenceCard::retranslate()
{
    setTitle(tr("What their recipes differ in"));
    m_table->setAccessibleName(tr("Keys in which the recipes differ"));
    fill();
}

} // namespace temper
