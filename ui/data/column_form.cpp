// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/column_form.h"

#include "ui/data/row_words.h"
#include "ui/shell/theme/tokens.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QScrollArea>

#include <algorithm>

namespace temper {

ColumnForm::ColumnForm(QWidget* parent)
    : QWidget(parent)
    , m_unmapped(makeLabel(LabelRole::Bad))
    , m_grid(new QGridLayout)
{
    m_unmapped->setWordWrap(true);
    m_grid->setHorizontalSpacing(size::kGap);
    m_grid->setVerticalSpacing(size::kGrid);
    m_grid->setColumnStretch(1, 1);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grid);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kSmallGap);
    layout->addWidget(m_unmapped);
    layout->addWidget(scroll, 1);
}

void ColumnForm::setPreview(const DataPreview& preview, const ColumnMap& named)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of them may have asked for the preview
        }
        delete item;
    }
    m_meanings.clear();
    for (const std::string& meaning : columnMeanings()) {
        if (preview.columns.empty())
            break;
        QComboBox* combo = addMeaning(meaning, preview);
        const ColumnMap& known = preview.file.columns.contains(meaning) ? preview.file.columns : named;
        const auto column = known.find(meaning);
        if (column != known.end())
            combo->setCurrentIndex(std::max(0, combo->findData(QString::fromStdString(column->second))));
        connect(combo, &QComboBox::activated, this, &ColumnForm::changed);
    }
    m_unmapped->setVisible(preview.unmapped.has_value());
    if (preview.unmapped)
        m_unmapped->setText(
            tr("What the columns mean cannot be told from their names. Choose the column that holds "
               "the prompt and the one that holds the answer, or the one with the text."));
}

QComboBox* ColumnForm::addMeaning(const std::string& meaning, const DataPreview& preview)
{
    QLabel* label = makeLabel(LabelRole::Muted);
    label->setText(RowWords::meaning(QString::fromStdString(meaning)));
    auto* combo = new ElidedCombo;
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setAccessibleName(label->text());
    combo->addItem(QStringLiteral("–"), QString());
    for (const PreviewColumn& column : preview.columns) {
        const QString name = QString::fromStdString(column.name);
        combo->addItem(name, name);
        combo->setItemData(combo->count() - 1, RowWords::oneLine(column.example), Qt::ToolTipRole);
    }
    const auto row = static_cast<int>(m_meanings.size());
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(combo, row, 1);
    m_meanings[meaning] = combo;
    return combo;
}

ColumnMap ColumnForm::columns() const
{
    ColumnMap columns;
    for (const auto& [meaning, combo] : m_meanings) {
        const std::string column = combo->currentData().toString().toStdString();
        if (!column.empty())
            columns[meaning] = column;
    }
    return columns;
}

} // namespace temper
