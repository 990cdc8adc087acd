// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/score_card.h"

#include "core/common/recipe/recipe_value.h"
#include "ui/shell/theme/tokens.h"
#include "ui/task/engine_reply.h"
#include "ui/task/engine_session.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace temper {

AnswerScore readAnswerScore(const Json& result)
{
    AnswerScore score;
    double sum = 0;
    for (const Json& token : result.value("tokens", Json::array())) {
        if (!token.value("answer", false) || !token.contains("logprob") || !token["logprob"].is_number())
            continue;
        sum -= token["logprob"].get<double>();
        ++score.tokens;
    }
    score.perplexity = score.tokens > 0 ? std::exp(sum / static_cast<double>(score.tokens)) : 0;
    return score;
}

ScoreCard::ScoreCard(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(LabelRole::Group))
    , m_explanation(makeLabel(LabelRole::Small))
    , m_score(new QPushButton)
{
    m_explanation->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(size::kSmallGap);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addWidget(m_score, 0, Qt::AlignLeft);
    connect(m_score, &QPushButton::clicked, this, [this] { m_reply ? stop() : start(); });
    retranslate();
}

void ScoreCard::setConversation(const Conversation& conversation)
{
    stop();
    m_conversation = conversation;
    m_scores = {};
    showScores();
}

bool ScoreCard::mayScore() const
{
    const auto complete = [](const ConversationTurn& turn) {
        return std::ranges::all_of(kSides, [&](Side side) {
            const auto& answer = turn.answers[side];
            return answer && answer->end != AnswerEnd::Failed && !answer->text.empty();
        });
    };
    return m_engine && !m_conversation.turns.empty() && std::ranges::all_of(m_conversation.turns, complete);
}

void ScoreCard::start()
{
    m_scores = {};
    m_waiting.clear();
    // One model after the other, so that an adapter is put on and off once.
    for (const Side model : { Side::Right, Side::Left })
        for (const Side text : { Side::Right, Side::Left })
            m_waiting.push_back({ text, model });
    askNext();
}

void ScoreCard::stop()
{
    m_waiting.clear();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->cancel();
        m_reply.clear();
    }
    showScores();
}

Json ScoreCard::messages(Side text) const
{
    Json all = messagesFor(m_conversation, text, m_conversation.turns.size() - 1);
    all.push_back(
        { { "role", "assistant" }, { "content", m_conversation.turns.back().answers[text]->text } });
    return all;
}

void ScoreCard::askNext()
{
    m_reply.clear();
    if (m_waiting.empty())
        return showScores();
    const Question question = m_waiting.back();
    m_waiting.pop_back();
    const AnswerSource& source = m_conversation.setup.sources[question.model];
    Json params { { "model", utf8FromPath(source.model) }, { "adapter", Json::array() },
        { "messages", messages(question.text) } };
    for (const std::filesystem::path& adapter : source.adapters)
        params["adapter"].push_back(utf8FromPath(adapter));
    m_reply = m_engine->call(QStringLiteral("score"), params);
    connect(m_reply, &EngineReply::succeeded, this, [this, question](const Json& result) {
        m_scores[question.text][question.model] = readAnswerScore(result);
        askNext();
    });
    connect(m_reply, &EngineReply::failed, this, [this](const Error& error) {
        m_reply.clear();
        stop();
        if (error.kind() != ErrorKind::Cancelled)
            Q_EMIT failed(error);
    });
    showScores();
}

void ScoreCard::addCell(int row, int column, const QString& text, const QString& tip)
{
    auto* label = makeLabel(row == 0 || column == 0 ? LabelRole::Small : LabelRole::Base);
    label->setText(text);
    label->setToolTip(tip);
    m_grid->addWidget(label, row, column, column == 0 ? Qt::AlignLeft : Qt::AlignRight);
}

void ScoreCard::showScores()
{
    m_score->setText(m_reply ? tr("Stop") : tr("Score the answers"));
    m_score->setEnabled(m_reply || mayScore());
    delete m_table;
    m_table = new QWidget;
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::kGap);
    m_grid->setVerticalSpacing(size::kGrid);
    m_grid->setColumnStretch(0, 1);
    layout()->addWidget(m_table);
    const bool any = std::ranges::any_of(
        kSides, [this](Side text) { return m_scores[text][Side::Left] || m_scores[text][Side::Right]; });
    m_table->setVisible(any);
    if (!any)
        return;
    addCell(0, 1, tr("by the left"));
    addCell(0, 2, tr("by the right"));
    for (const Side text : kSides) {
        const int row = text == Side::Left ? 1 : 2;
        addCell(row, 0, text == Side::Left ? tr("Left answers") : tr("Right answers"));
        for (const Side model : kSides) {
            const auto& score = m_scores[text][model];
            addCell(row, model == Side::Left ? 1 : 2,
                score ? NumberText::value(score->perplexity) : QStringLiteral("…"),
                score ? tr("%1 tokens of answers").arg(NumberText::count(score->tokens)) : QString());
        }
    }
}

void ScoreCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ScoreCard::retranslate()
{
    m_title->setText(tr("Perplexity of the answers"));
    m_explanation->setText(
        tr("How surprised each model is by its own answers and by the other's; lower is surer."));
    m_score->setToolTip(tr("Reads the whole conversation with both models."));
    showScores();
}

} // namespace temper
