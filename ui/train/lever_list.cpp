// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/lever_list.h"

#include "core/common/recipe/recipe_keys.h"
#include "ui/shell/theme/tokens.h"
#include "ui/train/key_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QPushButton>

namespace temper {

namespace {

QString changeWords(const std::string& name, const QString& value)
{
    const RecipeKey& key = *findRecipeKey(name);
    if (value == QLatin1String("true"))
        return KeyWords::title(key);
    for (const KeyChoice& choice : key.choices) {
        if (value == QString::fromUtf8(choice.text.data(), static_cast<qsizetype>(choice.text.size())))
            return KeyWords::choiceTitle(choice);
    }
    return KeyWords::title(key) + QLatin1Char(' ') + value;
}

} // namespace

LeverList::LeverList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::kSmallGap);
    m_grid->setVerticalSpacing(size::kGrid);
    m_grid->setColumnStretch(0, 1);
}

QString LeverList::words(const EstimateLever& lever)
{
    QStringList parts;
    for (const auto& [key, value] : lever.changes)
        parts.append(changeWords(key.toStdString(), value));
    return parts.join(QStringLiteral(", "));
}

void LeverList::setEstimate(const Estimate& estimate)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const EstimateLever& lever : estimate.levers)
        addLever(lever, estimate);
}

void LeverList::addLever(const EstimateLever& lever, const Estimate& estimate)
{
    const int row = m_grid->rowCount();
    const QString saved = NumberText::bytes(estimate.totalBytes - lever.totalBytes);
    auto* title = makeLabel(LabelRole::Base);
    title->setText(words(lever));
    title->setWordWrap(true);
    auto* figure = makeLabel(LabelRole::Muted);
    figure->setText(QStringLiteral("\u2212") + saved);
    figure->setToolTip(tr("The run would then need %1.").arg(NumberText::bytes(lever.totalBytes)));
    auto* use = new QPushButton(tr("Use"));
    use->setProperty("role", QLatin1String("link"));
    use->setCursor(Qt::PointingHandCursor);
    use->setAccessibleName(tr("Use %1, saves %2").arg(words(lever), saved));
    connect(use, &QPushButton::clicked, this, [this, lever] { Q_EMIT chosen(lever); });
    m_grid->addWidget(title, row, 0);
    m_grid->addWidget(figure, row, 1, Qt::AlignRight);
    m_grid->addWidget(use, row, 2, Qt::AlignRight);
}

} // namespace temper
