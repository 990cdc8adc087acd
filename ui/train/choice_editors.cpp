// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/choice_editors.h"

#include "core/common/recipe/recipe_value.h"
#include "ui/shell/theme/theme.h"
#include "ui/train/key_words.h"
#include "ui/widgets/row_painter.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace temper {

namespace {

enum ChoiceRole { ValueRole = Qt::UserRole, SentenceRole };

// The word, and what it means behind it.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    ChoiceDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        paintRowBackground(*painter, option, m_theme);
        const QRect area = option.rect.adjusted(size::kSmallGap, 0, -size::kSmallGap, 0);
        painter->setFont(m_theme.font(TextRole::Base));
        painter->setPen(m_theme.colour(Colour::Text));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->setPen(m_theme.colour(Colour::Muted));
        painter->setFont(m_theme.font(TextRole::Small));
        painter->drawText(area.adjusted(titleWidth(index), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            index.data(SentenceRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int sentence = QFontMetrics(m_theme.font(TextRole::Small))
                                 .horizontalAdvance(index.data(SentenceRole).toString());
        return { titleWidth(index) + sentence + 3 * size::kSmallGap, size::kRowHeight };
    }

private:
    int titleWidth(const QModelIndex& index) const
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Base));
        int width = 0;
        for (int row = 0; row < index.model()->rowCount(); ++row)
            width = std::max(width, metrics.horizontalAdvance(index.sibling(row, 0).data().toString()));
        return width + size::kGroupGap;
    }

    const Theme& m_theme;
};

} // namespace

ChoiceEditor::ChoiceEditor(const RecipeKey& key, const Theme& theme, QWidget* parent)
    : KeyEditor(parent)
    , m_key(key)
    , m_box(new QComboBox)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    m_box->setItemDelegate(new ChoiceDelegate(theme, m_box));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->installEventFilter(this);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        Q_EMIT edited(m_box->itemData(index, ValueRole).toString());
        Q_EMIT finished();
    });
    retranslate();
}

// A text that is none of the choices is shown too, so that it can be seen and replaced.
void ChoiceEditor::setValue(const QString& text, const QString& standard)
{
    const QString shown = text.isEmpty() ? standard : text;
    const int known = static_cast<int>(m_key.choices.size());
    int index = m_box->findData(shown, ValueRole);
    if (index < 0 || index >= known)
        m_box->setMaxCount(known);
    m_box->setMaxCount(known + 1);
    if (index < 0 || index >= known) {
        m_box->addItem(shown, QVariant());
        m_box->setItemData(known, shown, ValueRole);
        index = known;
    } else if (m_box->count() > known) {
        m_box->removeItem(known);
    }
    m_box->setCurrentIndex(index);
}

void ChoiceEditor::retranslate()
{
    const QString current = m_box->currentData(ValueRole).toString();
    m_box->clear();
    int width = 0;
    for (const KeyChoice& choice : m_key.choices) {
        m_box->addItem(KeyWords::choiceTitle(choice));
        const int row = m_box->count() - 1;
        m_box->setItemData(row, toQString(choice.text), ValueRole);
        m_box->setItemData(row, KeyWords::choiceSentence(choice), SentenceRole);
        m_box->setItemData(row, KeyWords::choiceSentence(choice), Qt::ToolTipRole);
        width = std::max(width, m_box->itemDelegate()->sizeHint({}, m_box->model()->index(row, 0)).width());
    }
    m_box->view()->setMinimumWidth(width + size::kGroupGap);
    setValue(current, toQString(m_key.choices.front().text));
}

bool ChoiceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !m_box->hasFocus()) {
        event->ignore();
        return true;
    }
    return KeyEditor::eventFilter(watched, event);
}

SwitchEditor::SwitchEditor(QWidget* parent)
    : KeyEditor(parent)
    , m_box(new QCheckBox)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    m_box->setMinimumHeight(size::kRowHeight);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
        m_box->setTristate(false);
        Q_EMIT edited(on ? QStringLiteral("true") : QStringLiteral("false"));
        Q_EMIT finished();
    });
}

void SwitchEditor::setValue(const QString& text, const QString& standard)
{
    const QString shown = text.isEmpty() ? standard : text;
    const std::optional<bool> on = parseSwitch(shown.toStdString());
    m_box->setTristate(!on);
    m_box->setCheckState(!on ? Qt::PartiallyChecked : *on ? Qt::Checked : Qt::Unchecked);
    m_box->setText(!on ? shown : *on ? tr("on") : tr("off"));
}

void SwitchEditor::retranslate()
{
    if (m_box->checkState() != Qt::PartiallyChecked)
        m_box->setText(m_box->isChecked() ? tr("on") : tr("off"));
}

} // namespace temper
