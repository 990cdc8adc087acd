// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/preset_list.h"

#include "ui/shell/theme/theme.h"
#include "ui/train/key_words.h"
#include "ui/train/preset_button.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace temper {

namespace {

constexpr int kWidth = 176;

const RecipeKey& methodKey()
{
    return *findRecipeKey("finetuning_type");
}

} // namespace

PresetList::PresetList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_methodTitle(makeLabel(LabelRole::Group))
    , m_ownTitle(makeLabel(LabelRole::Group))
    , m_save(new QPushButton)
    , m_column(new QVBoxLayout(this))
{
    setFixedWidth(kWidth);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::kGrid);
    m_column->addWidget(m_methodTitle);
    for (const KeyChoice& choice : methodKey().choices) {
        auto* button = new PresetButton(theme);
        button->setCheckable(true);
        const QString method = toQString(choice.text);
        connect(button, &QAbstractButton::clicked, this, [this, method] {
            setMethod(m_method); // the draft decides which one is on
            Q_EMIT methodAsked(method);
        });
        m_methods.append(button);
        m_column->addWidget(button);
    }
    m_column->addSpacing(size::kGap);
    m_column->addWidget(m_ownTitle);
    m_save->setProperty("role", QLatin1String("link"));
    m_save->setCursor(Qt::PointingHandCursor);
    m_column->addWidget(m_save, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &PresetList::saveAsked);
    retranslate();
}

void PresetList::setMethod(const QString& method)
{
    m_method = method;
    const auto& choices = methodKey().choices;
    for (qsizetype i = 0; i < m_methods.size(); ++i)
        m_methods[i]->setChecked(toQString(choices[static_cast<std::size_t>(i)].text) == method);
}

void PresetList::setOwnPresets(const QList<Preset>& presets)
{
    qDeleteAll(m_ownLines);
    m_ownLines.clear();
    m_own = presets;
    for (const Preset& preset : presets) {
        m_ownLines.append(makeOwnLine(preset));
        m_column->insertWidget(m_column->indexOf(m_save), m_ownLines.last());
    }
}

QWidget* PresetList::makeOwnLine(const Preset& preset)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* button = new PresetButton(m_theme);
    button->setWords(preset.name, {});
    auto* remove = new QToolButton;
    remove->setIcon(m_theme.icon(QStringLiteral("remove")));
    remove->setIconSize(QSize(size::kSmallIcon, size::kSmallIcon));
    remove->setToolTip(tr("Remove this preset"));
    remove->setAccessibleName(tr("Remove the preset %1").arg(preset.name));
    connect(&m_theme, &Theme::changed, remove,
        [this, remove] { remove->setIcon(m_theme.icon(QStringLiteral("remove"))); });
    connect(button, &QAbstractButton::clicked, this, [this, preset] { Q_EMIT presetAsked(preset); });
    connect(remove, &QToolButton::clicked, this, [this, preset] { Q_EMIT removeAsked(preset); });
    row->addWidget(button, 1);
    row->addWidget(remove);
    return line;
}

void PresetList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PresetList::retranslate()
{
    m_methodTitle->setText(tr("Method"));
    m_ownTitle->setText(tr("Your presets"));
    m_save->setText(tr("Save as preset…"));
    const auto& choices = methodKey().choices;
    for (qsizetype i = 0; i < m_methods.size(); ++i) {
        const KeyChoice& choice = choices[static_cast<std::size_t>(i)];
        QString sentence = KeyWords::choiceSentence(choice);
        sentence[0] = sentence[0].toUpper();
        m_methods[i]->setWords(KeyWords::choiceTitle(choice), sentence);
    }
    setOwnPresets(m_own);
}

} // namespace temper
