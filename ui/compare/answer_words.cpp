// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answer_words.h"

#include "ui/widgets/engine_words.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/source_words.h"

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

QString rateText(double aSecond)
{
    return aSecond >= 1 && aSecond < 100 ? QString::number(aSecond, 'f', 1) : NumberText::value(aSecond);
}

} // namespace

QString AnswerWords::figures(const ConversationAnswer& answer, bool answering)
{
    if (answer.tokens.empty())
        return {};
    const auto count = static_cast<std::int64_t>(answer.tokens.size());
    QStringList figures { count == 1 ? tr("1 token") : tr("%1 tokens").arg(NumberText::count(count)) };
    if (!answering && answer.tokensPerSecond > 0)
        figures.append(tr("%1 tokens/s").arg(rateText(answer.tokensPerSecond)));
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
        return { EngineWords::text(answer->problem), true };
    case AnswerEnd::Stopped:
        return { tr("Stopped on request."), false };
    case AnswerEnd::Length:
        return { tr("Cut off after %1 new tokens.").arg(NumberText::count(answer->sampling.maxNewTokens)),
            false };
    case AnswerEnd::Complete:
        return { answer->text.empty() ? tr("The model ended its answer at once.") : QString(), false };
    }
    return {};
}

QString AnswerWords::copied(const Conversation& conversation, TextForm form)
{
    const bool markdown = form == TextForm::Markdown;
    const QString strong = markdown ? QStringLiteral("**%1**") : QStringLiteral("%1:");
    const QString heading = markdown ? QStringLiteral("## %1") : QStringLiteral("> %1");
    QStringList parts;
    if (!conversation.setup.system.empty())
        parts << strong.arg(tr("System prompt")) << QString::fromStdString(conversation.setup.system);
    for (const ConversationTurn& turn : conversation.turns) {
        parts << heading.arg(QString::fromStdString(turn.prompt).trimmed());
        for (const Side side : kSides) {
            const auto& answer = turn.answers[side];
            if (!answer)
                continue;
            parts << strong.arg(QStringLiteral("%1 (%2)").arg(
                SourceWords::kind(answer->source), SourceWords::name(answer->source)));
            parts << QString::fromStdString(answer->text).trimmed();
        }
    }
    return parts.join(QStringLiteral("\n\n")) + QLatin1Char('\n');
}

} // namespace temper
