// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine is asked for an answer, and the words for what it tells while it works on it.
#pragma once

#include "core/common/base/json.h"
#include "core/common/project/conversation.h"

#include <QString>

namespace temper {

// The parameters of "generate".
Json generateParams(const AnswerSource& source, const Json& messages, const SamplingChoice& sampling);

// "loading" becomes "Loading the model"; phases without a word of ours keep the engine's.
QString phaseWords(const QString& phase);

} // namespace temper
