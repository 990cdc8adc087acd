// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine tells of a model, as plain values.
#pragma once

#include "core/common/base/json.h"

#include <QString>
#include <QStringList>
#include <cstdint>

namespace temper {

struct ModelFacts {
    QString family;
    std::int64_t parameters = 0;
    std::int64_t layers = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t heads = 0;
    std::int64_t keyValueHeads = 0;
    std::int64_t vocabularySize = 0;
    std::int64_t contextLength = 0; // tokens
    QString dataType; // of most of the weights
    bool isTied = false;
    bool hasChatTemplate = false;
    QStringList files;
    std::int64_t bytes = 0;
    double englishTokens = 0; // a character; 0: not known
    double chineseTokens = 0;
    QString tokenizerProblem; // why text cannot be turned into tokens; empty: it can
};

// The engine's answer to "model.info"; what it leaves out stays as it is by default.
ModelFacts modelFacts(const Json& info);

} // namespace temper
