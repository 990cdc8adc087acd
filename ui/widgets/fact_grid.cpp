// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_grid.h"

#include "ui/shell/theme/tokens.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace temper {

namespace {
constexpr int kFactHeight = 22;
}

FactGrid::FactGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::kGap);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::setFacts(const QList<Fact>& facts)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowMinimumHeight(row, 0);
    for (int row = 0; row < facts.size(); ++row) {
        QLabel* name = makeLabel(LabelRole::Muted);
        name->setText(facts[row].name);
        auto* value = new ElidedLabel(LabelRole::Base);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setFullText(facts[row].value);
        value->setAccessibleName(facts[row].name + QStringLiteral(": ") + facts[row].value);
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(value, row, 1);
        m_grid->setRowMinimumHeight(row, kFactHeight);
    }
}

} // namespace temper
