// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answer_words.h"

#include "ui/widgets/number_text.h"

#include <QStringList>

#include <cmath>

namespace temper {

namespace {

const QString kSeparator = QStringLiteral(" · ");

// exp of the mean negative log-probability of the answer's own tokens.
double perplexityOf(const ConversationAnswer& answer)
{
    double sum = 0;
    for (const AnswerToken& token : answer.tokens)
        sum -= token.logProbability;
    return std::exp(sum / static_cast<double>(answer.tokens.size()));
}

} // namespace

QString AnswerWords::side(const AnswerSource& source)
{
    return source.adapters.empty() && source.runId.empty() ? tr("Base") : tr("Tuned");
}

QString AnswerWords::source(const AnswerSource& source)
{
    const QString name = QString::fromStdString(source.name);
    return source.step > 0 ? name + kSeparator + tr("step %1").arg(NumberText::count(source.step)) : name;
}

QString AnswerWords::figures(const ConversationAnswer& answer, bool answering)
{
    if (answer.tokens.empty())
        return {};
    const auto count = static_cast<std::int64_t>(answer.tokens.size());
    QStringList figures { count == 1 ? tr("1 token") : tr("%1 tokens").arg(NumberText::count(count)) };
    if (!answering && answer.tokensPerSecond > 0)
        figures.append(tr("%1 tokens/s").arg(NumberText::value(answer.tokensPerSecond)));
    if (!answering)
        figures.append(tr("perplexity %1").arg(NumberText::value(perplexityOf(answer))));
    return figures.join(kSeparator);
}

AnswerState
AnswerWords::state(const std::optional<ConversationAnswer>& answer, bool answering, const QString& phase)
{
    if (answering)
        return { phase, false };
    if (!answer)
        return { tr("This answer was not kept: the window closed before it was complete."), false };
    switch (answer->end) {
    case AnswerEnd::Failed:
        return { QString::fromStdString(answer->problem), true };
    case AnswerEnd::Stopped:
        return { tr("Stopped on request."), false };
    case AnswerEnd::Length:
        return { tr("Cut off after %1 new tokens.").arg(NumberText::count(answer->sampling.maxNewTokens)), false };
    case AnswerEnd::Complete:
        return { answer->text.empty() ? tr("The model ended its answer at once.") : QString(), false };
    }
    return {};
}

QString AnswerWords::markdown(const Conversation& conversation)
{
    QString text;
    if (!conversation.setup.system.empty())
        text += QStringLiteral("**%1**\n\n%2\n\n").arg(tr("System prompt"), QString::fromStdString(conversation.setup.system));
    for (const ConversationTurn& turn : conversation.turns) {
        text += QStringLiteral("## %1\n\n").arg(QString::fromStdString(turn.prompt).trimmed());
        for (const Side side : kSides) {
            if (const auto& answer = turn.answers[side])
                text += QStringLiteral("**%1** (%2)\n\n%3\n\n")
                            .arg(AnswerWords::side(answer->source), AnswerWords::source(answer->source),
                                QString::fromStdString(answer->text).trimmed());
        }
    }
    return text;
}

} // namespace temper
