// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answer_sources.h"

namespace temper {

AnswerSources readAnswerSources(const std::filesystem::path& project, const std::stop_token& stop)
{
    AnswerSources sources;
    for (const AnswerSource& source : modelSources(project, stop))
        sources.models.append(source);
    for (const AnswerSource& source : runSources(project, stop))
        sources.runs.append(source);
    return sources;
}

} // namespace temper
