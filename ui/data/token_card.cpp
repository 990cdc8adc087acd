// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/token_card.h"

#include "ui/shell/theme/theme.h"
#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/token_view.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace temper {

TokenCard::TokenCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_message(makeLabel(LabelRole::Muted))
    , m_choose(new QPushButton)
    , m_tokens(new TokenView(theme))
    , m_rendering(this)
{
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_choose, &QPushButton::clicked, this, &TokenCard::modelAsked);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, size::kGrid, 0, 0);
    layout->setSpacing(size::kSmallGap);
    layout->addWidget(m_message);
    layout->addWidget(m_choose, 0, Qt::AlignLeft);
    layout->addWidget(m_tokens, 1);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
    connect(m_tokens, &TokenView::currentChanged, this,
        [this](int token) { m_reading->setFullText(m_tokens->describe(token)); });
    setFocusProxy(m_tokens);
    retranslate();
    say({});
}

QWidget* TokenCard::makeFoot()
{
    m_legend = makeLabel(LabelRole::Faint);
    m_reading = new ElidedLabel(LabelRole::Small);
    m_ids = new QPushButton;
    m_ids->setCheckable(true);
    m_ids->setChecked(true);
    m_ids->setProperty("role", QLatin1String("toggle"));
    m_copy = new QPushButton;
    m_copy->setProperty("role", QLatin1String("toggle"));
    m_part = new QSpinBox;
    m_part->setRange(1, 1);
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kSmallGap);
    row->addWidget(m_legend);
    row->addWidget(m_reading, 1);
    row->addWidget(m_part);
    row->addWidget(m_copy);
    row->addWidget(m_ids);
    connect(m_ids, &QPushButton::toggled, this,
        [this](bool shown) { m_tokens->setIds(shown ? TokenIds::Shown : TokenIds::Hidden); });
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(m_tokens->plainTable()); });
    connect(m_part, &QSpinBox::valueChanged, this, &TokenCard::showPart);
    return foot;
}

void TokenCard::setTools(std::shared_ptr<const RenderTools> tools)
{
    m_tools = std::move(tools);
    m_toolsError.clear();
    renderRow();
}

void TokenCard::setToolsError(const QString& sentence)
{
    m_tools.reset();
    m_toolsError = sentence;
    renderRow();
}

void TokenCard::setRow(std::shared_ptr<const DataRow> row)
{
    m_row = std::move(row);
    renderRow();
}

TokenCard::Parts TokenCard::render(const RenderTools& tools, const DataRow& row, const std::stop_token& stop)
{
    Parts parts;
    for (const Sample& sample : tools.maker(SampleDetail::WithText).make(row)) {
        throwIfStopped(stop);
        parts.append({ std::make_shared<const TokenSequence>(tokenSequence(sample, tools.tokenizer.get())),
            sample.supervisedTokens(), sample.truncated });
    }
    return parts;
}

void TokenCard::renderRow()
{
    m_rendering.cancel();
    m_parts.clear();
    m_choose->setVisible(m_row && !m_tools);
    if (!m_row)
        return say(tr("Choose a row to see its tokens."));
    if (!m_tools)
        return say(!m_toolsError.isEmpty() ? m_toolsError
                                           : tr("A row becomes tokens through a model's chat template and "
                                                "tokenizer. Choose the model you "
                                                "want to train."));
    m_rendering.start(
        [tools = m_tools, row = m_row](const std::stop_token& stop) { return render(*tools, *row, stop); },
        [this](const Parts& parts) { showParts(parts); },
        [this](const Error& error) { say(EngineWords::error(error)); });
}

void TokenCard::showParts(const Parts& parts)
{
    m_parts = parts;
    if (parts.isEmpty())
        return say(tr("This row becomes no token: it is empty."));
    m_message->hide();
    m_tokens->show();
    m_foot->show();
    const QSignalBlocker quiet(m_part);
    m_part->setRange(1, static_cast<int>(parts.size()));
    m_part->setSuffix(tr(" of %1").arg(parts.size()));
    m_part->setVisible(parts.size() > 1);
    showPart();
}

void TokenCard::showPart()
{
    const int index = m_part->value() - 1;
    if (index >= m_parts.size())
        return;
    const Part& part = m_parts[index];
    m_tokens->setSequence(part.tokens);
    m_reading->setFullText({});
    QStringList words { tr("%1 tokens").arg(NumberText::count(part.tokens->tokens.size())),
        tr("%1 trained").arg(NumberText::count(static_cast<std::int64_t>(part.supervised))) };
    if (part.cut)
        words.append(tr("cut at %1")
                         .arg(NumberText::count(static_cast<std::int64_t>(m_tools->settings.cutoffLength))));
    setNote(words.join(QStringLiteral(" · ")));
}

void TokenCard::say(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->show();
    m_tokens->hide();
    m_foot->hide();
    m_tokens->setSequence(std::make_shared<const TokenSequence>());
    setNote({});
}

void TokenCard::setNote(const QString& note)
{
    m_note = note;
    Q_EMIT noteChanged(note);
}

void TokenCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TokenCard::retranslate()
{
    m_choose->setText(tr("Choose a model…"));
    m_ids->setText(tr("Ids"));
    m_ids->setToolTip(tr("Shows each token's number in the vocabulary."));
    m_copy->setText(tr("Copy as table"));
    m_copy->setToolTip(tr("Copies every token with id, spelling and whether it is trained."));
    m_legend->setText(tr("Tinted and underlined: trained. Plain: read only."));
    m_part->setPrefix(tr("Part "));
    m_part->setAccessibleName(tr("Part of a long text"));
    if (m_parts.isEmpty())
        renderRow();
    else
        showParts(Parts(m_parts));
}

} // namespace temper
