// SPDX-License-Identifier: GPL-3.0-or-later
// What a project has to answer with.
#pragma once

#include "core/common/project/answer_source.h"

#include <QList>
#include <stop_token>

namespace temper {

struct AnswerSources {
    QList<AnswerSource> models;
    QList<AnswerSource> runs;
};

// Looks into the project's folder: not for the GUI thread. Throws as modelSources() and runSources().
AnswerSources readAnswerSources(const std::filesystem::path& project, const std::stop_token& stop);

} // namespace temper
