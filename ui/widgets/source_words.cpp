// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/source_words.h"

#include "ui/widgets/number_text.h"

namespace temper {

QString SourceWords::kind(const AnswerSource& source)
{
    return source.adapters.empty() && source.runId.empty() ? tr("Base") : tr("Tuned");
}

QString SourceWords::name(const AnswerSource& source)
{
    const QString name = QString::fromStdString(source.name);
    if (source.step == 0)
        return name;
    return name + QStringLiteral(" · ") + tr("step %1").arg(NumberText::count(source.step));
}

} // namespace temper
